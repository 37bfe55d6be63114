import SurveyModel

extension YAMLType where Value == PageDescription {
  /// A file of `pages/`: how a kind of page is read. With `inventory` it is one that lists things of a kind.
  static var pageDescription: YAMLType {
    .mapping("a page description") { keys in
      let id = keys.required("id", .identifier)
      let title = keys.optional("title", .text, default: "")
      let name = keys.optional("inventory", .identifier)
      let entries = keys.optional("entries", .entries)
      let none = keys.optional("none", .list(of: .text), default: [])
      let field = YAMLType<PageDescription.Field>.field(ofInventory: keys.has("inventory")).located
      let fields = keys.optional("fields", .list(of: field), default: [])
      let contactLabels = keys.optional("contact-labels", .list(of: .text), default: [])
      let sections = keys.optional("sections", .list(of: field), default: [])
      let boilerplate = keys.optional("boilerplate", .list(of: .text), default: [])
      guard let id else { return nil }
      noteWhatInventoriesLack(keys)
      let all = fields + sections
      noteDuplicates(of: "the key", in: all.map { Located(value: $0.value.key, location: $0.location) }, keys.faults)
      noteDuplicates(
        of: "the label", in: all.map { Located(value: $0.value.label, location: $0.location) }, keys.faults)
      return PageDescription(
        id: id, title: title,
        inventory: name.map { PageDescription.Inventory(name: $0, entries: entries ?? .page, none: none) },
        fields: fields.map(\.value), contactLabels: contactLabels, sections: sections.map(\.value),
        boilerplate: boilerplate)
    }
  }
}

/// `inventory` and `entries` go together, and `none` with them.
private func noteWhatInventoriesLack(_ keys: YAMLKeys) {
  if keys.has("inventory") {
    guard !keys.has("entries") else { return }
    keys.faults.add(
      "entries is missing", at: keys.location, expected: YAMLType<PageDescription.Inventory.Entries>.entries.expected,
      hint: "say what one entry of the inventory is on the page")
  } else {
    for key in ["entries", "none"] where keys.has(key) {
      keys.faults.add(
        "\(key) belongs to an inventory", at: keys.location(of: key), hint: "add inventory, such as inventory: courses")
    }
  }
}

extension YAMLType where Value == PageDescription.Inventory.Entries {
  fileprivate static var entries: YAMLType {
    YAMLType("page, rows, a heading such as h3, or a selector such as div.course") { (text: String) in
      switch text {
      case "page": return .page
      case "rows": return .rows
      default:
        if text.count == 2, text.hasPrefix("h"), let level = Int(text.dropFirst()), (1...6).contains(level) {
          return .headings(level: level)
        }
        // Any other word by itself is a slip of the pen rather than an element.
        let isPath =
          ["article", "section", "li", "dl", "div"].contains(text) || text.contains { ".#[>: ".contains($0) }
        return isPath && !text.contains("\"") ? .elements(selector: text) : nil
      }
    }
  }
}

extension YAMLType where Value == PageDescription.Field {
  /// Without a kind it is a text; without a feature, one of the project page, or of the inventory.
  fileprivate static func field(ofInventory isInventory: Bool) -> YAMLType {
    let kinds: [PageDescription.FieldKind] =
      isInventory
      ? [.text, .list, .count, .date, .yesNo, .municipality]
      : [.text, .list, .code, .money, .period, .region, .numbered]
    return .mapping("a field: key, label, kind, feature") { keys in
      let key = keys.required("key", .identifier)
      let label = keys.required("label", .text)
      let kind = keys.optional("kind", .one(of: kinds, what: "kind of field"), default: .text)
      let feature = keys.optional("feature", .feature, default: isInventory ? "ING-12" : "ING-05")
      guard let key, let label else { return nil }
      return PageDescription.Field(key: key, label: label, kind: kind, feature: feature)
    }
  }
}

extension YAMLType where Value == String {
  /// The identifier of a feature, such as `FOR-04`.
  static var feature: YAMLType {
    YAMLType("a feature such as FOR-04") { (text: String) in
      let parts = text.split(separator: "-")
      let isRight =
        parts.count == 2 && parts[0].count == 3 && parts[0].allSatisfy { ("A"..."Z").contains($0) }
        && parts[1].count == 2 && parts[1].allSatisfy { ("0"..."9").contains($0) }
      return isRight ? text : nil
    }
  }
}
