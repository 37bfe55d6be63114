import RecordStreams

/// CSV: every row has its line and no more than the limits allow, and what was read reads the same once written.
@Sendable func fuzzCSV(_ bytes: [UInt8]) {
  let rows = read(bytes)
  var line = 0
  for row in rows {
    claim(row.line > line, "a row that does not come after the one before")
    line = row.line
    claim(row.fault != nil || !row.fields.isEmpty, "a row of no fields, and no word why")
    claim(row.fields.count <= CSVLimits.columns, "a row of too many fields")
    if case .ragged(let expected, let got)? = row.fault {
      claim(expected == rows[0].fields.count && got == row.fields.count && expected != got, "not ragged at all")
    } else if row.fault == nil {
      claim(row.fields.count == rows[0].fields.count, "a ragged row without a fault")
    }
  }
  claim(line <= 1 + bytes.count { $0 == 0x0A || $0 == 0x0D }, "more lines than there are")

  let whole = rows.filter { $0.fault == nil }.map(\.fields)
  for (variant, delimiter) in [(CSVWriter.Variant.comma, CSVDelimiter.comma), (.semicolon, .semicolon)] {
    var writer = CSVWriter(variant, hasByteOrderMark: true, disarmsFormulas: false)
    for row in whole { writer.append(row) }
    // A first line such as `sep=;`, in quotes or not, is no heading but names the delimiter.
    let first = String(decoding: writer.bytes.dropFirst(3).prefix(7), as: UTF8.self).lowercased()
    guard !first.hasPrefix("sep="), !first.hasPrefix("\"sep=") else { continue }
    let again = read(writer.bytes, delimiter)
    claim(again.map(\.fields) == whole, "writing what was read gives something else")
    claim(again.allSatisfy { $0.fault == nil }, "what was written is faulty")
  }
}

private func read(_ bytes: [UInt8], _ delimiter: CSVDelimiter? = nil) -> [CSVRow] {
  do {
    var reader = try CSVReader(bytes: bytes, delimiter: delimiter)
    var rows = reader.heading.map { [$0] } ?? []
    while let row = try reader.next() { rows.append(row) }
    return rows
  } catch {
    fatalError("bytes at hand cannot be read: \(error)")
  }
}
