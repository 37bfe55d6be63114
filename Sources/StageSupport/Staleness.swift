import FileSafety

/// Whether a finished folder is what would be made now, by content alone; answers `--why`.
struct Staleness {
  private(set) var reasons: [String] = []
  private let name: String
  private var isMade = true

  /// - Parameter expected: the manifest as it would be, but for inputs, data and files.
  init(
    of folder: String, isReport: Bool, expected: Manifest, reads: [StageFolder], stages: String, data: String
  ) throws {
    name = isReport ? folder : lastName(of: folder)
    let path = folder + "/" + Manifest.name(isReport: isReport)
    guard let made = try? Manifest.read(path, madeBy: expected.producer.name).manifest else {
      isMade = false
      return
    }
    compare(made.producer, expected.producer)
    if made.asOf != expected.asOf { reasons.append("the day it counts from is \(expected.asOf), not \(made.asOf)") }
    compare("option", made.options, expected.options)
    compare("study file", made.study.files, expected.study.files)
    try compareInputs(made, reads, stages)
    for source in made.data where try DataFolder.source(source.path, in: data) != source {
      reasons.append("data file \(source.path) has changed")
    }
    for file in made.files
    where try difference(of: folder + "/" + file.name, from: file, madeBy: expected.producer.name) != nil {
      reasons.append("\(file.name) is not as it was written")
    }
  }

  var lines: [String] {
    if !isMade { return ["\(name): not made yet"] }
    if reasons.isEmpty { return ["\(name): up to date"] }
    return ["\(name): would be made again"] + reasons.map { "  " + $0 }
  }

  private mutating func compare(_ made: Manifest.Producer, _ now: Manifest.Producer) {
    guard made != now else { return }
    reasons.append("\(now.name) is version \(now.version), it was made by \(made.name) version \(made.version)")
  }

  private mutating func compare(_ kind: String, _ made: [String: String], _ now: [String: String]) {
    for name in Set(made.keys).union(now.keys).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    where made[name] != now[name] {
      reasons.append("\(kind) \(name) " + (made[name] == nil ? "is new" : now[name] == nil ? "is gone" : "has changed"))
    }
  }

  private mutating func compareInputs(_ made: Manifest, _ reads: [StageFolder], _ stages: String) throws {
    for folder in reads {
      let now = try? Digest.ofFile("\(stages)/\(folder.rawValue)/\(Manifest.name())").description
      let then = made.inputs.first { $0.folder == folder.rawValue }?.sha256
      if now != then { reasons.append("\(folder.rawValue) " + (now == nil ? "is missing" : "has changed")) }
    }
  }
}
