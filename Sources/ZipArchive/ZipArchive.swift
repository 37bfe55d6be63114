import CZip
import Diagnostics
import Glibc

/// A zip archive, open for reading. Nothing is unpacked to disk, and no name in it is ever a path: of a member's name
/// only the ending counts.
package final class ZipArchive {
  package struct Member: Hashable, Sendable {
    fileprivate let index: UInt64
    /// Lower case, without the dot; empty for a folder and for a name without one.
    package let ending: String
    /// Unpacked, as the archive says.
    package let size: Int
  }

  /// In the order of the archive.
  package let members: [Member]
  package let place: SourceLocation
  private let handle: OpaquePointer

  /// The first bytes of every zip archive that has a member.
  package static let signature: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  /// - Parameter descriptor: an open file, which the archive takes over and closes in any case.
  /// - Throws: `ZipFault` for what is no archive, and for one that is dangerous or uncommon in any of its members.
  package init(
    descriptor: Int32, limits: ZipLimits = ZipLimits(), at place: SourceLocation
  ) throws(ZipFault) {
    do throws(ZipFault) {
      let end = try EndRecord(of: descriptor, at: place)
      guard end.memberCount <= limits.members else { throw .tooManyMembers(allowed: limits.members, at: place) }
    } catch {
      close(descriptor)
      throw error
    }
    var code: Int32 = 0
    guard let handle = zip_fdopen(descriptor, 0, &code) else {
      close(descriptor)
      throw .notAnArchive(code: Int(code), at: place)
    }
    do throws(ZipFault) {
      members = try Self.members(of: handle, limits, place)
    } catch {
      zip_discard(handle)
      throw error
    }
    self.handle = handle
    self.place = place
  }

  deinit { zip_discard(handle) }

  private static func members(
    of handle: OpaquePointer, _ limits: ZipLimits, _ place: SourceLocation
  ) throws(ZipFault) -> [Member] {
    let count = zip_get_num_entries(handle, 0)
    guard count <= limits.members else { throw .tooManyMembers(allowed: limits.members, at: place) }
    var members: [Member] = []
    for index in 0..<UInt64(max(0, count)) {
      var status = zip_stat_t()
      let wanted = UInt64(ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD)
      guard zip_stat_index(handle, index, 0, &status) == 0, status.valid & wanted == wanted,
        let name = zip_get_name(handle, index, ZIP_FL_ENC_RAW)
      else { throw .notAnArchive(code: Int(ZIP_ER_INCONS), at: place) }
      guard status.encryption_method == ZIP_EM_NONE else { throw .encrypted(at: place) }
      guard [ZIP_CM_STORE, ZIP_CM_DEFLATE].contains(Int32(status.comp_method)) else {
        throw .unknownMethod(at: place)
      }
      guard status.size <= UInt64(limits.memberBytes) else {
        throw .memberTooLarge(allowed: limits.memberBytes, at: place)
      }
      guard status.size <= limits.harmlessBytes || status.size / UInt64(limits.ratio) <= status.comp_size else {
        throw .bomb(allowed: limits.ratio, at: place)
      }
      members.append(Member(index: index, ending: ending(of: name), size: Int(status.size)))
    }
    return members
  }

  private static func ending(of name: UnsafePointer<CChar>) -> String {
    let bytes = UnsafeBufferPointer(start: name, count: strlen(name)).map { UInt8(bitPattern: $0) }
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), bytes.count - dot <= 9 else { return "" }
    return String(decoding: bytes[(dot + 1)...], as: UTF8.self).lowercased()
  }

  /// Opens a member to be read piece by piece.
  package func open(_ member: Member) throws(ZipFault) -> ZipMember {
    guard let file = zip_fopen_index(handle, member.index, 0) else {
      throw .damagedMember(code: Int(zip_error_code_zip(zip_get_error(handle))), at: place)
    }
    return ZipMember(file, size: member.size, of: self)
  }
}

/// A member of an archive, open for reading.
package final class ZipMember {
  private let file: OpaquePointer
  private let size: Int
  /// Holds the archive open.
  private let archive: ZipArchive
  private var count = 0

  fileprivate init(_ file: OpaquePointer, size: Int, of archive: ZipArchive) {
    self.file = file
    self.size = size
    self.archive = archive
  }

  deinit { zip_fclose(file) }

  /// Fills the buffer, as far as the member goes.
  ///
  /// - Returns: the number of bytes, 0 at the end.
  /// - Throws: `damagedMember` when the bytes are not those that the archive promised: their number, or their check sum.
  package func read(into buffer: inout [UInt8]) throws(ZipFault) -> Int {
    var filled = 0
    while filled < buffer.count {
      let got = buffer.withUnsafeMutableBytes {
        zip_fread(file, $0.baseAddress.map { $0 + filled }, UInt64($0.count - filled))
      }
      guard got >= 0 else {
        throw .damagedMember(code: Int(zip_error_code_zip(zip_file_get_error(file))), at: archive.place)
      }
      if got == 0 { break }
      filled += Int(got)
      count += Int(got)
      guard count <= size else { throw .damagedMember(code: Int(ZIP_ER_INCONS), at: archive.place) }
    }
    guard filled > 0 || count == size || buffer.isEmpty else {
      throw .damagedMember(code: Int(ZIP_ER_EOF), at: archive.place)
    }
    return filled
  }
}
