import Diagnostics
import Glibc
import TestSupport
import Testing

@testable import ZipArchive

@Suite("A zip archive")
struct ZipArchiveTests {
  private static let place = SourceLocation(path: "d/a.zip")

  private func open(_ bytes: [UInt8], limits: ZipLimits = ZipLimits()) throws -> ZipArchive {
    let folder = try TemporaryFolder()
    let descriptor = Glibc.open(try folder.write(bytes, to: "a.zip"), O_RDONLY | O_CLOEXEC)
    return try ZipArchive(descriptor: descriptor, limits: limits, at: Self.place)
  }

  private func read(_ archive: ZipArchive, _ member: Int = 0, atOnce: Int = 7) throws -> [UInt8] {
    let file = try archive.open(archive.members[member])
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: atOnce)
    while true {
      let count = try file.read(into: &piece)
      if count == 0 { return bytes }
      bytes += piece[..<count]
    }
  }

  @Test("gives its members in their order, by their endings, piece by piece", arguments: [1, 7, 4_096])
  func members(atOnce: Int) throws {
    let text = String(repeating: "svar å ä ö ", count: 40)
    let archive = try open(ZipWriter.archive(["../../b.LSR": text, "folder/": "", "a.lss": "<a/>"]))
    #expect(archive.members.map(\.ending) == ["lsr", "", "lss"])
    #expect(archive.members.map(\.size) == [text.utf8.count, 0, 4])
    #expect(try read(archive, atOnce: atOnce) == Array(text.utf8))
    #expect(try read(archive, 2, atOnce: atOnce) == Array("<a/>".utf8))
  }

  @Test("unpacks deflate and checks the sum")
  func deflate() throws {
    let (packed, size) = ZipWriter.deflatedZeros(matches: 1_000)
    let zeros = [UInt8](repeating: 0, count: size)
    let whole = ZipWriter.Member(
      "a.lsr", packed, method: 8, size: UInt32(size), checkSum: ZipWriter.checkSum(of: zeros))
    #expect(try read(try open(ZipWriter.archive([whole])), atOnce: 100_000) == zeros)
    var damaged = whole
    damaged.checkSum = 1
    let archive = try open(ZipWriter.archive([damaged]))
    #expect(throws: ZipFault.damagedMember(code: 7, at: Self.place)) { try read(archive, atOnce: 100_000) }
  }

  @Test("says what unpacks to too much before anything is unpacked")
  func bombs() throws {
    let (packed, _) = ZipWriter.deflatedZeros(matches: 1_000)
    func archive(claiming size: UInt32) -> [UInt8] {
      ZipWriter.archive([ZipWriter.Member("a.lsr", packed, method: 8, size: size)])
    }
    #expect(throws: ZipFault.bomb(allowed: 500, at: Self.place)) { try open(archive(claiming: 0xFFFF_FFF0)) }
    var limits = ZipLimits()
    limits.memberBytes = 1_000
    #expect(throws: ZipFault.memberTooLarge(allowed: 1_000, at: Self.place)) {
      try open(archive(claiming: 1_001), limits: limits)
    }
    limits = ZipLimits()
    limits.members = 2
    #expect(throws: ZipFault.tooManyMembers(allowed: 2, at: Self.place)) {
      try open(ZipWriter.archive(["a": "", "b": "", "c": ""]), limits: limits)
    }
  }

  @Test("a member that holds more or less than the archive says is damaged", arguments: [1, 500, 300_000])
  func lies(size: UInt32) throws {
    let (packed, _) = ZipWriter.deflatedZeros(matches: 1_000)
    let archive = try open(ZipWriter.archive([ZipWriter.Member("a.lsr", packed, method: 8, size: size)]))
    #expect(throws: ZipFault.self) { try read(archive, atOnce: 1_000) }
  }

  @Test("what is no archive, cut off, encrypted or packed otherwise is refused")
  func strangers() throws {
    let whole = ZipWriter.archive(["a.lss": "<a/>"])
    for bytes in [[], [0x50], Array("no zip".utf8), Array(whole.dropLast(1)), Array(whole.dropLast(30))] {
      #expect(throws: ZipFault.self) { try open(bytes) }
    }
    let encrypted = ZipWriter.archive([ZipWriter.Member("a", Array(repeating: 1, count: 20), flags: 1)])
    #expect(throws: ZipFault.encrypted(at: Self.place)) { try open(encrypted) }
    let other = ZipWriter.archive([ZipWriter.Member("a", [1], method: 12)])
    #expect(throws: ZipFault.unknownMethod(at: Self.place)) { try open(other) }
  }

  @Test("two ends, and a 64-bit end that promises billions of members, are refused at once")
  func ends() throws {
    let whole = ZipWriter.archive(["a.lss": "<a/>"])
    #expect(throws: ZipFault.doubtfulEnd(at: Self.place)) { try open(whole + whole) }
    let end = whole.count - 22
    let locator: [UInt8] = [0x50, 0x4B, 6, 7] + Array(repeating: 0xFF, count: 16)
    #expect(throws: ZipFault.doubtfulEnd(at: Self.place)) { try open(whole[..<end] + locator + whole[end...]) }
  }

  @Test("any damage is a fault or harmless, never a crash", arguments: 0..<300)
  func mutations(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let (packed, size) = ZipWriter.deflatedZeros(matches: 20)
    var bytes = ZipWriter.archive([
      ZipWriter.Member("a.lss", Array("<a/>".utf8)),
      ZipWriter.Member(
        "b.lsr", packed, method: 8, size: UInt32(size),
        checkSum: ZipWriter.checkSum(of: Array(repeating: 0, count: size))),
    ])
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
    }
    do {
      let archive = try open(bytes)
      for member in archive.members.indices { _ = try read(archive, member, atOnce: 512) }
    } catch { #expect(error is ZipFault) }
  }
}
