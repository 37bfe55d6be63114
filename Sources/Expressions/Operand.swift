/// What a name in an expression is worth in one response.
package enum Operand: Hashable, Sendable {
  case number(Interval)
  case text(String)
  case boolean(Bool)
  case set(Set<String>)
  /// One number, or `missing`, for each row that the respondent began.
  case rows([Operand])
  /// There is a reason for having no value; which one makes no difference here.
  case missing

  var isMissing: Bool { if case .missing = self { true } else { false } }
}

/// How a condition comes out in one response.
package enum Outcome: String, Hashable, Sendable, CaseIterable {
  case holds
  case breaks
  /// A range is among the operands, and the condition holds for a part of it only.
  case mayBreak
  /// An operand that decides has a missing reason, or would divide by 0.
  case doesNotApply
}
