/// What is shown on screen: a place, a fact, and a next step.
///
/// No field may hold what a respondent wrote, or anything about a person: say the kind and length of it.
package struct Problem: Error, Hashable, Sendable {
  package enum Severity: String, Hashable, Sendable, Comparable {
    case note, warning, error
    package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
    private var rank: Int { self == .note ? 0 : self == .warning ? 1 : 2 }
  }

  package var severity: Severity
  package var location: SourceLocation?
  /// One line, no full stop: what is wrong.
  package var summary: String
  package var expected: String?
  package var got: String?
  /// What to do next.
  package var hint: String?

  package init(
    _ severity: Severity, at location: SourceLocation? = nil, _ summary: String,
    expected: String? = nil, got: String? = nil, hint: String? = nil
  ) {
    self.severity = severity
    self.location = location
    self.summary = summary
    self.expected = expected
    self.got = got
    self.hint = hint
  }
}
