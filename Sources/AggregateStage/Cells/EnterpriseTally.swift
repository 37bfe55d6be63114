import ConfidentialRecords

/// The enterprises behind one cell: how many, and the two largest values (F25).
///
/// Employers arrive sorted by enterprise, so an enterprise is complete when the next one comes.
struct EnterpriseTally: Sendable {
  private var closed = Contributors()
  private var enterprise = ""
  private var isOpen = false
  private var isProtected = false
  /// Σ|x| over the establishments of the open enterprise, unweighted and weighted.
  private var value = 0.0
  private var weighted = 0.0

  mutating func add(_ amount: Double, weight: Double, enterprise: String, isProtected: Bool) {
    let amount = abs(amount)
    guard amount != 0 else { return }
    if !isOpen || self.enterprise != enterprise {
      close()
      self.enterprise = enterprise
      self.isProtected = isProtected
      isOpen = true
    }
    value += amount
    weighted += weight * amount
  }

  var contributors: Contributors {
    var all = self
    all.close()
    return all.closed
  }

  private mutating func close() {
    guard isOpen else { return }
    isOpen = false
    closed.unweighted += value
    if isProtected {
      closed.enterprises += 1
      closed.total += weighted
      rank()
    } else {
      closed.unprotectedEnterprises += 1
      closed.unprotectedTotal += weighted
    }
    (value, weighted) = (0, 0)
  }

  /// Of equal values the first in the order of the input stays first.
  private mutating func rank() {
    if value > closed.largest || closed.largestKey == nil {
      (closed.secondKey, closed.second) = (closed.largestKey, closed.largest)
      (closed.largestKey, closed.largest) = (enterprise, value)
    } else if value > closed.second || closed.secondKey == nil {
      (closed.secondKey, closed.second) = (enterprise, value)
    }
  }
}
