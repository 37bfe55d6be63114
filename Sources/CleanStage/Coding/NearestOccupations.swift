import SurveyModel

/// The groups that a title may have been meant for, for a person to choose from (COD-01).
///
/// Likeness is Dice's coefficient over the pairs of letters of the normalised titles, 0 to 1; the whole word counts as
/// framed by blanks, so that beginnings and ends weigh. Source: Dice (1945), *Ecology* 26(3).
struct NearestOccupations {
  struct Candidate: Hashable {
    var code: String
    /// The name or synonym that is like the title.
    var name: String
    var likeness: Double
  }

  private struct Entry {
    var code: String
    var name: String
    var pairs: [UInt64]
  }

  /// Less than this is chance.
  static let threshold = 0.45

  private let entries: [Entry]

  init(_ classifications: Classifications) {
    let groups = classifications.occupations.values.filter { $0.code.count == 4 }.map { ($0.code, $0.name.sv) }
    let synonyms = classifications.occupationSynonyms.map { ($0.code, $0.title) }
    entries = (groups + synonyms).sorted { $0 < $1 }.map { Entry(code: $0.0, name: $0.1, pairs: Self.pairs($0.1)) }
  }

  /// At most `count` groups, each once by its best name, the likest first.
  func candidates(for title: String, count: Int = 3) -> [Candidate] {
    let pairs = Self.pairs(title)
    guard !pairs.isEmpty else { return [] }
    var best: [String: Candidate] = [:]
    for entry in entries {
      let likeness = Self.likeness(pairs, entry.pairs)
      guard likeness >= Self.threshold, likeness > best[entry.code]?.likeness ?? 0 else { continue }
      best[entry.code] = Candidate(code: entry.code, name: entry.name, likeness: likeness)
    }
    let ranked = best.values.sorted { ($1.likeness, $0.code) < ($0.likeness, $1.code) }
    return Array(ranked.prefix(count))
  }

  private static func pairs(_ title: String) -> [UInt64] {
    let key = OccupationTitle(String(title.prefix(100))).key
    guard !key.isEmpty else { return [] }
    let letters = Array((" " + key + " ").unicodeScalars)
    return zip(letters, letters.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) }.sorted()
  }

  /// Twice the pairs in common over all pairs.
  private static func likeness(_ a: [UInt64], _ b: [UInt64]) -> Double {
    var (i, j, common) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        (i, j, common) = (i + 1, j + 1, common + 1)
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return a.isEmpty || b.isEmpty ? 0 : 2 * Double(common) / Double(a.count + b.count)
  }
}
