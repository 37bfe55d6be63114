import ConfidentialRecords

/// The key of every response: the file's name without ending, or source and row, such as `telephone-0017`.
///
/// A name that stands for two files, or for a file and a row, is no key: the path takes its place.
struct ResponseKeys: Sendable {
  private var keys: [DataFile: String] = [:]
  /// Tables that share their source with others.
  private var named: Set<DataFile> = []

  init(_ sources: [ResponseSource], files: [String: [DataFile]]) {
    func all(many: Bool) -> [(source: ResponseSource, files: [DataFile])] {
      sources.filter { $0.holdsMany == many }.map { ($0, files[$0.name] ?? []) }
    }
    for table in all(many: true) where table.files.count > 1 { named.formUnion(table.files) }
    let tables = all(many: true).map { $0.source.name + "-" }
    let pages = all(many: false).flatMap(\.files)
    let uses = Dictionary(pages.map { ($0.stem, 1) }, uniquingKeysWith: +)
    var taken: Set<String> = []
    for file in pages {
      let stem = file.stem
      let isKey = uses[stem] == 1 && !tables.contains { stem.hasPrefix($0) }
      var key = isKey ? stem : file.path
      // Two names of different bytes may be the same text.
      var number = 2
      while !taken.insert(key).inserted {
        key = "\(file.path)#\(number)"
        number += 1
      }
      keys[file] = key
    }
  }

  subscript(file: DataFile) -> String { keys[file] ?? file.path }

  func row(_ number: Int, of file: DataFile, source: ResponseSource) -> String {
    let digits = String(number)
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return named.contains(file) ? "\(source.name)-\(file.stem)-\(padded)" : "\(source.name)-\(padded)"
  }
}
