import RecordStreams
import TestSupport
import Testing

@Suite("Hostile input")
struct HostileInputTests {
  @Test("a record damaged at random is refused or read, and never more")
  func mutations() throws {
    var chance = SeededGenerator(seed: 2024)
    let originals = (0..<50).map { Array(encode(Vacancy(seed: $0)).utf8) }
    var readable = 0
    for round in 0..<10_000 {
      let bytes = damaged(originals[round % originals.count], using: &chance)
      if let error = fault(Vacancy.self, bytes) {
        #expect((0...bytes.count).contains(error.offset))
      } else {
        readable += 1
        let vacancy = try decode(Vacancy.self, bytes)
        #expect(try decode(Vacancy.self, encode(vacancy)) == vacancy, "what was read can be written and read")
      }
    }
    #expect((100..<9_900).contains(readable), "\(readable): the damage must neither break all nor spare all")
  }

  /// One to three bytes or pieces changed, cut, doubled or put in.
  func damaged(_ original: [UInt8], using chance: inout SeededGenerator) -> [UInt8] {
    let spice = ["\"", "\\", "\\u", "\\ud800", "{", "}", "[", "]", ",", ":", "-", ".", "e", "1e999", "null", "\n"]
    var bytes = original
    for _ in 0..<Int.random(in: 1...3, using: &chance) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &chance)
      switch Int.random(in: 0..<5, using: &chance) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &chance)
      case 1: bytes.removeSubrange(place...)
      case 2: bytes.insert(contentsOf: (spice.randomElement(using: &chance) ?? "").utf8, at: place)
      case 3: bytes.remove(at: place)
      default:
        let end = Int.random(in: place..<bytes.count, using: &chance)
        bytes.insert(contentsOf: bytes[place...end], at: place)
      }
    }
    return bytes
  }

  @Test("bytes at random are refused")
  func noise() {
    var chance = SeededGenerator(seed: 99)
    let alphabet = Array(#"{}[]",:\u0123456789-+.eEtrufalsn keyumb"#.utf8)
    for _ in 0..<10_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &chance)).map { _ in alphabet.randomElement(using: &chance) ?? 0 }
      #expect(throws: JSONError.self) { try decode(Answer.self, bytes) }
    }
  }
}
