import SurveyModel

/// A group that a title may have been meant for.
package struct OccupationCandidate: Hashable, Sendable {
  /// SSYK 2012, four digits where the titles like it agree on them, else three.
  package var code: String
  /// 0 to 1: how often a group that came out so far ahead was the right one, at three digits.
  package var score: Double
  /// The title of the lists that it is like: the reason.
  package var like: String
}

/// The groups that titles like one are known in, each with its score and the title it is likest to (COD-01).
///
/// What the parts of the title speak for is learned from the lists at three digits; within a group the known titles
/// that are likest decide on the fourth digit, where they can.
struct SimilarOccupations: Sendable {
  private struct Entry: Sendable {
    var title: String
    var code: String
    var vector: TitleClassifier.Vector
  }

  /// More words than a title has: a sentence is not coded by its letters.
  private static let mostWords = 8

  private let classifier: TitleClassifier
  private let entries: [String: [Entry]]

  init(_ classifications: Classifications) {
    let titles = Self.titles(classifications).map { title, code in
      (title: title, code: code, parts: TitleParts.of(OccupationTitle(title)))
    }.filter { !$0.parts.isEmpty }
    let classifier = TitleClassifier(titles.map { ($0.parts, String($0.code.prefix(3))) })
    let entries = zip(titles, classifier.vectors).map { Entry(title: $0.title, code: $0.code, vector: $1) }
    self.classifier = classifier
    self.entries = Dictionary(grouping: entries) { String($0.code.prefix(3)) }
  }

  /// Every title that a code is known of, sorted.
  private static func titles(_ classifications: Classifications) -> [(String, String)] {
    let groups = classifications.occupations.values.filter { $0.code.count == 4 }.flatMap { group in
      Set([group.name.sv, group.name.en]).map { ($0, group.code) }
    }
    let titles = (classifications.occupationSynonyms + classifications.occupationTitles).map { ($0.title, $0.code) }
    return (groups + titles).sorted { ($0.0, $0.1) < ($1.0, $1.1) }
  }

  /// At most `count` groups, the likeliest first; none when no part of the title is known.
  func candidates(for title: OccupationTitle, count: Int) -> [OccupationCandidate] {
    guard !title.isEmpty, title.words.count <= Self.mostWords else { return [] }
    let parts = TitleParts.of(title)
    let scores = classifier.scores(parts)
    let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    guard let first = order.first, scores[first] > 0 else { return [] }
    let second = order.count > 1 ? scores[order[1]] : 0
    let pattern = classifier.pattern(parts)
    return order.prefix(count).filter { scores[$0] > 0 }.compactMap { place in
      let margin = scores[place] - (place == first ? second : scores[first])
      return candidate(in: classifier.groups[place], pattern, margin: Double(margin))
    }
  }

  /// The fourth digit goes to the group of the titles that are likest, if they are more than half of the likeness.
  private func candidate(in group: String, _ pattern: TitleClassifier.Pattern, margin: Double)
    -> OccupationCandidate?
  {
    let entries = entries[group] ?? []
    let likeness = entries.map { Double(pattern.likeness(to: $0.vector)) }
    let near = entries.indices.filter { likeness[$0] > 0 }.sorted { (likeness[$1], $0) < (likeness[$0], $1) }
      .prefix(8).map { (entry: entries[$0], likeness: likeness[$0]) }
    guard let nearest = near.first else { return nil }
    var votes: [String: Double] = [:]
    for (entry, likeness) in near { votes[entry.code, default: 0] += likeness * likeness * likeness }
    let all = near.reduce(0) { $0 + $1.likeness * $1.likeness * $1.likeness }
    let best = votes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }[0]
    let code = best.value > all / 2 ? best.key : group
    let like = near.first { $0.entry.code.hasPrefix(code) } ?? nearest
    return OccupationCandidate(code: code, score: ScoreScale.score(margin: margin), like: like.entry.title)
  }
}
