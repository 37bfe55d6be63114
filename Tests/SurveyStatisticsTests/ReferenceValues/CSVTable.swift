import Foundation

/// A CSV file of the reference sets: a header line, fields in quotes where needed, empty for missing.
struct CSVTable {
  let columns: [String: [String]]
  let count: Int

  init(columns: [String: [String]]) {
    self.columns = columns
    count = columns.values.first?.count ?? 0
  }

  init(_ url: URL) throws {
    let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline).map(Self.fields)
    let names = lines.first ?? []
    var columns = [String: [String]]()
    for (number, name) in names.enumerated() {
      columns[name] = lines.dropFirst().map { number < $0.count ? $0[number] : "" }
    }
    self.columns = columns
    count = max(0, lines.count - 1)
  }

  func texts(_ column: String) throws -> [String] {
    guard let values = columns[column] else { throw ReferenceFault.noColumn(column) }
    return values
  }

  /// Empty fields are missing values.
  func optionalNumbers(_ column: String) throws -> [Double?] {
    try texts(column).map { field throws in
      if field.isEmpty { return nil }
      guard let value = Double(field) else { throw ReferenceFault.notANumber(column: column) }
      return value
    }
  }

  func numbers(_ column: String) throws -> [Double] {
    try optionalNumbers(column).map { value throws in
      guard let value else { throw ReferenceFault.notANumber(column: column) }
      return value
    }
  }

  private static func fields(_ line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == "," && !isQuoted {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}

/// What can be wrong with a reference set, or with what this suite knows of it.
enum ReferenceFault: Error {
  case noColumn(String)
  case notANumber(column: String)
  case unknownStatistic(String)
  case unknownOption(String)
}
