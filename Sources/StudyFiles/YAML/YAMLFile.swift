import Diagnostics
import FoundationEssentials
import Yams

/// A study file read into nodes, and through a type into values.
package enum YAMLFile {
  /// More than any study file needs.
  static let largest = 1_000_000
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
    text(of: path, faults).flatMap { parse($0, path: path, faults) }.flatMap { type.read($0, faults) }
  }

  /// The text of a file that is a regular one, not too large, and UTF-8; without a byte order mark.
  static func text(of path: String, _ faults: FaultList) -> String? {
    let place = SourceLocation(path: path)
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else {
      faults.add("there is no such file", at: place)
      return nil
    }
    guard attributes[.type] as? FileAttributeType == .typeRegular,
      let data = FileManager.default.contents(atPath: path)
    else {
      faults.add("the file cannot be read", at: place, expected: "a file of this study")
      return nil
    }
    guard data.count <= largest else {
      faults.add("the file is too large", at: place, expected: "at most \(largest) bytes", got: "\(data.count) bytes")
      return nil
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      faults.add("the file is not UTF-8", at: place, hint: "save it as UTF-8")
      return nil
    }
    return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
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

/// Turns Yams' nodes into ours.
private struct NodeBuilder {
  let path: String
  let lines: [Substring]
  let star: Unicode.Scalar
  let faults: FaultList

  func node(_ node: Node, label: String, keyLocation: SourceLocation?, depth: Int) -> YAMLNode? {
    let place = SourceLocation(path: path, line: node.mark?.line, column: node.mark?.column)
    guard depth <= YAMLFile.deepest else {
      faults.add("\(label) is nested too deeply", at: place, expected: "at most \(YAMLFile.deepest) levels")
      return nil
    }
    if node.anchor != nil {
      faults.add("anchors are not read", at: place, hint: "write the value out where it is needed")
      return nil
    }
    switch node {
    case .scalar(let scalar): return text(scalar, label: label, at: place, keyLocation: keyLocation)
    case .sequence(let sequence):
      let items = sequence.map { self.node($0, label: label, keyLocation: nil, depth: depth + 1) }
      guard !items.contains(where: { $0 == nil }) else { return nil }
      return YAMLNode(.list(items.compactMap(\.self)), at: place, label: label, keyLocation: keyLocation)
    case .mapping(let mapping):
      var pairs: [(key: YAMLNode, value: YAMLNode)] = []
      var isWhole = true
      for (key, value) in mapping {
        let keyNode = self.node(key, label: label, keyLocation: nil, depth: depth + 1)
        let name = if case .text(let text) = keyNode?.content { text } else { label }
        let valueNode = self.node(value, label: name, keyLocation: keyNode?.location, depth: depth + 1)
        if let keyNode, let valueNode { pairs.append((keyNode, valueNode)) } else { isWhole = false }
      }
      return isWhole ? YAMLNode(.keys(pairs), at: place, label: label, keyLocation: keyLocation) : nil
    case .alias:
      faults.add("aliases are not read", at: place, hint: "write the value out where it is needed")
      return nil
    }
  }

  private func text(
    _ scalar: Node.Scalar, label: String, at place: SourceLocation, keyLocation: SourceLocation?
  ) -> YAMLNode? {
    if scalar.style == .plain, scalar.string.unicodeScalars.first == star {
      faults.add("aliases are not read", at: place, hint: "write the value out where it is needed")
      return nil
    }
    let text = scalar.string.replacing(star, with: "*")
    var column: Int?
    if let line = place.line, let start = place.column, lines.indices.contains(line - 1) {
      let first = scalar.style == .plain ? start : start + 1
      if lines[line - 1].unicodeScalars.dropFirst(first - 1).starts(with: text.unicodeScalars) { column = first }
    }
    return YAMLNode(.text(text), at: place, label: label, keyLocation: keyLocation, textColumn: column)
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

extension String {
  fileprivate func replacing(_ old: Unicode.Scalar, with new: Unicode.Scalar) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: unicodeScalars.lazy.map { $0 == old ? new : $0 })
    return text
  }
}
