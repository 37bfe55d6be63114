import Markup

/// The choices of a form: written in the control, or in an instance of their own.
struct XFormsChoices {
  private let texts: XFormsTexts
  private var lists: [String: [MarkupNode]] = [:]

  init(_ form: XFormsForm, _ texts: XFormsTexts) {
    self.texts = texts
    for instance in form.tree.elements where instance.name == "instance" {
      guard let id = instance.attribute(.id), let root = instance.children.first else { continue }
      lists[id] = root.children.filter { $0.name == "item" }
    }
  }

  /// A condition on the items of a list is left out: which of them are shown is no matter for their meaning.
  func codes(of control: MarkupNode) -> [DraftQuestionnaire.Code] {
    var codes = control.children.filter { $0.name == "item" }.compactMap { item in
      item.child("value").map { code($0.text, texts.text(item.child("label"))) }
    }
    if let set = control.child("itemset"), let id = instance(in: set.attribute("nodeset") ?? "") {
      let value = set.child("value")?.attribute("ref") ?? "name"
      let label = set.child("label")?.attribute("ref") ?? "label"
      codes += (lists[id] ?? []).compactMap { item in
        item.child(value).map { code($0.text, self.label(label, of: item)) }
      }
    }
    var seen: Set<String> = []
    return codes.filter { !$0.code.isEmpty && seen.insert($0.code).inserted }
  }

  private func code(_ code: String, _ label: DraftQuestionnaire.Text) -> DraftQuestionnaire.Code {
    DraftQuestionnaire.Code(code: code.trimmed, label: label)
  }

  /// `label`, or `jr:itext(itextId)` where the item says which text.
  private func label(_ reference: String, of item: MarkupNode) -> DraftQuestionnaire.Text {
    guard let open = reference.lastIndex(of: "("), reference.last == ")" else {
      return texts.text(item.child(reference))
    }
    let name = String(reference[reference.index(after: open)...].dropLast()).trimmed
    return item.child(name).map { texts.text(id: $0.text.trimmed) } ?? DraftQuestionnaire.Text()
  }

  /// `instance('colors')/root/item[…]`
  private func instance(in nodeset: String) -> String? {
    guard nodeset.trimmed.hasPrefix("instance(") else { return nil }
    let parts = nodeset.split { $0 == "'" || $0 == "\"" }
    return parts.count > 1 ? String(parts[1]) : nil
  }
}
