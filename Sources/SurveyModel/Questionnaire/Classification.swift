/// A list of codes outside the questionnaire that a question's answer, given in words, is coded by.
package enum Classification: String, CaseIterable, Hashable, Sendable {
  /// SUN 2020 and SeQF.
  case education
  /// A unit of the Open College Network.
  case ocn
  /// SNI 2007.
  case industry
  /// Municipalities of Sweden.
  case municipality
  /// A group of SSYK 96, which becomes one of SSYK 2012 where there is a bridge.
  case ssyk96

  /// An answer that no code could be put on.
  package static let uncoded = Occupation.uncoded
}
