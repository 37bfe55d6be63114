/// The form controls of a page, in the order of the page.
///
/// Buttons, passwords and files are no answers and left out, and so is what stands in a `<template>`.
package struct FormReading: Sendable {
  package let tree: MarkupTree
  package let controls: [FormControl]
  let index: FieldIndex
  let labels = LabelIndex()

  package init(_ tree: MarkupTree) {
    self.tree = tree
    var reader = FormReader(tree)
    if tree.syntax == .html { reader.read(tree.content) }
    controls = reader.controls
    index = FieldIndex(controls)
  }
}

/// Walks the tree once and collects its controls.
private struct FormReader {
  private let tree: MarkupTree
  private(set) var controls: [FormControl] = []
  private var groups: [Group: Int] = [:]
  private var labels: [String: Int32] = [:]

  /// Radio buttons, or check boxes, with one name in one form.
  private struct Group: Hashable {
    var name: String
    var kind: FormControl.Kind
    var form: Int32
  }

  init(_ tree: MarkupTree) { self.tree = tree }

  /// The content is handed on as an argument: as a property it would be retained for every question to it.
  mutating func read(_ content: TreeContent) {
    controls.reserveCapacity(32)
    var form: (node: Int32, end: Int32) = (-1, 0)
    var at: Int32 = 0
    while at < Int32(content.nodes.count) {
      var next = at + 1
      switch content.nodes[Int(at)].name {
      case KnownName.input.rawValue: readInput(at, form: at < form.end ? form.node : -1, content)
      case KnownName.select.rawValue:
        readSelect(at, content)
        next = content.end(of: at)
      case KnownName.textarea.rawValue:
        add(at, .textarea, [tree.textareaValue(at)].filter { !$0.isBlank }, content)
        next = content.end(of: at)
      case KnownName.label.rawValue:
        if let id = content.value(.for, of: at), labels[id] == nil { labels[id] = at }
      case KnownName.form.rawValue: form = (at, content.end(of: at))
      case KnownName.template.rawValue: next = content.end(of: at)
      default: break
      }
      at = next
    }
    if !labels.isEmpty { attachLabels(content) }
  }

  private mutating func add(
    _ node: Int32, _ kind: FormControl.Kind, _ values: [String], _ content: TreeContent
  ) {
    var name = ""
    var hash: UInt64 = 0
    if let attribute = content.attribute(KnownName.name.rawValue, of: node), attribute.length > 0 {
      content.buffer.withUnsafeBufferPointer { buffer in
        var bytes = UnsafeBufferPointer(rebasing: buffer[attribute.range])
        name = String(decoding: bytes, as: UTF8.self)
        if kind.holdsSeveral, name.hasSuffix("[]") { bytes = UnsafeBufferPointer(rebasing: bytes.dropLast(2)) }
        hash = FieldName.patternHash(bytes)
      }
    }
    controls.append(
      FormControl(
        tree: tree, first: .init(node: node, label: nil), name: name, kind: kind, patternHash: hash, values: values))
  }

  private mutating func readInput(_ node: Int32, form: Int32, _ content: TreeContent) {
    guard let kind = Self.kind(ofType: content.value(.type, of: node) ?? "text") else { return }
    guard kind == .radio || kind == .checkbox else {
      let value = content.value(.value, of: node) ?? ""
      return add(node, kind, value.isBlank ? [] : [value], content)
    }
    let chosen = content.has(.checked, node) ? [content.value(.value, of: node) ?? "on"] : []
    let group = Group(name: content.value(.name, of: node) ?? "", kind: kind, form: form)
    if !group.name.isEmpty, let index = groups[group] {
      controls[index].others.append(.init(node: node, label: nil))
      controls[index].values += chosen
    } else {
      groups[group] = controls.count
      add(node, kind, chosen, content)
    }
  }

  private mutating func readSelect(_ node: Int32, _ content: TreeContent) {
    let isMultiple = content.has(.multiple, node)
    var chosen: [String] = []
    for at in node + 1..<content.end(of: node) where content.is(at, .option) && content.has(.selected, at) {
      chosen.append(tree.optionValue(at))
    }
    if !isMultiple, chosen.count > 1 { chosen.removeFirst(chosen.count - 1) }  // a browser shows the last
    add(node, isMultiple ? .selectMultiple : .select, chosen.filter { !$0.isBlank }, content)
  }

  private mutating func attachLabels(_ content: TreeContent) {
    for index in controls.indices {
      controls[index].first.label = label(of: controls[index].first, content)
      for other in controls[index].others.indices {
        controls[index].others[other].label = label(of: controls[index].others[other], content)
      }
    }
  }

  private func label(of member: FormControl.Member, _ content: TreeContent) -> Int32? {
    guard let id = content.value(.id, of: member.node) else { return nil }
    return labels[id]
  }

  /// `nil` for what is no answer. A type that is not known is a text field, as in a browser.
  private static func kind(ofType type: String) -> FormControl.Kind? {
    switch type {
    case "text": .text
    case "radio": .radio
    case "checkbox": .checkbox
    case "number", "range": .number
    case "hidden": .hidden
    case "submit", "button", "reset", "image", "password", "file": nil
    default: type == type.lowercased() ? .text : kind(ofType: type.lowercased())
    }
  }
}

extension MarkupTree {
  /// The value of an option: what its attribute says, or its text.
  func optionValue(_ node: Int32) -> String {
    value(.value, of: node) ?? text(in: node + 1..<end(of: node)).collapsed
  }

  /// A line break right after the start tag is no part of the answer.
  func textareaValue(_ node: Int32) -> String {
    let text = text(in: node + 1..<end(of: node))
    return text.first?.isNewline == true ? String(text.dropFirst()) : text
  }
}
