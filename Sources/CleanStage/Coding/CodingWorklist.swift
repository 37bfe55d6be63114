import RecordStreams
import SurveyModel

/// The titles that no code could be put on, for a person to look at: the likeliest groups beside each, never chosen by
/// the program. What a person decides goes into `decisions/coding.csv`.
struct CodingWorklist {
  private struct Entry {
    var title: String
    var count: Int
  }

  /// Long enough for any title; a longer text is a sentence.
  private static let longest = 120

  /// Titles that candidates are looked for: more than a person looks at.
  private static let mostLookedUp = 2_000

  private var entries: [SortKey: (group: String, entry: Entry)] = [:]

  /// How many different titles there are.
  var count: Int { entries.count }

  mutating func add(_ uncoded: UncodedTitle) {
    let key = SortKey([OccupationTitle(uncoded.title).key, uncoded.group])
    let title = ContactScreen.finds(in: uncoded.title) ? Self.withheld : String(uncoded.title.prefix(Self.longest))
    if let known = entries[key] {
      // Of several spellings the first by its bytes, whatever order they came in.
      let first = title.utf8.lexicographicallyPrecedes(known.entry.title.utf8) ? title : known.entry.title
      entries[key]?.entry = Entry(title: first, count: known.entry.count + 1)
    } else {
      entries[key] = (uncoded.group, Entry(title: title, count: 1))
    }
  }

  private static let withheld = "(withheld: it may hold contact data)"

  /// The list as CSV: the most frequent first, three candidates each with the name they are like and how much, 0 to 1.
  func csv(_ classifications: Classifications) -> [UInt8] {
    let nearest = NearestOccupations(classifications)
    var writer = CSVWriter(.comma, lineEnd: "\n")
    writer.append(
      ["title", "asked_as", "count"] + (1...3).flatMap { ["ssyk_\($0)", "like_\($0)", "likeness_\($0)"] })
    let inOrder = entries.sorted { ($1.value.entry.count, $0.key) < ($0.value.entry.count, $1.key) }
    for (place, (_, line)) in inOrder.enumerated() {
      var row: [CSVCell] = [.text(line.entry.title), .text(line.group), .integer(line.entry.count)]
      let isLookedUp = place < Self.mostLookedUp && line.entry.title != Self.withheld
      let candidates = isLookedUp ? nearest.candidates(for: line.entry.title, count: 3) : []
      for candidate in candidates {
        let hundredths = (candidate.likeness * 100).rounded() / 100
        row += [.text(candidate.code), .text(candidate.name), .number(hundredths)]
      }
      row += [CSVCell](repeating: .empty, count: 3 * (3 - candidates.count))
      writer.append(row)
    }
    return writer.takeBytes()
  }
}
