import ConfidentialRecords

/// The enterprises behind one cell: how many, and the two largest values (F25).
///
/// Employers arrive sorted by enterprise, so an enterprise is complete when the next one comes. A part of the input
/// cannot know whether its first enterprise began in the part before; it keeps that one, and the last, open until the
/// parts are merged in order.
struct EnterpriseTally: Sendable {
  struct Open: Sendable {
    var enterprise: String
    var isProtected: Bool
    /// Σ|x| over the enterprise's establishments, unweighted and weighted.
    var value: Double
    var weighted: Double
  }

  private(set) var closed = Contributors()
  private var firstIsOpen: Bool
  private var head: Open?
  private var tail: Open?

  /// - Parameter partOfInput: the input may have begun earlier, so that the first enterprise stays open.
  init(partOfInput: Bool) { firstIsOpen = partOfInput }

  mutating func add(_ next: Open) {
    guard next.value != 0 || next.weighted != 0 else { return }
    if tail?.enterprise == next.enterprise {
      tail?.value += next.value
      tail?.weighted += next.weighted
      return
    }
    closeTail()
    tail = next
  }

  /// Adds the tally of the part that follows.
  mutating func merge(_ later: EnterpriseTally) {
    if let head = later.head {
      add(head)
      closeTail()
      close(later.closed)
    }
    if let tail = later.tail { add(tail) }
  }

  func finished() -> Contributors {
    var all = self
    all.firstIsOpen = false
    all.closeTail()
    if let head = all.head { all.close(head) }
    return all.closed
  }

  private mutating func closeTail() {
    guard let done = tail else { return }
    tail = nil
    if firstIsOpen {
      head = done
      firstIsOpen = false
    } else {
      close(done)
    }
  }

  private mutating func close(_ done: Open) {
    closed.unweighted += done.value
    guard done.isProtected else {
      closed.unprotectedEnterprises += 1
      closed.unprotectedTotal += done.weighted
      return
    }
    closed.enterprises += 1
    closed.total += done.weighted
    rank(done.enterprise, done.value)
  }

  private mutating func close(_ part: Contributors) {
    closed.enterprises += part.enterprises
    closed.unprotectedEnterprises += part.unprotectedEnterprises
    closed.total += part.total
    closed.unprotectedTotal += part.unprotectedTotal
    closed.unweighted += part.unweighted
    if let key = part.largestKey { rank(key, part.largest) }
    if let key = part.secondKey { rank(key, part.second) }
  }

  /// Of equal values the first in the order of the input stays first.
  private mutating func rank(_ enterprise: String, _ value: Double) {
    if value > closed.largest || closed.largestKey == nil {
      (closed.secondKey, closed.second) = (closed.largestKey, closed.largest)
      (closed.largestKey, closed.largest) = (enterprise, value)
    } else if value > closed.second || closed.secondKey == nil {
      (closed.secondKey, closed.second) = (enterprise, value)
    }
  }
}
