/// Rows of a table, some at a time, with their numbers from 1.
struct RowBatches<Table: ResponseTable> {
  struct Batch: Sendable {
    let first: Int
    let rows: [Table.Reader.Row]
  }

  /// What ended the reading before the end of the file.
  private(set) var fault: IngestProblem?
  private var table: Table
  private var count = 0

  init(_ table: Table) { self.table = table }

  mutating func next() -> Batch? {
    guard fault == nil else { return nil }
    var rows: [Table.Reader.Row] = []
    var size = 0
    do throws(IngestProblem) {
      while rows.count < mostRows, size < mostBytes, let row = try table.next() {
        rows.append(row)
        size += row.size
      }
    } catch {
      fault = error
    }
    defer { count += rows.count }
    return rows.isEmpty ? nil : Batch(first: count + 1, rows: rows)
  }
}

private let mostRows = 64
/// What is read ahead stays small, however long a single row may be.
private let mostBytes = 1 << 20
