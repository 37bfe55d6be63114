import Diagnostics
import FileSafety
import Glibc
import RecordStreams

/// The folders of earlier stages that a stage reads, held to what their manifests say.
struct InputFolders {
  private var manifests: [StageFolder: (manifest: Manifest, digest: Digest)] = [:]
  private let stagesFolder: String

  /// Reads the manifests and compares every file's count and SHA-256; all differences are reported at once.
  ///
  /// - Throws: `StageFailure` `.noInput` for a missing folder, `.wrongData` for one that is damaged, belongs
  ///   to another study, or was made from another run of a folder that is read too.
  init(_ folders: [StageFolder], in stagesFolder: String, of study: String, threads: Int) async throws {
    self.stagesFolder = stagesFolder
    for folder in folders {
      let path = self.path(of: folder, Manifest.name())
      let read = try Manifest.read(path, madeBy: folder.program)
      guard read.manifest.study.id == study else {
        throw failure(folder, Manifest.name(), "the folder belongs to another study", expected: study)
      }
      manifests[folder] = read
    }
    try refuseMixedRuns(folders)
    for folder in folders { try await verify(folder, threads: threads) }
  }

  /// For the manifest of what is made from them, in the order of the walk.
  var entries: [Manifest.Input] {
    manifests.sorted { $0.key.rawValue < $1.key.rawValue }.map { folder, read in
      var entry = Manifest.Input()
      entry.folder = folder.rawValue
      entry.sha256 = read.digest.description
      return entry
    }
  }

  /// Where the records of a file stand, and how many there are.
  ///
  /// - Throws: `StageFailure` `.wrongData` when the folder has no such file, or one of another schema.
  func find(_ name: String, _ schema: RecordSchema, in folder: StageFolder) throws(StageFailure) -> (
    path: String, count: Int
  ) {
    guard let manifest = manifests[folder]?.manifest else {
      throw StageFailure(.ourFault, [Problem(.error, "\(folder.rawValue) is not among the folders this stage reads")])
    }
    guard let file = manifest.files.first(where: { $0.name == name }), let count = file.records else {
      throw failure(folder, name, "the folder holds no such file")
    }
    guard file.schema == schema.name, file.schemaVersion == schema.version else {
      throw failure(
        folder, name, "the file was written for another version of these programs",
        expected: "records of schema \(schema.name) version \(schema.version)",
        got: "\(file.schema ?? "none") version \(file.schemaVersion ?? 0)")
    }
    return (path(of: folder, name), count)
  }

  /// Two folders that are read together must come from one run: what the later was made from is the earlier.
  private func refuseMixedRuns(_ folders: [StageFolder]) throws(StageFailure) {
    for folder in folders {
      for input in manifests[folder]?.manifest.inputs ?? [] {
        guard let earlier = StageFolder(rawValue: input.folder), let read = manifests[earlier],
          read.digest.description != input.sha256
        else { continue }
        throw failure(folder, Manifest.name(), "the folder was made from another \(earlier.rawValue)")
      }
    }
  }

  private func verify(_ folder: StageFolder, threads: Int) async throws {
    var problems: [Problem] = []
    try await orderedMap(
      manifests[folder]?.manifest.files.map { (path(of: folder, $0.name), $0) } ?? [], threads: threads,
      { path, file in try difference(of: path, from: file, madeBy: folder.program) },
      into: { if let problem = $0 { problems.append(problem) } })
    guard problems.isEmpty else { throw StageFailure(.wrongData, problems) }
  }

  private func path(of folder: StageFolder, _ name: String) -> String {
    stagesFolder + "/" + folder.rawValue + "/" + name
  }

  private func failure(
    _ folder: StageFolder, _ name: String, _ summary: String, expected: String? = nil, got: String? = nil
  ) -> StageFailure {
    StageFailure(
      .wrongData,
      [
        Problem(
          .error, at: SourceLocation(path: path(of: folder, name)), summary, expected: expected, got: got,
          hint: "run \(folder.program) again")
      ])
  }
}

/// What a file has other than its manifest says; `nil` when it is whole.
func difference(of path: String, from entry: Manifest.File, madeBy program: String) throws -> Problem? {
  var bytes = 0
  var lines = 0
  let digest: Digest
  do throws(FileFault) {
    digest = try Digest.ofFile(path) { piece in
      bytes += piece.count
      if entry.records != nil { lines += count(of: UInt8(ascii: "\n"), in: piece) }
    }
  } catch {
    guard case .notFound = error else { throw error.failure }
    return problem(path, "a file of the manifest is missing", nil, nil, program)
  }
  if let records = entry.records, records != lines {
    return problem(path, "the number of records is not that of the manifest", "\(records)", "\(lines)", program)
  }
  if digest.description != entry.sha256 || bytes != entry.bytes {
    let expected = "\(entry.bytes) bytes with SHA-256 \(entry.sha256.prefix(12))…"
    let got = "\(bytes) bytes with SHA-256 \(digest.description.prefix(12))…"
    return problem(path, "the file is not the one of the manifest", expected, got, program)
  }
  return nil
}

private func problem(
  _ path: String, _ summary: String, _ expected: String?, _ got: String?, _ program: String
) -> Problem {
  Problem(
    .error, at: SourceLocation(path: path), summary, expected: expected, got: got,
    hint: "the folder is damaged: run \(program) again")
}

private func count(of byte: UInt8, in bytes: UnsafeRawBufferPointer) -> Int {
  var count = 0
  var rest = bytes[...]
  while let base = UnsafeRawBufferPointer(rebasing: rest).baseAddress, let found = memchr(base, Int32(byte), rest.count)
  {
    count += 1
    rest = rest.dropFirst(UnsafeRawPointer(found) - base + 1)
  }
  return count
}
