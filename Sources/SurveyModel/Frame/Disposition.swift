/// How an approach to a unit ended. The last two are the frame's faults, not the respondent's.
package enum Disposition: String, CaseIterable, Hashable, Sendable {
  case completed
  case partial
  case refused
  case noContact
  /// Closed, no staff, moved out: counts as an answer of 0 (o_g of F1).
  case ineligible
  /// Never found out whether the unit exists.
  case unknown
  /// An answer came and was withdrawn: approached and not answered.
  case withdrawn

  /// The unit gave an answer that can be used.
  package var isAnswer: Bool { self == .completed || self == .partial }
}
