import Diagnostics
import FileSafety
import Glibc
import RecordStreams
import SurveyModel

/// What people put in for the study. Whatever a stage takes from it is written into the stage's manifest.
package final class DataFolder {
  package let path: String
  /// In the order they were asked for.
  private(set) var sources: [Manifest.Source] = []

  init(_ path: String) { self.path = path }

  /// A file that the study declares: its path.
  ///
  /// - Parameter name: relative to the data folder.
  /// - Throws: `StageFailure` `.noInput` when it is not there, `.cannotRead` when it cannot be read.
  package func file(_ name: String) throws(StageFailure) -> String {
    guard let path = try optionalFile(name) else {
      throw missing(
        name, "a file that the study declares is missing", hint: "put it there, or take it out of study.yaml")
    }
    return path
  }

  /// A file that may be there or not; the manifest says which it was.
  package func optionalFile(_ name: String) throws(StageFailure) -> String? {
    let source = try Self.source(name, in: path)
    note(source)
    return source.sha256 == nil ? nil : path + "/" + name
  }

  /// The files that match a pattern such as `employers/*.html`, or the one file of that name: names relative
  /// to the data folder, sorted by their bytes.
  ///
  /// - Throws: `StageFailure` `.noInput` when there is none.
  package func files(matching pattern: String, threads: Int = 1) async throws -> [String] {
    guard pattern.contains("*") else {
      _ = try file(pattern)
      return [pattern]
    }
    let names = try Self.names(matching: pattern, in: path)
    guard !names.isEmpty else {
      throw missing(pattern, "no file of the data folder matches", hint: "put the files there, or correct study.yaml")
    }
    let folder = path
    var digests: [Digest?] = []
    try await orderedMap(names, threads: threads) {
      try Self.digest(folder + "/" + $0)
    } into: {
      digests.append($0)
    }
    note(Self.source(pattern, names, digests))
    return names
  }

  /// How a file or pattern stands now, for a manifest or to compare with one.
  static func source(_ name: String, in folder: String) throws(StageFailure) -> Manifest.Source {
    var source = Manifest.Source()
    source.path = name
    guard name.contains("*") else {
      source.sha256 = try digest(folder + "/" + name)?.description
      return source
    }
    let names = try names(matching: name, in: folder)
    var digests: [Digest?] = []
    for name in names { digests.append(try digest(folder + "/" + name)) }
    return Self.source(name, names, digests)
  }

  private static func source(_ pattern: String, _ names: [String], _ digests: [Digest?]) -> Manifest.Source {
    var source = Manifest.Source()
    var hash = SHA256()
    for (name, digest) in zip(names, digests) { hash.update(Array("\(name)\0\(digest?.description ?? "")\n".utf8)) }
    source.path = pattern
    source.files = names.count
    source.sha256 = hash.finish().description
    return source
  }

  /// `nil` when there is no such file.
  private static func digest(_ path: String) throws(StageFailure) -> Digest? {
    do throws(FileFault) { return try Digest.ofFile(path) } catch {
      if case .notFound = error { return nil }
      throw error.failure
    }
  }

  /// One `*` in a part of the pattern stands for any text; see `FilePattern`.
  private static func names(matching pattern: String, in folder: String) throws(StageFailure) -> [String] {
    guard let pattern = FilePattern(pattern) else { return [] }
    let place = pattern.folder.isEmpty ? "" : pattern.folder + "/"
    do throws(FileFault) {
      return try FileSafety.files(beneath: folder + "/" + place)
        .filter { name in
          let parts = name.utf8.split(separator: UInt8(ascii: "/"))
          return parts.count == pattern.openParts.count && zip(pattern.openParts, parts).allSatisfy { $0.matches($1) }
        }
        .map { place + $0 }
    } catch {
      if case .notFound = error { return [] }
      throw error.failure
    }
  }

  private func note(_ source: Manifest.Source) {
    if !sources.contains(where: { $0.path == source.path }) { sources.append(source) }
  }

  private func missing(_ name: String, _ summary: String, hint: String) -> StageFailure {
    StageFailure(.noInput, [Problem(.error, at: SourceLocation(path: path + "/" + name), summary, hint: hint)])
  }
}
