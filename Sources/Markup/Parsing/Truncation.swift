/// Whether a page ends before it was finished, as when a download or a copy was cut off.
///
/// A page that closes its `body` or `html` itself is whole, however untidy. Otherwise it is truncated when
/// - it began as a whole document, with `<!doctype`, `<html`, `<head` or `<body`; or
/// - it ends inside a tag, a comment, a script or a style sheet; or
/// - it leaves an element open whose end tag HTML does not let one leave out, such as a form or a table.
///
/// So a fragment that closes what it opens is whole, and so is a plain list of unclosed `<li>`.
struct Truncation {
  private(set) var isTruncated = false
  /// It ends between the `<` and the `>` of a tag.
  private(set) var isInsideTag = false
  private let beganAsDocument: Bool

  init(_ text: UnsafeBufferPointer<UInt8>) {
    let head = UnsafeBufferPointer(rebasing: text[..<min(text.count, DeclaredCharset.searched)])
    beganAsDocument = ["<!doctype", "<html", "<head", "<body"].contains { (tag: StaticString) in
      head.find(tag) != nil
    }
  }

  /// Called with what the parser could not use, before it closes what is open.
  mutating func inputEnds(unused: Slice<UnsafeBufferPointer<UInt8>>, builder: TreeBuilder) {
    isInsideTag = unused.beginsTag
    // The parser may still be waiting for more behind the last tags; they count all the same.
    let waiting = UnsafeBufferPointer(rebasing: unused)
    guard !builder.isClosedByPage, waiting.find("</body>") == nil, waiting.find("</html>") == nil else { return }
    isTruncated =
      beganAsDocument || isInsideTag
      || builder.open.contains { !Self.endTagIsOptional(builder.content.nodes[Int($0)].name) }
  }

  private static func endTagIsOptional(_ name: UInt16) -> Bool { optional.contains(name) }

  private static let optional: Set<UInt16> = Set(
    [
      KnownName.html, .head, .body, .p, .li, .dt, .dd, .option, .optgroup, .colgroup, .caption, .thead, .tbody,
      .tfoot, .tr, .th, .td,
    ].map(\.rawValue))
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// A `<` with something after it that makes it markup, or with nothing after it.
  fileprivate var beginsTag: Bool {
    guard first == UInt8(ascii: "<") else { return false }
    guard let second = dropFirst().first else { return true }
    return second | 0x20 >= UInt8(ascii: "a")
      || [UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(second)
  }
}
