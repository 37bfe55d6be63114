/// Why there is no value. Never an empty string, 0 or −99 instead.
package enum MissingReason: String, CaseIterable, Hashable, Sendable {
  /// The questionnaire (its short form, say) does not have the question.
  case notAsked
  /// The respondent stopped before it.
  case notReached
  /// Skip logic or the respondent says that it does not apply.
  case notApplicable
  case refused
  case doNotKnow
  /// Shown, and left empty.
  case blank
  /// Something was written that cannot be understood.
  case unreadable
  /// A hard rule says it cannot be true.
  case implausible
}
