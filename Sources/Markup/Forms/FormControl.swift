/// One question's field on a page, with what a person would see filled in.
///
/// Radio buttons with one name are one control, and so are check boxes with one name.
package struct FormControl: Sendable {
  package enum Kind: String, Hashable, Sendable {
    case text, number, hidden, radio, checkbox, select, selectMultiple, textarea
  }

  /// One choice of a select, or one button of a group.
  package struct Option: Hashable, Sendable {
    package var value: String
    /// The text a person sees at it.
    package var label: String
    package var isChosen: Bool
    package var line: Int
  }

  /// An `<input>` of a group, or the control itself.
  struct Member: Sendable {
    var node: Int32
    /// The `<label for>` that points to it.
    var label: Int32?
  }

  let tree: MarkupTree
  /// The first one stands for the group.
  var first: Member
  var others: [Member] = []
  /// As written; empty if there is none.
  package let name: String
  package let kind: Kind
  /// Of the bare name, for `FieldIndex`; 0 if there is no name.
  let patternHash: UInt64
  /// What is filled in or chosen, as written: nothing if blank, several only for groups and multiple selects.
  ///
  /// A select where nothing is marked `selected` is blank, although a browser shows its first option. Two radio
  /// buttons checked are both here: which one was meant is not for a reader of pages to say.
  package internal(set) var values: [String]

  /// Buttons or boxes of a group.
  package var memberCount: Int { 1 + others.count }
  var members: [Member] { [first] + others }
  package var node: MarkupNode { MarkupNode(tree: tree, index: first.node) }
  package var id: String? { node.attribute(.id) }
  package var line: Int { node.line }
  package var path: String { node.path }
  package var isGroup: Bool { kind == .radio || kind == .checkbox }
}
