/// An occupation group of SSYK 2012, at any of its four levels: the number of digits is the level.
package struct Occupation: Hashable, Sendable {
  /// One to four digits, leading zeros kept; text, never a number.
  package var code: String
  package var name: LocalizedText

  package init(code: String, name: LocalizedText) {
    self.code = code
    self.name = name
  }

  /// The row "all other occupations" of a questionnaire: staff that no occupation is named for.
  package static let allOther = "all-other"
  /// A title was given, and no code could be put on it.
  package static let uncoded = "uncoded"

  /// The code cut to a level of 1 to 4 digits; the two special codes stay what they are.
  package static func group(of code: String, digits: Int) -> String {
    code == allOther || code == uncoded ? code : String(code.prefix(digits))
  }
}
