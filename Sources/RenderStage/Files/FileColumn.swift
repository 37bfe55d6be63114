import ReleasedRecords

/// A column of a file for machines: its name, type and meaning, and its value in a record.
struct FileColumn<R> {
  enum Kind: String { case string, number, integer, boolean }

  let name: String
  let kind: Kind
  let description: String
  let value: (R) -> CSVCell

  init(_ name: String, _ kind: Kind, _ description: String, _ value: @escaping (R) -> CSVCell) {
    self.name = name
    self.kind = kind
    self.description = description
    self.value = value
  }
}

/// A file for machines: one row per record, in both CSV variants, and what `datapackage.json` says of it.
struct TableFile {
  struct Field {
    var name: String
    var kind: String
    var description: String
  }

  /// Within `tables/`, without its ending.
  let name: String
  let title: LocalizedText
  let fields: [Field]
  private let comma: [UInt8]
  private let semicolon: [UInt8]

  init<R>(name: String, title: LocalizedText, columns: [FileColumn<R>], records: [R]) {
    self.name = name
    self.title = title
    fields = columns.map { Field(name: $0.name, kind: $0.kind.rawValue, description: $0.description) }
    var comma = CSVWriter(.comma)
    // Excel takes a file for UTF-8 by its byte order mark alone.
    var semicolon = CSVWriter(.semicolon, hasByteOrderMark: true)
    comma.append(columns.map(\.name))
    semicolon.append(columns.map(\.name))
    for record in records {
      let row = columns.map { $0.value(record) }
      comma.append(row)
      semicolon.append(row)
    }
    self.comma = comma.bytes
    self.semicolon = semicolon.bytes
  }

  var files: [RenderedFile] {
    [
      RenderedFile(path: "tables/\(name).csv", bytes: comma),
      RenderedFile(path: "tables/\(name).semicolon.csv", bytes: semicolon),
    ]
  }
}

extension CSVCell {
  static func optional(_ text: String?) -> CSVCell { text.map { .text($0) } ?? .empty }
  static func optional(_ number: Double?) -> CSVCell { number.map { .number($0) } ?? .empty }
  static func optional(_ number: Int?) -> CSVCell { number.map { .integer($0) } ?? .empty }
  static func flag(_ flag: Bool?) -> CSVCell { .text(flag == true ? "true" : "false") }
}
