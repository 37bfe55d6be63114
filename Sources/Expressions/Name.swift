/// A name in an expression, with the horizon in years that stands in parentheses after it: `staff`, `retirements(10)`.
package struct Name: Hashable, Sendable, CustomStringConvertible {
  package var identifier: String
  package var horizon: Int?

  package init(_ identifier: String, horizon: Int? = nil) {
    self.identifier = identifier
    self.horizon = horizon
  }

  /// As it is written in an expression.
  package var description: String {
    if let horizon { "\(identifier)(\(horizon))" } else { identifier }
  }
}
