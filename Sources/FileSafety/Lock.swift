import Glibc

/// Keeps a second run from writing the same study. The kernel drops the lock with the process that holds it,
/// however that ends, so a lock never has to be removed by hand.
package final class Lock: Sendable {
  private let descriptor: Int32

  /// Takes the lock or says that another run has it; never waits.
  ///
  /// - Throws: `FileFault.lockHeld`, or `cannotCreate` where the file cannot be made.
  package init(_ path: String) throws(FileFault) {
    try createFolders(parent(of: path))
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .cannotCreate(path: path, errno: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw errno == EWOULDBLOCK ? .lockHeld(path: path) : .cannotCreate(path: path, errno: errno)
    }
  }

  deinit { close(descriptor) }
}
