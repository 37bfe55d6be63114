/// Writes CSV by RFC 4180, with the separator and line end that the file's readers expect.
struct DelimitedText {
  private(set) var text = ""
  let separator: Character

  init(heading: [String], separator: Character = ",") {
    self.separator = separator
    append(heading)
  }

  mutating func append(_ row: [String]) {
    text += row.map { Self.quoted($0, separator) }.joined(separator: String(separator)) + "\n"
  }

  static func quoted(_ field: String, _ separator: Character) -> String {
    guard field.contains(where: { $0 == separator || $0 == "\"" || $0.isNewline }) else { return field }
    return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
