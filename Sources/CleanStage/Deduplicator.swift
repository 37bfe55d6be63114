import ConfidentialRecords

/// Keeps one response of each establishment, from responses sorted by establishment (ING-16).
///
/// Of two, the one that says how many are employed is kept; if both or neither do, the later; then the one with more
/// answers; then the one whose key comes first. An answer without a date counts as the earliest.
struct Deduplicator {
  private var kept: CleanedResponse?
  private var others: [RejectedRecord] = []

  /// - Returns: what is finished now that the next establishment has begun.
  mutating func take(_ response: CleanedResponse) -> (kept: CleanedResponse, rejected: [RejectedRecord])? {
    guard let current = kept, current.isOfSameUnit(as: response) else {
      let finished = finish()
      kept = response
      return finished
    }
    if Rank(current) < Rank(response) {
      others.append(current.rejected)
      kept = response
    } else {
      others.append(response.rejected)
    }
    return nil
  }

  /// The last establishment.
  mutating func finish() -> (kept: CleanedResponse, rejected: [RejectedRecord])? {
    guard let kept else { return nil }
    let rejected = others.map { other in
      var other = other
      other.inFavourOf = kept.employer.response
      return other
    }
    self.kept = nil
    others = []
    return (kept, rejected)
  }

  private struct Rank: Comparable {
    let saysStaff: Bool
    let answered: String
    let answersGiven: Int
    let key: String

    init(_ response: CleanedResponse) {
      let employer = response.employer
      saysStaff = employer.staff.missingReason == nil
      answered = employer.answered
      answersGiven = employer.answersGiven
      key = employer.response
    }

    static func < (a: Rank, b: Rank) -> Bool {
      if a.saysStaff != b.saysStaff { return b.saysStaff }
      if a.answered != b.answered { return a.answered.utf8.lexicographicallyPrecedes(b.answered.utf8) }
      if a.answersGiven != b.answersGiven { return a.answersGiven < b.answersGiven }
      return b.key.utf8.lexicographicallyPrecedes(a.key.utf8)
    }
  }
}

extension CleanedResponse {
  fileprivate func isOfSameUnit(as other: CleanedResponse) -> Bool {
    employer.enterprise == other.employer.enterprise && employer.establishment == other.employer.establishment
  }

  fileprivate var rejected: RejectedRecord {
    RejectedRecord(path: employer.path, line: line, response: employer.response, reason: .duplicate)
  }
}
