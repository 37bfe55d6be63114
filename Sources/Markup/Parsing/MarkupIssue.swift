/// Something wrong with the markup that the parser recovered from: a place and a class, never the page's text.
package struct MarkupIssue: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case character, encoding, entity, tag, attribute, nesting, structure, namespace, other
  }

  /// libxml2's number of the error (`xmlParserErrors`).
  package var code: Int
  package var kind: Kind
  /// Both from 1; 0 where libxml2 does not say.
  package var line: Int
  package var column: Int
  /// XML that has it is not well-formed.
  package var isFatal: Bool
}

extension MarkupIssue.Kind {
  /// After the numbers in `libxml/xmlerror.h`, which stay the same between versions.
  init(code: Int) {
    switch code {
    case 8, 9, 110: self = .character
    case 31, 32, 79, 80, 81: self = .encoding
    case 6, 7, 10...30, 68, 87...89, 104, 107: self = .entity
    case 72, 73, 74, 77, 801, 802: self = .tag
    case 33...44, 65, 71, 533: self = .attribute
    case 76: self = .nesting
    case 4, 5, 45...64, 78, 86, 800: self = .structure
    case 200...205: self = .namespace
    default: self = .other
    }
  }
}
