/// Why a cell does not show its number; for the disclosure log and the counts.
package enum HidingReason: String, CaseIterable, Hashable, Sendable {
  // Primary: the number itself would tell
  case tooFewEnterprises, dominated, tooFewPersons, zeroOfFew, allOfGroup
  /// Only a few stand behind what the number is a share of.
  case baseOfFew
  /// Numerator, denominator or need is hidden.
  case hiddenPart
  /// Hidden so that another cannot be reckoned from it.
  case secondary
  // No secret
  case tooUncertain, noAnswers, cannotOccur, notAsked, nothingThere, otherVersion

  var isPrimary: Bool {
    switch self {
    case .tooFewEnterprises, .dominated, .tooFewPersons, .zeroOfFew, .allOfGroup, .baseOfFew: true
    default: false
    }
  }
}
