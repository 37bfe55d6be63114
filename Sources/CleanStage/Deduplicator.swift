import ConfidentialRecords

/// Keeps one response of each establishment, from responses sorted by establishment (ING-16).
///
/// Of two, the one that says how many are employed is kept; if both or neither do, the later; then the one with more
/// answers; then the one whose key comes first. An answer without a date counts as the earliest.
struct Deduplicator {
  /// The response of an establishment that is kept, and the others.
  typealias Finished = (kept: ResponseAside, others: [ResponseAside])

  private var kept: ResponseAside?
  private var others: [ResponseAside] = []

  /// - Returns: what is finished now that the next establishment has begun.
  mutating func take(_ response: ResponseAside) throws(JSONError) -> Finished? {
    guard let current = kept, current.isOfSameUnit(as: response) else {
      let finished = finish()
      kept = response
      return finished
    }
    if try Rank(current.cleaned()) < Rank(response.cleaned()) {
      others.append(current)
      kept = response
    } else {
      others.append(response)
    }
    return nil
  }

  /// The last establishment.
  mutating func finish() -> Finished? {
    defer { (kept, others) = (nil, []) }
    return kept.map { ($0, others) }
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

extension ResponseAside {
  fileprivate func isOfSameUnit(as other: ResponseAside) -> Bool {
    decisive.enterprise == other.decisive.enterprise && decisive.establishment == other.decisive.establishment
  }
}
