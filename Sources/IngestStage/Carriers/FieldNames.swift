import Markup

/// The names of form controls, and the field that each stands for.
///
/// Names of repeating rows are looked up as they stand for the rows and spellings that pages mostly have; others are
/// taken apart first.
struct FieldNames: Sendable {
  private struct Pattern {
    /// Row numbers that are part of the name, such as the horizon in `behov_2`; nil where the row's number stands.
    var rows: [Int?]
    var slot: FieldSlot
  }

  private var exact: [String: FieldSlot] = [:]
  private var patterns: [String: [Pattern]] = [:]

  private static let commonRows = 1...12

  mutating func add(_ name: String, for slot: FieldSlot, repeats: Bool) {
    guard repeats, let brackets = name.firstRange(of: "[]") else {
      note(name, slot)
      return
    }
    let base = name[..<brackets.lowerBound]
    let rest = name[brackets.upperBound...]
    let field = rest.hasPrefix(".") ? String(rest.dropFirst()) : String(rest)
    for row in Self.commonRows {
      var slot = slot
      slot.row = row
      let spellings =
        field.isEmpty
        ? ["\(base)[\(row)]", "\(base)_\(row)", "\(base).\(row)"]
        : [
          "\(base)[\(row)].\(field)", "\(base)_\(row)_\(field)", "\(base)[\(row)][\(field)]", "\(base).\(row).\(field)",
        ]
      for spelling in spellings { note(spelling, slot) }
    }
    let taken = FieldName(name)
    patterns[taken.pattern, default: []].append(Pattern(rows: taken.rows, slot: slot))
  }

  private mutating func note(_ name: String, _ slot: FieldSlot) {
    if exact[name] == nil { exact[name] = slot }
  }

  /// The field of a control. A row without a number, as in `yrke[].namn`, is left to the caller: its slot has none.
  subscript(name: String) -> FieldSlot? {
    if let slot = exact[name] { return slot }
    guard !patterns.isEmpty, name.utf8.contains(where: { $0 == UInt8(ascii: "[") || (0x30...0x39).contains($0) }) else {
      return nil
    }
    // Check boxes of one group are often called `brist[]`, whatever row they stand in.
    let bare = name.hasSuffix("[]") ? String(name.dropLast(2)) : name
    return (bare == name ? nil : exact[bare]) ?? pattern(of: name) ?? (bare == name ? nil : pattern(of: bare))
  }

  private func pattern(of name: String) -> FieldSlot? {
    let taken = FieldName(name)
    for pattern in patterns[taken.pattern] ?? [] where pattern.rows.count == taken.rows.count {
      guard let place = pattern.rows.firstIndex(of: nil) else { continue }
      var fixed = taken.rows
      fixed[place] = nil
      if fixed == pattern.rows {
        var slot = pattern.slot
        slot.row = taken.rows[place]
        return slot
      }
    }
    return nil
  }
}
