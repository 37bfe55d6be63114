/// How the list of whom to phone first is ordered (F40).
package struct CallListSettings: Hashable, Sendable {
  /// What a unit's local scores are taken together by.
  package enum GlobalScore: String, CaseIterable, Hashable, Sendable {
    case sum, euclidean, maximum
  }

  package var score = GlobalScore.sum
  /// SUSP of an answer that an outlier rule has marked, 0 to 1; an answer that is missing or a range has 1, since it
  /// is known not to be known.
  package var outlierSuspicion = 0.5

  package init() {}
}
