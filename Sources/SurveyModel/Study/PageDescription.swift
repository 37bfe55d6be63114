/// How a kind of page is read: labels and their fields, sections, and what is boilerplate or contact data.
package struct PageDescription: Hashable, Sendable {
  package enum FieldKind: String, Hashable, Sendable {
    case text, list
    // Facts of a project page
    case code, money, period, region
    /// A heading with a number in it, such as `Delmål 2/Samverkansavtal`, and the text under it. A number may be used
    /// twice: both stay.
    case numbered
    // Entries of an inventory, kept as written until clean
    case count, date, yesNo, municipality
  }

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

  /// Pages that list things of one kind, such as courses: each becomes a record of its own (ING-12).
  package struct Inventory: Hashable, Sendable {
    /// What one entry is on the page.
    package enum Entries: Hashable, Sendable {
      /// The whole page, as labels and values.
      case page
      /// A row of a table whose headings are the labels.
      case rows
      /// A heading of that level, and what follows it up to the next of the same or a higher level.
      case headings(level: Int)
      /// An element that a selector finds, such as `div.kurs`.
      case elements(selector: String)
    }

    /// `courses`, `measures`, `policies`, `formats`, `premises`, …
    package var name: String
    package var entries: Entries
    /// Lines and names by which a page says that there is nothing of the kind.
    package var none: [String]

    package init(name: String, entries: Entries, none: [String] = []) {
      self.name = name
      self.entries = entries
      self.none = none
    }
  }

  package var id: String
  /// What the record is called: the heading it is taken from. Empty: the first heading of the first level.
  package var title: String
  package var inventory: Inventory?
  package var fields: [Field]
  /// Labels whose values are contact data: only that they were present is kept.
  package var contactLabels: [String]
  /// Headings under which running sentences or list items stand, and the key each gets.
  package var sections: [Field]
  /// Lines of page furniture, dropped and counted.
  package var boilerplate: [String]

  package init(
    id: String, title: String, inventory: Inventory? = nil, fields: [Field] = [], contactLabels: [String] = [],
    sections: [Field] = [], boilerplate: [String] = []
  ) {
    self.id = id
    self.title = title
    self.inventory = inventory
    self.fields = fields
    self.contactLabels = contactLabels
    self.sections = sections
    self.boilerplate = boilerplate
  }
}
