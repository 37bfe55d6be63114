/// A control that a selector found, and the numbers of the rows that the selector left open: `[2]` for
/// `yrke[2].antal`, found by `yrke[].antal`.
package struct FieldMatch: Sendable {
  package var rows: [Int]
  package var control: FormControl
}

extension FormReading {
  /// The controls that a selector means, in the order of the page.
  ///
  /// Of a name with empty brackets those of every row: see `FieldName`. A row that has no number in its name gets its
  /// place among those that have the same name, from 1. A group of check boxes called `stod[]` is one control
  /// without rows, and goes by `stod` as well.
  package func matches(_ selector: Selector) -> [FieldMatch] {
    if let field = selector.field { return matches(field) }
    let found = selector.matches(in: self)
    return controls.filter { control in found.contains { $0.range.contains(control.node.index) } }
      .map { FieldMatch(rows: [], control: $0) }
  }

  /// The controls in a stretch of the page.
  package func controls(in selection: Selection) -> [FormControl] {
    controls.filter { selection.range.contains($0.node.index) }
  }

  package func holdsControls(_ selection: Selection) -> Bool {
    controls.contains { selection.range.contains($0.node.index) && $0.kind != .hidden }
  }

  /// What a label stands at where it is no field's own: the cells, paragraphs or lines that follow it.
  package func stretches(labelled label: NormalisedText) -> [Selection] {
    tree.labelled(label, in: 0..<Int32(tree.nodes.count))
  }

  func matches(_ field: FieldPattern) -> [FieldMatch] {
    var exact: [FieldMatch] = []
    var isSeveral = false
    for hash in field.hashes {
      for place in index.places(hash)
      where controls[place].name == field.name || !field.isOfRows && controls[place].bareName == field.name {
        exact.append(FieldMatch(rows: [], control: controls[place]))
        if controls[place].kind.holdsSeveral { isSeveral = true }
      }
    }
    if !exact.isEmpty, !field.isOfRows || isSeveral { return exact }
    return field.isOfRows || field.isOfOneRow ? rows(field) : []
  }

  private func rows(_ field: FieldPattern) -> [FieldMatch] {
    var found: [FieldMatch] = []
    var unnumbered = 0
    for place in index.places(field.hashes[0]) {
      let name = controls[place].fieldName
      guard name.pattern == field.fieldName.pattern else { continue }
      let pairs = zip(name.rows, field.fieldName.rows)
      guard pairs.allSatisfy({ found, wanted in wanted == nil || wanted == found }) else { continue }
      if name.rows.contains(nil) { unnumbered += 1 }
      let open = pairs.filter { $0.1 == nil }.map { $0.0 ?? unnumbered }
      found.append(FieldMatch(rows: open, control: controls[place]))
    }
    return found
  }
}

extension FormControl {
  package var fieldName: FieldName { FieldName(bareName) }

  /// The name without the brackets that only say that several values may be chosen.
  var bareName: String { kind.holdsSeveral && name.hasSuffix("[]") ? String(name.dropLast(2)) : name }
}

extension FormControl.Kind {
  /// More than one value may be chosen, which some programs say by brackets at the end of the name.
  var holdsSeveral: Bool { self == .checkbox || self == .selectMultiple }
}
