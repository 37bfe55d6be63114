import SurveyModel

extension YAMLType where Value == PageDescription {
  /// A file of `pages/`: how a kind of page is read.
  static var pageDescription: YAMLType {
    .mapping("a page description") { keys in
      let id = keys.required("id", .identifier)
      let title = keys.required("title", .text)
      let fields = keys.optional("fields", .list(of: YAMLType<PageDescription.Field>.field.located), default: [])
      let contactLabels = keys.optional("contact-labels", .list(of: .text), default: [])
      let sections = keys.optional("sections", .list(of: YAMLType<PageDescription.Field>.field.located), default: [])
      let boilerplate = keys.optional("boilerplate", .list(of: .text), default: [])
      guard let id, let title else { return nil }
      let all = fields + sections
      noteDuplicates(of: "the key", in: all.map { Located(value: $0.value.key, location: $0.location) }, keys.faults)
      noteDuplicates(
        of: "the label", in: all.map { Located(value: $0.value.label, location: $0.location) }, keys.faults)
      return PageDescription(
        id: id, title: title, fields: fields.map(\.value), contactLabels: contactLabels,
        sections: sections.map(\.value),
        boilerplate: boilerplate)
    }
  }
}

extension YAMLType where Value == PageDescription.Field {
  fileprivate static var field: YAMLType {
    let kinds: [PageDescription.FieldKind] = [.text, .code, .money, .period, .region, .list]
    return .mapping("a field: key, label, kind, feature") { keys in
      let key = keys.required("key", .identifier)
      let label = keys.required("label", .text)
      let kind = keys.required("kind", .one(of: kinds, what: "kind of field"))
      let feature = keys.required("feature", .feature)
      guard let key, let label, let kind, let feature else { return nil }
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
