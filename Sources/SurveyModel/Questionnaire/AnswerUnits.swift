/// What a number of staff is counted in. Heads and full-time equivalents are never added or compared without a factor
/// that the study states (EDT-13); hours are never turned into either.
package enum StaffUnit: String, CaseIterable, Hashable, Sendable {
  case persons
  case fullTimeEquivalents = "full-time equivalents"
  case hours
}

/// What a number without a unit means where money is asked for. Answers are kept in SEK, whatever was asked.
package enum MoneyUnit: String, CaseIterable, Hashable, Sendable {
  case sek = "SEK"
  case thousandSEK = "thousand SEK"
  case millionSEK = "million SEK"

  package var inSEK: Double {
    switch self {
    case .sek: 1
    case .thousandSEK: 1_000
    case .millionSEK: 1_000_000
    }
  }
}

extension Concept.Kind {
  /// The units in which an answer of this kind can be asked for, the usual one first; nil where any will do.
  package var units: [String]? {
    switch self {
    case .share: ["percent"]
    case .money: MoneyUnit.allCases.map(\.rawValue)
    default: nil
    }
  }
}
