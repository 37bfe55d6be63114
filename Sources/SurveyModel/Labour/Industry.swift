/// A section of SNI 2007 (a letter), with the divisions (two digits) it holds.
package struct IndustrySection: Hashable, Sendable {
  package var letter: String
  package var name: LocalizedText
  package var divisions: [String]

  package init(letter: String, name: LocalizedText, divisions: [String]) {
    self.letter = letter
    self.name = name
    self.divisions = divisions
  }
}
