import CSystem
import Glibc

/// Binds the whole process to named files and folders, by the kernel's Landlock. Rights of files do not stop
/// root; this does. Network connections over TCP are denied too, where the kernel can.
///
/// - Source: Linux kernel documentation, *Landlock: unprivileged access control*.
package enum Sandbox {
  /// What the kernel of this machine gives.
  package enum Verdict: Hashable, Sendable {
    /// Nothing but what was named can be opened from here on.
    case enforced(landlock: Int)
    /// This kernel has no Landlock, or it is turned off; nothing was restricted.
    case unsupported
  }

  /// Restricts the process for the rest of its life. A path that does not exist is not allowed to come into
  /// being either, unless a folder above it is named under `write`.
  ///
  /// Landlock binds a thread and those it starts later, so this must come before the program's first `await`.
  ///
  /// - Parameters:
  ///   - read: files and folders that may be read.
  ///     `/proc` is always among them: the run time looks there at its own threads, and stops the program when
  ///     it cannot. What other processes hold in memory or environment stays closed to a restricted one.
  ///   - write: folders that may be read and in which anything may be made, changed and removed.
  ///   - swap: folders in which `FolderSwap` may exchange and remove folders, and no file be opened or made.
  /// - Throws: `FileFault.sandboxTooLate` when other threads already run.
  package static func restrict(
    read: [String], write: [String], swap: [String] = []
  ) throws(FileFault) -> Verdict {
    let version = Int(landlock_version())
    guard version > 0 else { return .unsupported }
    let threads = try entries(of: "/proc/self/task").count
    guard threads == 1 else { throw .sandboxTooLate(threads: threads) }

    let rules = landlock_open(Access.all(version), version >= 4 ? Access.tcp : 0)
    guard rules >= 0 else { throw .sandboxRefused(path: nil, errno: -rules) }
    defer { close(rules) }
    for path in read + ["/proc"] { try allow(path, Access.read, by: rules) }
    for path in write { try allow(path, Access.all(version), by: rules) }
    for path in swap { try allow(path, Access.swap, by: rules) }
    let enforced = landlock_enforce(rules)
    guard enforced == 0 else { throw .sandboxRefused(path: nil, errno: -enforced) }
    return .enforced(landlock: version)
  }

  private static func allow(_ path: String, _ accesses: UInt64, by rules: Int32) throws(FileFault) {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    if descriptor < 0, errno == ENOENT { return }
    guard descriptor >= 0 else { throw .cannotRead(path: path, errno: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .cannotRead(path: path, errno: errno) }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    let allowed = landlock_allow(rules, descriptor, isFolder ? accesses : accesses & Access.ofFiles)
    guard allowed == 0 else { throw .sandboxRefused(path: path, errno: -allowed) }
  }
}

/// The accesses of linux/landlock.h, by the bit each has there.
private enum Access {
  static let execute: UInt64 = 1 << 0
  static let writeFile: UInt64 = 1 << 1
  static let readFile: UInt64 = 1 << 2
  static let readFolder: UInt64 = 1 << 3
  static let removeFolder: UInt64 = 1 << 4
  static let removeFile: UInt64 = 1 << 5
  static let makeFolder: UInt64 = 1 << 7
  static let truncate: UInt64 = 1 << 14
  static let tcp: UInt64 = 0b11

  static let read = readFile | readFolder
  static let swap = readFolder | removeFolder | removeFile | makeFolder
  static let ofFiles = execute | writeFile | readFile | truncate

  /// All that a kernel of this version knows: it refuses a bit it has not heard of.
  static func all(_ version: Int) -> UInt64 {
    switch version {
    case 1: (1 << 13) - 1
    case 2: (1 << 14) - 1  // and moving files between folders
    case 3, 4: (1 << 15) - 1  // and truncating
    default: (1 << 16) - 1  // and device controls
    }
  }
}
