import Diagnostics
import Expressions

/// The keys of one mapping while a `YAMLType` reads it. It remembers which keys were asked for, so that one that nothing
/// reads can be told apart.
package final class YAMLKeys {
  private let values: [(key: String, value: YAMLNode)]
  private let what: String
  private var asked: [String] = []

  /// Where the mapping begins.
  package let location: SourceLocation
  package let faults: FaultList

  init(_ values: [(key: String, value: YAMLNode)], at location: SourceLocation, what: String, _ faults: FaultList) {
    self.values = values
    self.location = location
    self.what = what
    self.faults = faults
  }

  /// The value of a key that must be there; nil, and a fault, when it is not or is of another type.
  package func required<Value>(_ key: String, _ type: YAMLType<Value>) -> Value? {
    guard let node = node(key) else {
      faults.add("\(key) is missing", at: location, expected: type.expected, hint: "add it to \(what)")
      return nil
    }
    return type.read(node, faults)
  }

  /// The value of a key that may be left out; nil when it is, and nil with a fault when it is of another type.
  package func optional<Value>(_ key: String, _ type: YAMLType<Value>) -> Value? {
    node(key).flatMap { type.read($0, faults) }
  }

  /// The value of a key that may be left out, with what is meant then.
  package func optional<Value>(_ key: String, _ type: YAMLType<Value>, default value: Value) -> Value {
    optional(key, type) ?? value
  }

  /// Whether the key is there, right or wrong.
  package func has(_ key: String) -> Bool { values.contains { $0.key == key } }

  /// Where the value of a key begins, or the mapping when the key is not there.
  package func location(of key: String) -> SourceLocation {
    values.first { $0.key == key }?.value.location ?? location
  }

  private func node(_ key: String) -> YAMLNode? {
    asked.append(key)
    return values.first { $0.key == key }?.value
  }

  func noteUnknown() {
    for (key, value) in values where !asked.contains(key) {
      let free = asked.filter { known in !values.contains { $0.key == known } }
      let hint = nearestName(to: key, among: free).map { "did you mean \($0)?" }
      faults.add(
        "nothing reads the key \(key)", at: value.keyLocation, expected: asked.joined(separator: ", "), hint: hint)
    }
  }
}
