/// How a kind of page is read: labels and their fields, sections, and what is boilerplate or contact data.
package struct PageDescription: Hashable, Sendable {
  package enum FieldKind: String, Hashable, Sendable { case text, code, money, period, region, list }

  package struct Field: Hashable, Sendable {
    package var key: String
    /// The label as the page writes it, glued to its value or not.
    package var label: String
    package var kind: FieldKind
    package var feature: String

    package init(key: String, label: String, kind: FieldKind, feature: String) {
      self.key = key
      self.label = label
      self.kind = kind
      self.feature = feature
    }
  }

  package var id: String
  /// What the record is called: the heading it is taken from.
  package var title: String
  package var fields: [Field]
  /// Labels whose values are contact data: only that they were present is kept.
  package var contactLabels: [String]
  /// Headings under which running sentences or list items stand, and the key each gets.
  package var sections: [Field]
  /// Lines of page furniture, dropped and counted.
  package var boilerplate: [String]

  package init(
    id: String, title: String, fields: [Field] = [], contactLabels: [String] = [], sections: [Field] = [],
    boilerplate: [String] = []
  ) {
    self.id = id
    self.title = title
    self.fields = fields
    self.contactLabels = contactLabels
    self.sections = sections
    self.boilerplate = boilerplate
  }
}
