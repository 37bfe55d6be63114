/// The tables from outside the survey that a stage knows how to use. Closed: a table that nothing reads is a fault.
package enum ContextName: String, CaseIterable, Hashable, Sendable {
  /// Employed persons by municipality, from a register: what the survey's staff is held against (EST-14).
  case employment
  /// Yearly rates at which persons leave an occupation, by major group (F16).
  case separations
  /// Occupations that a source outside the survey expects to lose or gain jobs (FOR-12).
  case outlook
  /// The county around the municipality (FOR-10).
  case county
}

/// A pinned table from outside the survey: a dated snapshot in the data folder, never fetched.
package struct ContextSource: Hashable, Sendable {
  package var name: ContextName
  /// A CSV file of the data folder, such as `context/employment.csv`.
  package var path: String
  /// What the figures speak of, such as `2024` or `2025-11`.
  package var vintage: String
  /// Who publishes it, and the table it is from.
  package var source: String
  /// Made up: printed wherever a figure of it is.
  package var isSynthetic: Bool

  package init(name: ContextName, path: String, vintage: String, source: String, isSynthetic: Bool) {
    self.name = name
    self.path = path
    self.vintage = vintage
    self.source = source
    self.isSynthetic = isSynthetic
  }
}

/// A column of a context table: its heading, and what may stand in it.
package struct ContextColumn: Sendable {
  package enum Content: Sendable {
    case text
    /// One of these codes.
    case code(among: [String])
    case number(in: ClosedRange<Double>)
    /// A number, or nothing where it is not known: unknown is never 0.
    case numberOrNothing(in: ClosedRange<Double>)
  }

  package var name: String
  package var content: Content

  package init(_ name: String, _ content: Content) {
    self.name = name
    self.content = content
  }
}

/// A context table as read: every column is there and every field is of its kind.
package struct ContextTable: Sendable {
  package struct Row: Sendable {
    package var line: Int
    package var texts: [String: String]
    package var numbers: [String: Double]

    package init(line: Int, texts: [String: String], numbers: [String: Double]) {
      self.line = line
      self.texts = texts
      self.numbers = numbers
    }

    /// Empty for a column that the table was not read with.
    package subscript(column: String) -> String { texts[column] ?? "" }

    /// Nil where nothing stands, which is not 0.
    package func number(_ column: String) -> Double? { numbers[column] }
  }

  package let source: ContextSource
  /// In the order of the file.
  package let rows: [Row]

  package init(source: ContextSource, rows: [Row]) {
    self.source = source
    self.rows = rows
  }

  /// The first row in which the columns have these texts.
  package func row(where columns: [String: String]) -> Row? {
    rows.first { row in columns.allSatisfy { row[$0.key] == $0.value } }
  }
}
