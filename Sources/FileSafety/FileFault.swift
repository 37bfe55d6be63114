import Diagnostics
import Glibc

/// What can go wrong with a file or folder of ours, with the path and the system's error number.
package enum FileFault: Error, Hashable, Sendable {
  case cannotCreate(path: String, errno: Int32)
  case cannotWrite(path: String, errno: Int32)
  case cannotExchange(path: String, errno: Int32)
  case cannotRemove(path: String, errno: Int32)
  case cannotRead(path: String, errno: Int32)
  case notFound(path: String)
  case notAFolder(path: String)
  case notAFile(path: String)
  case lockHeld(path: String)
  case sandboxTooLate(threads: Int)
  case sandboxRefused(path: String?, errno: Int32)

  /// The sentence and the exit code.
  package var failure: StageFailure {
    switch self {
    case .cannotCreate(let path, let errno):
      failure(.cannotWrite, path, "cannot be created", errno, hint: "give a folder that you may write in")
    case .cannotWrite(let path, let errno):
      failure(.cannotWrite, path, "cannot be written", errno, hint: "check the rights and the room on the disk")
    case .cannotExchange(let path, let errno):
      failure(
        .cannotWrite, path, "cannot be exchanged with the new one", errno,
        hint: "the file system must know RENAME_EXCHANGE: ext4, XFS, Btrfs and tmpfs do")
    case .cannotRemove(let path, let errno):
      failure(.cannotWrite, path, "cannot be removed", errno, hint: "remove it by hand")
    case .cannotRead(let path, let errno):
      failure(.cannotRead, path, "cannot be read", errno, hint: "check its rights and the disk")
    case .notFound(let path):
      failure(.noInput, path, "does not exist", ENOENT, hint: "check the path")
    case .notAFolder(let path):
      failure(.cannotWrite, path, "is not a folder", ENOTDIR, hint: "move it out of the way")
    case .notAFile(let path):
      StageFailure(
        .cannotRead,
        [
          Problem(
            .error, at: SourceLocation(path: path), "is no ordinary file", expected: "a file",
            got: "a folder, a pipe or a device", hint: "move it out of the way")
        ])
    case .lockHeld(let path):
      StageFailure(
        .locked,
        [
          Problem(
            .error, at: SourceLocation(path: path), "another run is writing this study",
            hint: "wait until it has finished; the lock goes with the run that holds it")
        ])
    case .sandboxTooLate(let threads):
      StageFailure(
        .ourFault,
        [
          Problem(
            .error, "the sandbox was asked for when other threads already ran", expected: "1 thread",
            got: "\(threads) threads")
        ])
    case .sandboxRefused(let path, let errno):
      StageFailure(
        .ourFault,
        [
          Problem(
            .error, at: path.map { SourceLocation(path: $0) }, "the kernel refused the sandbox",
            got: Self.text(errno))
        ])
    }
  }

  private func failure(
    _ exit: StageExit, _ path: String, _ summary: String, _ errno: Int32, hint: String
  ) -> StageFailure {
    StageFailure(
      exit,
      [Problem(.error, at: SourceLocation(path: path), summary, got: Self.text(errno), hint: hint)])
  }

  /// The system's own words for an error number; English, since no program of ours sets a locale.
  private static func text(_ errno: Int32) -> String {
    String(cString: strerror(errno))
  }
}
