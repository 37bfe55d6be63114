import Diagnostics

/// A part of a study file: a text as it is written, a list, or keys with values, and where it stands.
///
/// Nothing is typed here: `0181` is a text and so is `no`, until a `YAMLType` reads it.
package struct YAMLNode: Sendable {
  package enum Content: Sendable {
    case text(String)
    case list([YAMLNode])
    case keys([(key: YAMLNode, value: YAMLNode)])
  }

  package var content: Content
  package var location: SourceLocation
  /// The key it belongs to, for messages.
  package var label: String
  /// Where its key stands; its own place for an item of a list.
  package var keyLocation: SourceLocation
  /// Column of the first character of a text that stands in the file as it is, without line breaks or escapes.
  package var textColumn: Int?

  package init(
    _ content: Content, at location: SourceLocation, label: String, keyLocation: SourceLocation? = nil,
    textColumn: Int? = nil
  ) {
    self.content = content
    self.location = location
    self.label = label
    self.keyLocation = keyLocation ?? location
    self.textColumn = textColumn
  }

  /// What a message says it got. Study files are written by the study's own people, so their words may be shown.
  var description: String {
    switch content {
    case .text(""): "nothing"
    case .text(let text): text.count > 60 ? "a text of \(text.count) characters" : "'\(text)'"
    case .list: "a list"
    case .keys: "keys and values"
    }
  }
}
