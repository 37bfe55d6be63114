import RecordStreams
import SurveyModel

/// The titles that no code could be put on, or only by likeness, for a person to look at: the likeliest groups beside
/// each, with name, score and the title it is like. What a person decides goes into `decisions/coding.csv`. Answers that
/// their question's classification has no code for stand there too, with the codes that it could be.
struct CodingWorklist {
  private struct Entry {
    var title: String
    var count: Int
    var code: String
    var doubt: String?
  }

  /// Long enough for any title; a longer text is a sentence.
  private static let longest = 120

  /// Titles that candidates are looked for: more than a person looks at.
  private static let mostLookedUp = 2_000

  private var entries: [SortKey: (group: String, entry: Entry)] = [:]

  /// How many different titles are without a code.
  var uncoded: Int {
    entries.values.count { $0.entry.code == Occupation.uncoded && Classification(rawValue: $0.group) == nil }
  }

  mutating func add(_ listed: ListedTitle) {
    let isAnswer = Classification(rawValue: listed.group) != nil
    let text = isAnswer ? WrittenText(listed.title).text : OccupationTitle(listed.title).key
    let key = SortKey([text, listed.group])
    let title = ContactScreen.finds(in: listed.title) ? Self.withheld : String(listed.title.prefix(Self.longest))
    var entry = Entry(title: title, count: 1, code: listed.code, doubt: listed.doubt)
    if let known = entries[key] {
      // Of several spellings the first by its bytes, whatever order they came in.
      if !title.utf8.lexicographicallyPrecedes(known.entry.title.utf8) { entry = known.entry }
      entry.count = known.entry.count + 1
    }
    entries[key] = (listed.group, entry)
  }

  private static let withheld = "(withheld: it may hold contact data)"

  /// The list as CSV: the uncoded before those that were coded by likeness, each the most frequent first, with three
  /// candidates: code, name, score from 0 to 1, and the known title that is like it.
  func csv(_ coder: OccupationCoder, _ classifications: Classifications) -> [UInt8] {
    let classifier = AnswerClassifier(classifications)
    var writer = CSVWriter(.comma, lineEnd: "\n")
    writer.append(
      ["title", "asked_as", "count", "coded_as", "why"]
        + (1...3).flatMap { ["code_\($0)", "name_\($0)", "score_\($0)", "like_\($0)"] })
    let inOrder = entries.map { (isCoded: $1.entry.code == Occupation.uncoded ? 0 : 1, key: $0, line: $1) }.sorted {
      ($0.isCoded, $1.line.entry.count, $0.key) < ($1.isCoded, $0.line.entry.count, $1.key)
    }
    for (place, (_, _, line)) in inOrder.enumerated() {
      let entry = line.entry
      var row: [CSVCell] = [
        .text(entry.title), .text(line.group), .integer(entry.count), .text(entry.code),
        .text(entry.code == Occupation.uncoded ? entry.doubt ?? "" : OccupationCoder.Way.similar.rawValue),
      ]
      let isLookedUp = place < Self.mostLookedUp && entry.title != Self.withheld
      if let classification = Classification(rawValue: line.group) {
        row += isLookedUp ? classifier.cells(for: entry.title, classification) : Self.noCells
        writer.append(row)
        continue
      }
      let candidates = isLookedUp ? coder.candidates(for: entry.title, count: 3) : []
      for candidate in candidates {
        let name = classifications.occupations[candidate.code]?.name.sv ?? ""
        let hundredths = (candidate.score * 100).rounded() / 100
        row += [.text(candidate.code), .text(name), .number(hundredths), .text(candidate.like)]
      }
      row += [CSVCell](repeating: .empty, count: 4 * (3 - candidates.count))
      writer.append(row)
    }
    return writer.takeBytes()
  }

  private static let noCells = [CSVCell](repeating: .empty, count: 12)
}

extension AnswerClassifier {
  /// The codes that an answer could be, three at most: code and name, no score.
  fileprivate func cells(for answer: String, _ classification: Classification) -> [CSVCell] {
    let candidates = code(answer, by: classification).candidates.prefix(3).flatMap { code -> [CSVCell] in
      [.text(code), .text(name(of: code, in: classification)), .empty, .empty]
    }
    return candidates + [CSVCell](repeating: .empty, count: 12 - candidates.count)
  }
}
