import CSystem
import Glibc

/// Replaces a folder whole or not at all.
///
/// The new folder is written beside the final one under a name of its own. `commit` forces it to the disk
/// and exchanges the two names in one step of the file system, so that a reader, or a run killed at any byte,
/// finds either the old folder or the new one. What a killed run leaves behind is removed by
/// `removeLeftovers`, which must be called while the study's lock is held.
package struct FolderSwap: Sendable {
  /// The name that readers know.
  package let final: String
  /// Where to write until `commit`.
  package let path: String
  private let mode: mode_t

  /// Opens an empty folder beside the final one.
  ///
  /// - Parameters:
  ///   - mode: of the folders; files get the same without the right to run them. 0700 for what is confidential.
  /// - Throws: `FileFault` when the folder cannot be created, or a file has the final name.
  package init(replacing final: String, mode: mode_t = 0o700) throws(FileFault) {
    self.final = try Self.real(final)
    self.mode = mode
    path = self.final + Self.mark + "\(getpid())"
    try createFolders(parent(of: self.final), mode: mode)
    try removeTree(path)
    guard mkdir(path, 0o700) == 0 else { throw .cannotCreate(path: path, errno: errno) }
  }

  /// Makes the new folder the final one and removes the old.
  package func commit() throws(FileFault) {
    try settleTree(path, mode: mode)
    let renamed = system_rename_new(path, final)
    if renamed == -EEXIST {
      let exchanged = system_exchange(path, final)
      guard exchanged == 0 else { throw .cannotExchange(path: final, errno: -exchanged) }
    } else if renamed != 0 {
      throw .cannotCreate(path: final, errno: -renamed)
    }
    try flush(parent(of: final))
    discard()
  }

  /// Removes what is not the final folder: the new one given up, or the old one replaced. Failing to do so
  /// is no failure of the run, since the next one removes it.
  package func discard() {
    try? removeTree(path)
  }

  /// Removes what killed runs left beside the final folder. Only while the study's lock is held: without it
  /// a running program would lose the folder it writes.
  package static func removeLeftovers(beside final: String) throws(FileFault) {
    let final = try real(final)
    let above = parent(of: final)
    guard access(above, F_OK) == 0 else { return }
    let start = lastName(of: final) + mark
    for entry in try entries(of: above) where entry.name.hasPrefix(start) {
      let number = entry.name.utf8.dropFirst(start.utf8.count)
      if !number.isEmpty, number.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) {
        try removeTree(above + "/" + entry.name)
      }
    }
  }

  private static let mark = ".new."

  /// Follows a link at the final name, so that the folder it points at is replaced and the link stays.
  private static func real(_ path: String) throws(FileFault) -> String {
    guard let resolved = realpath(path, nil) else {
      guard errno == ENOENT else { throw .cannotRead(path: path, errno: errno) }
      return parent(of: path) + "/" + lastName(of: path)
    }
    defer { free(resolved) }
    var status = stat()
    guard stat(resolved, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(path: path) }
    return String(cString: resolved)
  }
}
