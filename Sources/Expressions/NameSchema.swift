/// What kind of value an expression, or a name in it, stands for.
package enum ValueKind: String, Hashable, Sendable {
  case number, text, boolean
  /// Several codes at once, as from check boxes: only `'code' in name` can ask about it.
  case set
  /// A number in each row of a repeating group, seen from outside the group: only `sum(name)` can use it.
  case numberPerRow = "number in each row"
}

/// The names that an expression may use, and what each stands for.
package struct NameSchema: Sendable {
  package struct Entry: Hashable, Sendable {
    package var kind: ValueKind
    /// The horizons in years that the name is asked for; empty for a name that takes none.
    package var horizons: [Int]
    /// The codes that a text or a set can hold; empty where any text can stand.
    package var codes: [String]

    package init(_ kind: ValueKind, horizons: [Int] = [], codes: [String] = []) {
      self.kind = kind
      self.horizons = horizons
      self.codes = codes
    }
  }

  package var entries: [String: Entry]

  package init(_ entries: [String: Entry] = [:]) {
    self.entries = entries
  }
}
