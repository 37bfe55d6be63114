/// A file of the data folder. Names are bytes on disk: two that look the same, or are no text at all, are kept apart.
struct DataFile: Hashable, Sendable, Comparable {
  /// The path within the data folder as the file system has it.
  let bytes: [CChar]
  /// The same for people and records; a byte that is no UTF-8 is written `\xE5`.
  private(set) var path: String

  init(_ path: String) {
    bytes = Array(path.utf8CString.dropLast())
    self.path = path
  }

  /// - Parameter folder: the bytes of its path within the data folder; none for the data folder itself.
  init(folder: [CChar], name: [CChar]) {
    bytes = folder.isEmpty ? name : folder + [0x2F] + name
    path = bytes.split(separator: 0x2F, omittingEmptySubsequences: false).map { Self.printable(Array($0)) }
      .joined(separator: "/")
  }

  /// The same file, shown to people and records without the contact data in its name: some save a page under the
  /// address that it was sent from.
  func shown(without redaction: ContactRedaction, counting counts: inout ContactCounts) -> DataFile {
    var file = self
    file.path = path.split(separator: "/", omittingEmptySubsequences: false).map { part in
      let dot = part.lastIndex(of: ".") ?? part.endIndex
      return redaction.redactKey(String(part[..<dot]), counting: &counts) + part[dot...]
    }.joined(separator: "/")
    return file
  }

  /// The name without its folder.
  var name: String { path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path }

  /// The name without its ending.
  var stem: String {
    let name = name
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  var isHidden: Bool { name.hasPrefix(".") }

  static func < (a: DataFile, b: DataFile) -> Bool {
    a.bytes.lexicographicallyPrecedes(b.bytes) { UInt8(bitPattern: $0) < UInt8(bitPattern: $1) }
  }
  static func == (a: DataFile, b: DataFile) -> Bool { a.bytes == b.bytes }
  func hash(into hasher: inout Hasher) { hasher.combine(bytes) }

  private static func printable(_ name: [CChar]) -> String {
    let bytes = name.map { UInt8(bitPattern: $0) }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return bytes.map { $0 < 0x80 ? String(UnicodeScalar($0)) : "\\x" + String($0, radix: 16, uppercase: true) }.joined()
  }
}
