/// Where a question stands in a submission: `group/question`, `repeat[]/question`, a name alone, or `@attribute` of
/// the submission itself. Prefixes of namespaces are left out; a path from the root, as a form's `nodeset` has it,
/// begins with `/`.
struct XFormsPath: Hashable, Sendable {
  /// The names of the elements below the root, outermost first; none for an attribute.
  let steps: [String]
  /// Which step is the group whose occurrences are the rows.
  let rows: Int?
  let attribute: String?

  /// Nil for what is no such path, or numbers the rows of more than one group.
  init?(_ written: String) {
    if written.hasPrefix("@") {
      let name = Self.localName(written.dropFirst())
      guard Self.isName(name) else { return nil }
      (steps, rows, attribute) = ([], nil, name)
      return
    }
    var parts = written.split(separator: "/", omittingEmptySubsequences: false)
    if written.hasPrefix("/") {
      guard parts.count > 2 else { return nil }
      parts.removeFirst(2)
    }
    let marked = parts.indices.filter { parts[$0].hasSuffix("[]") }
    let names = parts.map { Self.localName($0.hasSuffix("[]") ? $0.dropLast(2) : $0) }
    guard names.allSatisfy(Self.isName), marked.count <= 1 else { return nil }
    (steps, rows, attribute) = (names, marked.first, nil)
  }

  /// A name alone, which may stand anywhere in the submission as long as it stands at one place only.
  var isNameAlone: Bool { steps.count == 1 && rows == nil }

  private static func localName(_ written: Substring) -> String {
    written.lastIndex(of: ":").map { String(written[written.index(after: $0)...]) } ?? String(written)
  }

  private static func isName(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, first == "_" || first.properties.isAlphabetic else { return false }
    return name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || "_-.".unicodeScalars.contains($0)
    }
  }
}
