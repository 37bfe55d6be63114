import SurveyModel

/// A workplace as the register has it.
package struct Workplace: Sendable {
  /// `0181-0042`.
  package var id: String
  package var municipality: String
  package var enterprise: String
  package var holding: String?
  package var sector: Sector
  package var sni: String
  package var staffing: String
  /// Staff by the register.
  package var staff: Int
  package var sizeClass: String
  /// Named in the plan for its size; its answer is never lost and never odd.
  package var isNamed: Bool
}
