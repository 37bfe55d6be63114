import Diagnostics
import Yams

/// A study file read into nodes, and through a type into values.
package enum YAMLFile {
  /// Levels of lists and keys: more than any study file needs.
  static let deepest = 12

  /// Reads one file that belongs to no study folder as a whole, such as a simulation's settings.
  /// - Throws: everything that is wrong with it, at once.
  package static func load<Value>(_ path: String, as type: YAMLType<Value>) throws(StageFailure) -> Value {
    let faults = FaultList()
    let value = read(path, as: type, faults)
    try faults.throwIfAny()
    guard let value else {
      throw StageFailure(.wrongStudyFile, [Problem(.error, at: SourceLocation(path: path), "the file says nothing")])
    }
    return value
  }

  /// Reads one file of several; nil when anything in it is wrong.
  package static func read<Value>(_ path: String, as type: YAMLType<Value>, _ faults: FaultList) -> Value? {
    studyFileText(path, faults).flatMap { parse($0, path: path, faults) }.flatMap { type.read($0, faults) }
  }

  /// Stands for `*` while Yams reads, so that no alias exists that could repeat a node: see `parse`.
  private static let star: Unicode.Scalar = "\u{E000}"

  /// The nodes of a YAML text. Anchors and aliases are refused: a few lines of them can stand for billions of nodes, and
  /// Yams puts them in place before anyone can look. A plain text cannot begin with `*` unless it is an alias, so with
  /// another character in its place an alias becomes a text that gives itself away.
  package static func parse(_ text: String, path: String, _ faults: FaultList) -> YAMLNode? {
    guard !text.unicodeScalars.contains(star) else {
      faults.add("the file holds a character for private use", at: SourceLocation(path: path), got: "U+E000")
      return nil
    }
    let harmless = text.replacing("*", with: star)
    do {
      let parser = try Parser(yaml: harmless, resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else {
        faults.add("the file is empty", at: SourceLocation(path: path))
        return nil
      }
      // The anchors of nodes live as long as the parser.
      return withExtendedLifetime(parser) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let builder = NodeBuilder(path: path, lines: lines, star: star, faults: faults)
        return builder.node(root, label: "the file", keyLocation: nil, depth: 0)
      }
    } catch {
      faults.add(error as? YamlError, path: path)
      return nil
    }
  }
}

extension FaultList {
  /// What Yams could not read, in our words: it reports the first such place of a file only.
  fileprivate func add(_ error: YamlError?, path: String) {
    func place(_ mark: Mark) -> SourceLocation { SourceLocation(path: path, line: mark.line, column: mark.column) }
    switch error {
    case .scanner(_, let problem, let mark, _)?, .parser(_, let problem, let mark, _)?,
      .composer(_, let problem, let mark, _)?:
      add("this is not YAML", at: place(mark), got: problem, hint: "look at indentation, quotes and colons here")
    case .duplicatedKeysInMapping(let keys, let context)?:
      let which = keys.count == 1 ? "the key \(keys[0]) stands" : "the keys \(keys.joined(separator: ", ")) stand"
      add("\(which) twice", at: place(context.mark), hint: "keep one of them")
    case .reader(_, let offset, _, let text)?:
      let line = offset.map { text.prefix($0).count(where: \.isNewline) + 1 }
      add("the file holds a character that no text has", at: SourceLocation(path: path, line: line))
    default:
      add("this is not YAML", at: SourceLocation(path: path))
    }
  }
}
