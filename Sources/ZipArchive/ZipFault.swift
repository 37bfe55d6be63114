import Diagnostics

/// Why a zip archive, or a member of it, could not be used.
package enum ZipFault: Error, Hashable, Sendable {
  /// libzip's own number for what is wrong.
  case notAnArchive(code: Int, at: SourceLocation)
  /// An archive that says it has more than one end, or one of over 4 GB or 65,535 members.
  case doubtfulEnd(at: SourceLocation)
  case tooManyMembers(allowed: Int, at: SourceLocation)
  case memberTooLarge(allowed: Int, at: SourceLocation)
  /// A small member that unpacks to a huge one.
  case bomb(allowed: Int, at: SourceLocation)
  case encrypted(at: SourceLocation)
  /// Packed by another method than deflate.
  case unknownMethod(at: SourceLocation)
  case damagedMember(code: Int, at: SourceLocation)
  case unreadable(errno: Int32, at: SourceLocation)

  package var isLimit: Bool {
    switch self {
    case .tooManyMembers, .memberTooLarge, .bomb: true
    default: false
    }
  }

  package var problem: Problem {
    switch self {
    case .notAnArchive(let code, let place):
      Problem(
        .error, at: place, "the file is no whole zip archive", got: "libzip error \(code)",
        hint: "it may have been cut off: export or copy it again")
    case .doubtfulEnd(let place):
      Problem(
        .error, at: place, "the zip archive cannot be read safely",
        expected: "one directory, of under 4 GB and at most 65,535 members", hint: "export it again")
    case .tooManyMembers(let allowed, let place):
      Problem(.error, at: place, "too many files in the zip archive", expected: "at most \(allowed)")
    case .memberTooLarge(let allowed, let place):
      Problem(
        .error, at: place, "a file in the zip archive is too large", expected: "at most \(allowed >> 20) MiB unpacked")
    case .bomb(let allowed, let place):
      Problem(
        .error, at: place, "a file in the zip archive unpacks to far more than any export",
        expected: "at most \(allowed) bytes for one packed byte", hint: "ask where the file is from")
    case .encrypted(let place):
      Problem(.error, at: place, "a file in the zip archive is encrypted", hint: "export it without a password")
    case .unknownMethod(let place):
      Problem(.error, at: place, "a file in the zip archive is packed in an unusual way", expected: "deflate")
    case .damagedMember(let code, let place):
      Problem(
        .error, at: place, "a file in the zip archive is damaged", got: "libzip error \(code)",
        hint: "export or copy the archive again")
    case .unreadable(let number, let place):
      Problem(.error, at: place, "the file cannot be read", got: "system error \(number)")
    }
  }
}
