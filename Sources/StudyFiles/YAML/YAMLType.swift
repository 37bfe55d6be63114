import Diagnostics

/// How a node of a study file is read as a value: what may stand there, and what becomes of it.
///
/// A study file is read by a type built from these: `.text`, `.integer(in:)`, `.list(of:)`, `.mapping { keys in … }`.
/// What does not fit is noted in the list of faults and gives nil; reading goes on with the rest of the file.
package struct YAMLType<Value>: Sendable {
  /// What should stand there, as a message says it: `a whole number from 1 to 10`.
  package let expected: String
  package let read: @Sendable (YAMLNode, FaultList) -> Value?

  package init(_ expected: String, _ read: @escaping @Sendable (YAMLNode, FaultList) -> Value?) {
    self.expected = expected
    self.read = read
  }

  /// A type of texts, each of which means a value or is a fault.
  package init(_ expected: String, text meaning: @escaping @Sendable (String) -> Value?) {
    self.init(expected) { node, faults in
      if case .text(let text) = node.content, !text.isEmpty, let value = meaning(text) { return value }
      faults.add("\(node.label) has a wrong value", at: node.location, expected: expected, got: node.description)
      return nil
    }
  }

  /// The same type, of whose values only some are right.
  package func that(_ expected: String, _ isRight: @escaping @Sendable (Value) -> Bool) -> YAMLType {
    YAMLType(expected) { node, faults in
      guard let value = read(node, faults) else { return nil }
      if isRight(value) { return value }
      faults.add("\(node.label) has a wrong value", at: node.location, expected: expected, got: node.description)
      return nil
    }
  }

  /// Another value made of the one that was read.
  package func map<Other>(_ transform: @escaping @Sendable (Value) -> Other) -> YAMLType<Other> {
    YAMLType<Other>(expected) { node, faults in read(node, faults).map(transform) }
  }

  /// The value together with where it stands, for what can only be checked later.
  package var located: YAMLType<Located<Value>> {
    YAMLType<Located<Value>>(expected) { node, faults in
      read(node, faults).map { Located(value: $0, location: node.location) }
    }
  }
}

/// A value and the place in a study file that says it.
package struct Located<Value> {
  package var value: Value
  package var location: SourceLocation
}

extension Located: Sendable where Value: Sendable {}
