/// The form controls of a page, in the order of the page.
///
/// Buttons, passwords and files are no answers and left out, and so is what stands in a `<template>`.
package struct FormReading: Sendable {
  package let tree: MarkupTree
  package private(set) var controls: [FormControl] = []

  private struct Group: Hashable {
    var name: String
    var kind: FormControl.Kind
    var form: Int32
  }

  package init(_ tree: MarkupTree) {
    self.tree = tree
    guard tree.syntax == .html else { return }
    var groups: [Group: Int] = [:]
    var labels: [String: Int32] = [:]
    var form: (node: Int32, end: Int32) = (-1, 0)
    var at: Int32 = 0
    let count = Int32(tree.nodes.count)
    while at < count {
      var next = at + 1
      switch tree.nodes[Int(at)].name {
      case KnownName.input.rawValue: readInput(at, form: at < form.end ? form.node : -1, &groups)
      case KnownName.select.rawValue:
        readSelect(at)
        next = tree.end(of: at)
      case KnownName.textarea.rawValue:
        add(at, .textarea, [tree.textareaValue(at)].filter { !$0.isBlank })
        next = tree.end(of: at)
      case KnownName.label.rawValue:
        if let id = tree.value(.for, of: at), labels[id] == nil { labels[id] = at }
      case KnownName.form.rawValue: form = (at, tree.end(of: at))
      case KnownName.template.rawValue: next = tree.end(of: at)
      default: break
      }
      at = next
    }
    if !labels.isEmpty { attach(labels) }
  }

  private mutating func add(_ node: Int32, _ kind: FormControl.Kind, _ values: [String]) {
    controls.append(
      FormControl(
        tree: tree, members: [.init(node: node, label: nil)], name: tree.value(.name, of: node) ?? "", kind: kind,
        values: values))
  }

  private mutating func readInput(_ node: Int32, form: Int32, _ groups: inout [Group: Int]) {
    let kind: FormControl.Kind
    switch (tree.value(.type, of: node) ?? "text").lowercased() {
    case "submit", "button", "reset", "image", "password", "file": return
    case "radio": kind = .radio
    case "checkbox": kind = .checkbox
    case "hidden": kind = .hidden
    case "number", "range": kind = .number
    default: kind = .text
    }
    guard kind == .radio || kind == .checkbox else {
      let value = tree.value(.value, of: node) ?? ""
      return add(node, kind, value.isBlank ? [] : [value])
    }
    let chosen = tree.has(.checked, node) ? [tree.value(.value, of: node) ?? "on"] : []
    let name = tree.value(.name, of: node) ?? ""
    let group = Group(name: name, kind: kind, form: form)
    if !name.isEmpty, let index = groups[group] {
      controls[index].members.append(.init(node: node, label: nil))
      controls[index].values += chosen
    } else {
      groups[group] = controls.count
      add(node, kind, chosen)
    }
  }

  private mutating func readSelect(_ node: Int32) {
    let isMultiple = tree.has(.multiple, node)
    var chosen: [String] = []
    for at in node + 1..<max(tree.end(of: node), node + 1)
    where tree.is(at, .option) && tree.has(.selected, at) {
      chosen.append(tree.optionValue(at))
    }
    if !isMultiple, chosen.count > 1 { chosen.removeFirst(chosen.count - 1) }  // a browser shows the last
    add(node, isMultiple ? .selectMultiple : .select, chosen.filter { !$0.isBlank })
  }

  private mutating func attach(_ labels: [String: Int32]) {
    for index in controls.indices {
      for member in controls[index].members.indices {
        guard let id = tree.value(.id, of: controls[index].members[member].node) else { continue }
        controls[index].members[member].label = labels[id]
      }
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
    var text = text(in: node + 1..<end(of: node))
    if text.unicodeScalars.first == "\r" { text.unicodeScalars.removeFirst() }
    if text.unicodeScalars.first == "\n" { text.unicodeScalars.removeFirst() }
    return text
  }
}
