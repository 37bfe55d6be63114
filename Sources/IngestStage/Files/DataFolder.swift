import Diagnostics
import Glibc
import SurveyModel

/// The study's data folder: what lies in it, and the bytes of its files. Nothing outside it is ever read.
struct DataFolder: Sendable {
  /// As the study or the command line writes it.
  let path: String
  private let resolved: String

  /// - Throws: `.noInput` when there is no such folder or nothing in it, `.cannotRead` when it cannot be listed.
  init(path: String) throws(StageFailure) {
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.path = trimmed
    guard let resolved = realPath(trimmed) else {
      let isMissing = errno == ENOENT || errno == ENOTDIR
      throw IngestProblem.cannotOpen(errno: errno, at: SourceLocation(path: trimmed))
        .failure(isMissing ? .noInput : .cannotRead)
    }
    self.resolved = resolved
    if try entries(of: []).isEmpty {
      throw IngestProblem.emptyFolder(at: SourceLocation(path: trimmed)).failure(.noInput)
    }
  }

  /// Where a file of the folder is, for a message.
  func location(_ file: String, line: Int? = nil) -> SourceLocation {
    SourceLocation(path: "\(path)/\(file)", line: line)
  }

  /// The files that a source's path means, in the order of their bytes: one file, or all whose names fit. Files and
  /// folders beside them that fit nothing are `strangers`; hidden files are nothing at all. A link to a folder is
  /// handed over as a file, which it is not.
  ///
  /// - Throws: `.noInput` when there are none, `.wrongStudyFile` when a part of the path has more than one `*`.
  func files(_ source: String) throws(StageFailure) -> (files: [DataFile], strangers: [DataFile]) {
    guard let pattern = FilePattern(source) else {
      throw IngestProblem.sourcePath(at: location(source)).failure(.wrongStudyFile)
    }
    guard pattern.hasStar else { return ([try file(source)], []) }
    let folder = pattern.folder
    try checkInside(folder)
    guard exists(DataFile(folder.isEmpty ? "." : folder)) else {
      throw IngestProblem.noFile(at: location(source)).failure(.noInput)
    }
    var files: [DataFile] = []
    var strangers: [DataFile] = []
    var folders = [folder.isEmpty ? [] : Array(folder.utf8CString.dropLast())]
    for (depth, part) in pattern.openParts.enumerated() {
      let isLast = depth == pattern.openParts.count - 1
      var below: [[CChar]] = []
      for folder in folders {
        for entry in try entries(of: folder) where !entry.isHidden {
          let name = entry.bytes.dropFirst(folder.isEmpty ? 0 : folder.count + 1).map { UInt8(bitPattern: $0) }
          switch (part.matches(name), isLast, isLast ? .ordinary : kind(of: entry)) {
          case (false, _, _), (true, false, .ordinary): strangers.append(entry)
          case (true, true, _), (true, false, .link): files.append(entry)
          case (true, false, .folder): below.append(entry.bytes)
          }
        }
      }
      folders = below
    }
    if files.isEmpty { throw IngestProblem.noFile(at: location(source)).failure(.noInput) }
    return (files.sorted(), strangers.sorted())
  }

  /// The file that a path names.
  ///
  /// - Throws: `.noInput` when there is none.
  func file(_ path: String) throws(StageFailure) -> DataFile {
    try checkInside(path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "")
    let file = DataFile(path)
    guard exists(file) else { throw IngestProblem.noFile(at: location(path)).failure(.noInput) }
    return file
  }

  /// The bytes of a file, at most `limit` of them.
  func read(_ file: DataFile, limit: Int) throws(IngestProblem) -> [UInt8] {
    let opened = try open(file)
    guard opened.size <= limit else { throw .tooLarge(allowed: limit, at: opened.place) }
    var bytes = [UInt8](repeating: 0, count: opened.size)
    let count = try opened.read(into: &bytes)
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// Opens a file to be read piece by piece.
  func open(_ file: DataFile) throws(IngestProblem) -> OpenFile {
    let place = location(file.path)
    // Without O_NONBLOCK, opening a named pipe would wait for ever.
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
    var descriptor = Glibc.open(full(file), flags | O_NOFOLLOW)
    if descriptor < 0, errno == ELOOP {
      guard let target = realPath(full(file)) else { throw .cannotOpen(errno: errno, at: place) }
      guard isInside(target) else { throw .outsideFolder(at: place) }
      descriptor = Glibc.open(target, flags | O_NOFOLLOW)
    }
    guard descriptor >= 0 else { throw .cannotOpen(errno: errno, at: place) }
    return try OpenFile(descriptor, at: place)
  }

  private func full(_ file: DataFile) -> [CChar] { Array("\(path)/".utf8CString.dropLast()) + file.bytes + [0] }

  private func exists(_ file: DataFile) -> Bool {
    var status = stat()
    return lstat(full(file), &status) == 0
  }

  private enum Kind { case ordinary, folder, link }

  private func kind(of file: DataFile) -> Kind {
    var status = stat()
    guard lstat(full(file), &status) == 0 else { return .ordinary }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .ordinary
    }
  }

  /// Links may lead to another place in the folder and nowhere else.
  private func isInside(_ target: String) -> Bool {
    let start = resolved == "/" ? resolved : resolved + "/"
    return target == resolved || target.utf8.starts(with: start.utf8)
  }

  private func checkInside(_ folder: String) throws(StageFailure) {
    guard !folder.hasPrefix("/"), !folder.split(separator: "/").contains("..") else {
      throw IngestProblem.sourcePath(at: location(folder)).failure(.wrongStudyFile)
    }
    let path = "\(path)/\(folder)"
    if let target = realPath(path), !isInside(target) {
      throw IngestProblem.outsideFolder(at: SourceLocation(path: path)).failure(.noInput)
    }
  }

  /// - Parameter folder: the bytes of its path; none for the data folder itself.
  private func entries(of folder: [CChar]) throws(StageFailure) -> [DataFile] {
    let path = Array(self.path.utf8CString.dropLast()) + (folder.isEmpty ? [] : [0x2F] + folder)
    guard let stream = opendir(path + [0]) else {
      let isMissing = errno == ENOENT || errno == ENOTDIR
      let place = SourceLocation(path: DataFile(folder: [], name: path).path)
      throw IngestProblem.cannotOpen(errno: errno, at: place).failure(isMissing ? .noInput : .cannotRead)
    }
    defer { closedir(stream) }
    var entries: [DataFile] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) {
          Array(UnsafeBufferPointer(start: $0, count: strlen($0)))
        }
      }
      if name != [0x2E] && name != [0x2E, 0x2E] { entries.append(DataFile(folder: folder, name: name)) }
    }
    return entries.sorted()
  }
}

private func realPath(_ path: String) -> String? { realPath(Array(path.utf8CString)) }

private func realPath(_ path: [CChar]) -> String? {
  guard let real = realpath(path, nil) else { return nil }
  defer { free(real) }
  return String(cString: real)
}
