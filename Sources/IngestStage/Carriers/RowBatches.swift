import ConfidentialRecords

/// Rows of a table, some at a time, with their numbers from 1.
struct RowBatches {
  struct Batch: Sendable {
    let first: Int
    let rows: [CSVRow]
  }

  private var reader: CSVReader
  private var count = 0
  private static let size = 64

  init(_ reader: CSVReader) { self.reader = reader }

  mutating func next() throws -> Batch? {
    var rows: [CSVRow] = []
    while rows.count < Self.size, let row = try reader.next() { rows.append(row) }
    defer { count += rows.count }
    return rows.isEmpty ? nil : Batch(first: count + 1, rows: rows)
  }
}
