import SurveyModel

/// Puts SSYK 2012 codes on titles as employers write them (COD-01): by a person's decision, else where the title,
/// normalised, is a name of the classification or a known title, else by likeness where the score reaches the study's
/// threshold. Everything else is left uncoded, a class of its own, with its candidates in the work list (COD-06).
package final class OccupationCoder: Sendable {
  /// How a code was found, as `OccupationRow.coding` says it.
  package enum Way: String, CaseIterable, Hashable, Sendable { case exact, synonym, similar, decision, none }

  /// Why there is no code.
  package enum Doubt: String, Hashable, Sendable {
    /// Titles so called are known in groups that have no three digits in common.
    case ambiguous
    case lowScore
    /// Nothing like it is known.
    case unlike
  }

  package struct Coding: Hashable, Sendable {
    /// SSYK 2012, four digits (three where the title says no more), `all-other` or `uncoded`.
    package var code: String
    package var way: Way
    /// Of the person who decided, for a decision.
    package var role: String?
    /// The day of that decision.
    package var date: String?
    /// 0 to 1, where likeness was looked at.
    package var score: Double?
    /// The known title that it is likest to.
    package var like: String?
    package var doubt: Doubt?

    package init(
      code: String, way: Way, role: String? = nil, score: Double? = nil, like: String? = nil, doubt: Doubt? = nil
    ) {
      self.code = code
      self.way = way
      self.role = role
      self.score = score
      self.like = like
      self.doubt = doubt
    }
  }

  private let decisions: [String: CodingDecision]
  private let known: KnownTitles
  private let similar: Lazily<SimilarOccupations>
  private let threshold: Double?
  /// Asked for when a title is coded, and again for the work list.
  private let likelyGroups = Remembered<OccupationTitle, [OccupationCandidate]>(most: 50_000)
  /// More different titles than a survey has.
  private let codings = Remembered<String, Coding>(most: 50_000)

  /// - Parameters:
  ///   - decisions: titles that a person has put a code on; the last one on a title counts.
  ///   - threshold: the least score, 0 to 1, that a code is accepted at; nil: likeness is no reason for one.
  package init(
    _ classifications: Classifications, decisions: [CodingDecision] = [],
    threshold: Double? = CodingSettings().threshold
  ) {
    self.decisions = Dictionary(
      decisions.map { (OccupationTitle($0.title).key, $0) }, uniquingKeysWith: { _, later in later })
    known = KnownTitles(classifications)
    similar = Lazily { SimilarOccupations(classifications) }
    self.threshold = threshold
  }

  private init(of coder: OccupationCoder) {
    decisions = [:]
    known = coder.known
    similar = coder.similar
    threshold = nil
  }

  /// The same without what people have decided, and without likeness.
  package var ofKnownTitles: OccupationCoder { OccupationCoder(of: self) }

  package func code(_ title: String) -> Coding { codings.value(title, findCode) }

  private func findCode(_ written: String) -> Coding {
    let title = OccupationTitle(written)
    if let decision = decisions[title.key] {
      var coding = Coding(code: decision.ssyk, way: .decision, role: decision.role)
      coding.date = decision.date
      return coding
    }
    if Self.isAllOther(title) { return Coding(code: Occupation.allOther, way: .exact) }
    if let found = known.look(up: written) {
      switch found.hit {
      case .code(let code): return Coding(code: code, way: found.isName ? .exact : .synonym)
      case .ambiguous: return Coding(code: Occupation.uncoded, way: .none, doubt: .ambiguous)
      }
    }
    guard let threshold, let best = likely(title).first else {
      return Coding(code: Occupation.uncoded, way: .none, score: 0, doubt: .unlike)
    }
    let isAccepted = best.score >= threshold
    return Coding(
      code: isAccepted ? best.code : Occupation.uncoded, way: isAccepted ? .similar : .none, score: best.score,
      like: best.like, doubt: isAccepted ? nil : .lowScore)
  }

  /// The groups that a title may have been meant for, the likeliest first: those it is known in, then those of titles
  /// like it.
  package func candidates(for written: String, count: Int = mostCandidates) -> [OccupationCandidate] {
    var candidates: [OccupationCandidate] = []
    switch known.look(up: written)?.hit {
    case .code(let code): candidates = [OccupationCandidate(code: code, score: 1, like: written)]
    case .ambiguous(let codes):
      candidates = codes.map { OccupationCandidate(code: $0, score: 1 / Double(codes.count), like: written) }
    case nil: break
    }
    let title = OccupationTitle(written)
    if candidates.count < count {
      candidates += likely(title).filter { candidate in
        !candidates.contains { $0.code.prefix(3) == candidate.code.prefix(3) }
      }
    }
    return Array(candidates.prefix(count))
  }

  /// The groups of titles like one. Where a known title that is one slip away is of another group than the likeliest,
  /// neither is believed. A slip proves nothing by itself: real titles too are one letter apart (`truckoperatör`,
  /// `tryckoperatör`).
  private func likely(_ title: OccupationTitle) -> [OccupationCandidate] {
    likelyGroups.value(title) { title in
      var candidates = similar.value.candidates(for: title, count: Self.mostCandidates)
      guard let first = candidates.first, let slip = known.misspelt(title) else { return candidates }
      if first.code.prefix(3) == slip.code.prefix(3) {
        candidates[0].like = slip.like
      } else {
        candidates[0].score = min(first.score, Self.disputedScore)
        candidates.removeAll { $0.code.prefix(3) == slip.code.prefix(3) }
        candidates.insert(OccupationCandidate(code: slip.code, score: Self.disputedScore, like: slip.like), at: 0)
      }
      return Array(candidates.prefix(Self.mostCandidates))
    }
  }

  /// Groups that are looked at for one title.
  package static let mostCandidates = 3

  /// How often the slip's group was right where the two differed; by cross-validation, as all scores.
  private static let disputedScore = 0.3

  /// Whether a title is that of the row for the rest of the staff.
  static func isAllOther(_ title: String) -> Bool { isAllOther(OccupationTitle(title)) }

  private static func isAllOther(_ title: OccupationTitle) -> Bool { allOther.contains(title.key) }

  private static let allOther: Set<String> = [
    "allaövriga", "övriga", "övrigt", "övrigapersonal", "övrigpersonal", "övrigayrken", "övrigaanställda", "allaandra",
    "resten", "restenavpersonalen", "allother", "allothers", "other", "others", "otheroccupations", "therest",
  ]
}
