/// Gathers the fields of a row within the limits, and the first fault.
struct CSVRowBuilder {
  private let line: Int
  private var fields: [String] = []
  private var field: [UInt8] = []
  private var size = 0
  private var fault: CSVFault?
  /// True once a limit is passed: no more is taken.
  private(set) var isFull = false

  init(line: Int) {
    self.line = line
  }

  mutating func note(_ fault: CSVFault) {
    if self.fault == nil { self.fault = fault }
  }

  /// Takes no more: the rest of the line is passed over.
  mutating func giveUp(_ fault: CSVFault) {
    self.fault = fault
    isFull = true
  }

  mutating func append(_ bytes: ArraySlice<UInt8>) {
    if field.count + bytes.count > CSVLimits.field {
      stop(.fieldTooLong(column: fields.count + 1))
    } else if size + bytes.count > CSVLimits.row {
      stop(.rowTooLong)
    } else {
      field.append(contentsOf: bytes)
      size += bytes.count
    }
  }

  mutating func endField() {
    if isFull { return }
    if fields.count == CSVLimits.columns { return stop(.tooManyColumns) }
    if let text = String(validating: field, as: UTF8.self) {
      fields.append(text)
    } else {
      note(.invalidUTF8(column: fields.count + 1))
      fields.append("")
    }
    field.removeAll(keepingCapacity: true)
  }

  func finished(columns: Int?) -> CSVRow {
    var fault = fault
    if fault == nil, let columns, columns != fields.count { fault = .ragged(expected: columns, got: fields.count) }
    return CSVRow(line: line, fields: fields, fault: fault)
  }

  private mutating func stop(_ fault: CSVFault) {
    note(fault)
    isFull = true
  }
}
