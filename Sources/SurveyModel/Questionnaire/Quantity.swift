/// A number as a respondent can give it: a point, a range, a one-sided limit, or the reason there is none.
///
/// Unit: that of the question (persons, mostly). Ranges keep `low <= best <= high`.
package enum Quantity: Hashable, Sendable {
  case missing(MissingReason)
  case point(Double)
  /// "10–15", "at least 5" (`high` nil), or low, best and high.
  case range(low: Double, best: Double?, high: Double?)

  package static let notAsked = Quantity.missing(.notAsked)

  /// Nil when missing.
  package var low: Double? {
    switch self {
    case .missing: nil
    case .point(let value): value
    case .range(let low, _, _): low
    }
  }

  /// Nil when missing, and when there is no upper end.
  package var high: Double? {
    switch self {
    case .missing: nil
    case .point(let value): value
    case .range(_, _, let high): high
    }
  }

  /// The value to reckon with: the point, the respondent's best, else the middle of a closed range.
  /// Nil when missing, and for a one-sided range without a best value.
  package var best: Double? {
    switch self {
    case .missing: nil
    case .point(let value): value
    case .range(let low, let best, let high): best ?? high.map { (low + $0) / 2 }
    }
  }

  /// `20`, `10..15`, `5..` without an upper end, `10..12..15` with a best value; the reason when missing.
  package var text: String {
    func plain(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }
    switch self {
    case .missing(let reason): return reason.rawValue
    case .point(let value): return plain(value)
    case .range(let low, let best, let high):
      return plain(low) + (best.map { "..\(plain($0))" } ?? "") + ".." + (high.map(plain) ?? "")
    }
  }

  package var missingReason: MissingReason? {
    if case .missing(let reason) = self { reason } else { nil }
  }
}
