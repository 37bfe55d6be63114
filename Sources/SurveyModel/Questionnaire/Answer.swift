/// One typed answer to a question that measures no concept: what frequency tables see.
package enum Answer: Hashable, Sendable {
  case missing(MissingReason)
  case quantity(Quantity)
  /// Codes of the question's list; one for a single choice.
  case choices([String])
  case text(String)
}
