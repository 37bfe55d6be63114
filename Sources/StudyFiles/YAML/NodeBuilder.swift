import Diagnostics
import Yams

/// Turns Yams' nodes into ours.
struct NodeBuilder {
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

extension String {
  func replacing(_ old: Unicode.Scalar, with new: Unicode.Scalar) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: unicodeScalars.lazy.map { $0 == old ? new : $0 })
    return text
  }
}
