import RecordStreams
import TestSupport
import Testing

@Suite("JSON writer")
struct JSONWriterTests {
  @Test(
    "a number is its shortest digits, without decimals if it has none",
    arguments: [
      (40, "40"), (-7, "-7"), (0, "0"), (-0.0, "-0"), (0.1, "0.1"), (0.1 + 0.2, "0.30000000000000004"), (2.5, "2.5"),
      (9_007_199_254_740_991, "9007199254740991"), (1e15, "1000000000000000"), (1e16, "1e+16"), (1e-7, "1e-07"),
      (.leastNonzeroMagnitude, "5e-324"), (1.7976931348623157e308, "1.7976931348623157e+308"),
    ] as [(Double, String)])
  func numbers(value: Double, text: String) {
    #expect(encode(value) == text)
  }

  @Test("what no JSON number is becomes null, which no number reads back")
  func notANumber() {
    for value in [Double.nan, .infinity, -.infinity] {
      #expect(encode(value) == "null")
      #expect(fault(Double.self, encode(value))?.kind == .wrongKind(expected: .number, got: .null))
    }
  }

  @Test("every number reads back as itself, bit for bit")
  func roundTrip() throws {
    var chance = SeededGenerator(seed: 5)
    for _ in 0..<20_000 {
      let number = chance.finiteDouble()
      #expect(try decode(Double.self, encode(number)).bitPattern == number.bitPattern)
      let whole = Int(truncatingIfNeeded: chance.next() >> UInt64.random(in: 0..<64, using: &chance))
      #expect(try decode(Int.self, encode(whole)) == whole)
    }
    for whole in [Int.min, Int.max] { #expect(try decode(Int.self, encode(whole)) == whole) }
  }

  @Test("a text is escaped where it must be and nowhere else")
  func texts() {
    #expect(encode("åäö €😀/\u{2028}\u{7F}") == "\"åäö €😀/\u{2028}\u{7F}\"")
    #expect(encode("\"\\\n\r\t\u{8}\u{C}\u{0}\u{1F}") == #""\"\\\n\r\t\b\f\u0000\u001f""#)
    #expect(encode("") == "\"\"")
  }

  @Test("a dictionary is written by the bytes of its keys")
  func dictionary() {
    #expect(
      encode(["å": 1, "z": 2, "Z": 3, "😀": 4, "\u{FFFF}": 5, "": 6]) == #"{"":6,"Z":3,"z":2,"å":1,"\#u{FFFF}":5,"😀":4}"#
    )
    #expect(encode([String: Int]()) == "{}")
  }

  @Test("commas stand where they must, by hand too")
  func byHand() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("a\"")
    writer.beginArray()
    writer.write(1)
    writer.beginArray()
    writer.endArray()
    writer.beginObject()
    writer.endObject()
    writer.write(true)
    writer.endArray()
    writer.key("b")
    writer.writeNull()
    writer.endObject()
    writer.endLine()
    writer.write("next")
    #expect(writer.bytes.text == "{\"a\\\"\":[1,[],{},true],\"b\":null}\n\"next\"")
  }
}
