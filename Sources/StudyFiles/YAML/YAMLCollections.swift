import Diagnostics

extension YAMLType {
  /// A list, or a single value where a list of one is meant.
  package static func list<Item>(of item: YAMLType<Item>, atLeast minimum: Int = 0) -> YAMLType where Value == [Item] {
    let expected = "a list of " + item.expected
    return YAMLType(expected) { node, faults in
      var items = [node]
      if case .list(let nodes) = node.content { items = nodes }
      if case .text("") = node.content { items = [] }
      let values = items.map { item.read($0, faults) }
      guard values.count >= minimum else {
        faults.add("\(node.label) is too short", at: node.location, expected: "\(expected), at least \(minimum)")
        return nil
      }
      return values.contains { $0 == nil } ? nil : values.compactMap(\.self)
    }
  }

  /// A list in which no two items have the same name.
  package static func list<Item>(
    of item: YAMLType<Item>, atLeast minimum: Int = 0, unique what: String,
    by name: @escaping @Sendable (Item) -> String
  ) -> YAMLType where Value == [Item] {
    let items = YAMLType<[Located<Item>]>.list(of: item.located, atLeast: minimum)
    return YAMLType(items.expected) { node, faults in
      guard let located = items.read(node, faults) else { return nil }
      noteDuplicates(
        of: what, in: located.map { Located<String>(value: name($0.value), location: $0.location) }, faults)
      return located.map(\.value)
    }
  }

  /// Keys that the file may choose, each with a value of the same type, in the order of the file.
  package static func dictionary<Item>(of item: YAMLType<Item>) -> YAMLType
  where Value == [(key: String, value: Item)] {
    YAMLType("keys, each with \(item.expected)") { node, faults in
      guard let pairs = pairs(of: node, faults, expected: "keys, each with \(item.expected)") else { return nil }
      let values = pairs.map { pair in item.read(pair.value, faults).map { (key: pair.key, value: $0) } }
      return values.contains { $0 == nil } ? nil : values.compactMap(\.self)
    }
  }

  /// Keys that are known. The closure must ask for every one of them, whatever is missing; a key of the file that it has
  /// not asked for is a fault.
  package static func mapping(_ expected: String, _ read: @escaping @Sendable (YAMLKeys) -> Value?) -> YAMLType {
    YAMLType(expected) { node, faults in
      guard let pairs = pairs(of: node, faults, expected: expected) else { return nil }
      let keys = YAMLKeys(pairs, at: node.location, what: expected, faults)
      let value = read(keys)
      keys.noteUnknown()
      return value
    }
  }
}

/// The keys of a node, each once; the second of two that are alike is a fault.
private func pairs(of node: YAMLNode, _ faults: FaultList, expected: String) -> [(key: String, value: YAMLNode)]? {
  guard case .keys(let nodes) = node.content else {
    faults.add("\(node.label) has a wrong value", at: node.location, expected: expected, got: node.description)
    return nil
  }
  var pairs: [(key: String, value: YAMLNode)] = []
  var known: Set<String> = []
  for (key, value) in nodes {
    guard case .text(let text) = key.content else {
      faults.add("a key is no text", at: key.location, got: key.description)
      continue
    }
    if known.insert(text).inserted {
      pairs.append((text, value))
    } else {
      faults.add("the key \(text) stands twice", at: key.location, hint: "keep one of them")
    }
  }
  return pairs
}

/// Notes every name that an earlier one in the list has already taken.
func noteDuplicates(of what: String, in names: [Located<String>], _ faults: FaultList) {
  var known: [String: SourceLocation] = [:]
  for name in names {
    if let first = known[name.value] {
      let line = first.line.map { " in line \($0)" } ?? ""
      faults.add("\(what) \(name.value) stands twice", at: name.location, hint: "the first one is\(line)")
    } else {
      known[name.value] = name.location
    }
  }
}
