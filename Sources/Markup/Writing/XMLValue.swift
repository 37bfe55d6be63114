/// The value of an attribute: a text, or a coordinate.
package enum XMLValue: Sendable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation,
  ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral
{
  case string(String)
  case number(Double)

  package init(stringLiteral value: String) { self = .string(value) }
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(integerLiteral value: Int) { self = .number(Double(value)) }

  /// `nil` for a number that is none.
  var text: String? {
    switch self {
    case .string(let text): text
    case .number(let number): Self.coordinate(number)
    }
  }

  /// A coordinate with at most two decimals, halves away from zero, never an exponent and never −0.
  /// `nil` if it is not finite, or so large that two decimals mean nothing.
  package static func coordinate(_ value: Double) -> String? {
    let hundredths = (value * 100).rounded()
    guard hundredths.isFinite, abs(hundredths) < 9e15 else { return nil }
    let (whole, rest) = Int(abs(hundredths)).quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
