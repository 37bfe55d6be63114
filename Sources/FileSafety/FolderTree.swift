import Glibc

/// One name in a folder, as the file system tells it without following a link.
struct FolderEntry {
  var name: String
  var isFolder: Bool
}

/// The names in a folder, sorted by their bytes so that nothing depends on the file system's order.
func entries(of folder: String) throws(FileFault) -> [FolderEntry] {
  guard let listing = opendir(folder) else {
    throw errno == ENOENT ? .notFound(path: folder) : .cannotRead(path: folder, errno: errno)
  }
  defer { closedir(listing) }
  var found: [FolderEntry] = []
  errno = 0
  while let entry = readdir(listing) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
    }
    if name != ".", name != ".." {
      found.append(FolderEntry(name: name, isFolder: isFolder(folder + "/" + name)))
    }
    errno = 0
  }
  guard errno == 0 else { throw .cannotRead(path: folder, errno: errno) }
  return found.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
}

/// Whether the name is a folder itself; a link to one is not.
private func isFolder(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// The files beneath a folder, as paths relative to it, sorted by their bytes. A link to a file counts as a
/// file; a link to a folder is not followed. Names that begin with a point are left out: they are the
/// system's or an editor's.
package func files(beneath folder: String) throws(FileFault) -> [String] {
  var found: [String] = []
  for entry in try entries(of: folder) where !entry.name.hasPrefix(".") {
    if entry.isFolder {
      found += try files(beneath: folder + "/" + entry.name).map { entry.name + "/" + $0 }
    } else {
      found.append(entry.name)
    }
  }
  return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

/// Removes a file, a link, or a folder with everything in it. Nothing there is no error.
package func removeTree(_ path: String) throws(FileFault) {
  if unlink(path) == 0 || errno == ENOENT { return }
  guard isFolder(path) else { throw .cannotRemove(path: path, errno: errno) }
  for entry in try entries(of: path) { try removeTree(path + "/" + entry.name) }
  guard rmdir(path) == 0 else { throw .cannotRemove(path: path, errno: errno) }
}

/// Gives every file and folder beneath its mode and forces it to the disk, the innermost first.
func settleTree(_ folder: String, mode: mode_t) throws(FileFault) {
  for entry in try entries(of: folder) {
    let path = folder + "/" + entry.name
    if entry.isFolder { try settleTree(path, mode: mode) } else { try settle(path, mode: mode & 0o666) }
  }
  try settle(folder, mode: mode)
}

private func settle(_ path: String, mode: mode_t) throws(FileFault) {
  guard chmod(path, mode) == 0 else { throw .cannotWrite(path: path, errno: errno) }
  try flush(path)
}

/// Forces a file's bytes, or a folder's names, to the disk.
func flush(_ path: String) throws(FileFault) {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw .cannotWrite(path: path, errno: errno) }
  defer { close(descriptor) }
  guard fsync(descriptor) == 0 else { throw .cannotWrite(path: path, errno: errno) }
}

/// Creates a folder and those above it that are missing, with the mode whatever the umask.
package func createFolders(_ path: String, mode: mode_t = 0o700) throws(FileFault) {
  var status = stat()
  if stat(path, &status) == 0 {
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(path: path) }
    return
  }
  let above = parent(of: path)
  if above != path { try createFolders(above, mode: mode) }
  if mkdir(path, mode) == 0 {
    guard chmod(path, mode) == 0 else { throw .cannotCreate(path: path, errno: errno) }
  } else if errno != EEXIST {
    throw .cannotCreate(path: path, errno: errno)
  }
}

/// The folder a path stands in: `.` for a bare name, `/` for the root.
package func parent(of path: String) -> String {
  let trimmed = withoutTrailingSlashes(path)
  guard let slash = trimmed.lastIndex(of: "/") else { return trimmed.isEmpty ? "/" : "." }
  return slash == trimmed.startIndex ? "/" : withoutTrailingSlashes(String(trimmed[..<slash]))
}

/// The last name of a path.
package func lastName(of path: String) -> String {
  let trimmed = withoutTrailingSlashes(path)
  return trimmed.lastIndex(of: "/").map { String(trimmed[trimmed.index(after: $0)...]) } ?? trimmed
}

private func withoutTrailingSlashes(_ path: String) -> String {
  var path = path
  while path.count > 1, path.hasSuffix("/") { path.removeLast() }
  return path
}
