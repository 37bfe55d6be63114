import RecordStreams
import TestSupport
import Testing

@Suite("JSON reader")
struct JSONReaderTests {
  @Test(
    "takes every number JSON has, exactly",
    arguments: [
      ("0", 0), ("-0", -0.0), ("40", 40), ("0.1", 0.1), ("1e3", 1000), ("1E+3", 1000), ("12.5e-1", 1.25),
      ("9007199254740993", 9_007_199_254_740_992), ("9007199254740993.0000000000001", 9_007_199_254_740_994),
      ("0.30000000000000004", 0.1 + 0.2), ("1.7976931348623157e308", .greatestFiniteMagnitude),
      ("5e-324", .leastNonzeroMagnitude), ("2.2250738585072011e-308", Double.leastNormalMagnitude.nextDown),
      ("1e-400", 0),
      ("0e999999999999", 0), ("123456789012345678901234567890", 1.2345678901234568e29), ("1e23", 1e23),
      ("0.000000000000000000000000000001", 1e-30), ("1e22", 1e22), ("8.5e-22", 8.5e-22),
    ])
  func numbers(text: String, value: Double) throws {
    let read = try decode(Double.self, text)
    #expect(read.bitPattern == value.bitPattern)
    #expect(try decode([Double].self, "[\(text),1]").first?.bitPattern == value.bitPattern)
  }

  @Test(
    "a whole number may be written with decimals that are none",
    arguments: [
      ("40", 40), ("-7", -7), ("40.0", 40), ("4e1", 40), ("-0", 0), ("9223372036854775807", Int.max),
      ("-9223372036854775808", Int.min),
    ])
  func integers(text: String, value: Int) throws {
    #expect(try decode(Int.self, text) == value)
  }

  @Test(
    "takes every text JSON has",
    arguments: [
      (#""""#, ""), (#""å€😀""#, "å€😀"), (#""\u00e5\u20AC""#, "å€"), (#""\ud83d\uDE00""#, "😀"),
      (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0000""#, "\u{0}"),
      ("\"\u{7F}\u{2028}\"", "\u{7F}\u{2028}"),
      (#""12345678\n""#, "12345678\n"), (#""1234567\n890""#, "1234567\n890"),
    ])
  func texts(text: String, value: String) throws {
    #expect(try decode(String.self, text) == value)
  }

  @Test(
    "refuses what is not JSON, with the reason and the byte",
    arguments: [
      ("", .endsTooSoon, 0), (" ", .endsTooSoon, 1), ("[1,2", .endsTooSoon, 4), ("[1,", .endsTooSoon, 3),
      ("[1,]", .unexpectedByte, 3), ("[,1]", .unexpectedByte, 1), ("[1 2]", .unexpectedByte, 3),
      ("[1}", .unexpectedByte, 2), ("[1]]", .trailingBytes, 3), ("[] x", .trailingBytes, 3),
      ("nul", .wrongKind(expected: .array, got: .null), 0),
      ("[NaN]", .unexpectedByte, 1), ("[Infinity]", .unexpectedByte, 1), ("[-Infinity]", .malformedNumber, 2),
      ("[01]", .unexpectedByte, 2), ("[1.]", .malformedNumber, 3), ("[.5]", .unexpectedByte, 1),
      ("[+1]", .unexpectedByte, 1), ("[1e]", .malformedNumber, 3), ("[1e+]", .malformedNumber, 4),
      ("[-]", .malformedNumber, 2),
      ("[0x10]", .unexpectedByte, 2), ("[1e400]", .numberOutOfRange, 1), ("[-1e400]", .numberOutOfRange, 1),
      ("['1']", .unexpectedByte, 1), ("[1]//", .trailingBytes, 3), ("\u{FEFF}[1]", .unexpectedByte, 0),
      ("\u{A0}[1]", .unexpectedByte, 0), ("\u{0}", .unexpectedByte, 0),
    ] as [(String, JSONError.Kind, Int)])
  func malformed(text: String, kind: JSONError.Kind, offset: Int) {
    let error = fault([Double].self, text)
    #expect(error?.kind == kind)
    #expect(error?.offset == offset)
  }

  @Test(
    "refuses texts that are none",
    arguments: [
      (#""open"#, .endsTooSoon), (#""open\"#, .endsTooSoon), (#""\u12"#, .endsTooSoon), (#""\x""#, .invalidEscape),
      (#""\u12G4""#, .invalidEscape), (#""\ud83d""#, .loneSurrogate), (#""\ud83d\ud83d""#, .loneSurrogate),
      (#""\ude00""#, .loneSurrogate), (#""\ud83dx""#, .loneSurrogate), (#""\ud83d\n""#, .loneSurrogate),
      ("\"a\nb\"", .controlCharacter), ("\"\u{0}\"", .controlCharacter), ("\"1234567\u{1F}\"", .controlCharacter),
    ] as [(String, JSONError.Kind)])
  func malformedTexts(text: String, kind: JSONError.Kind) {
    #expect(fault(String.self, text)?.kind == kind)
    #expect(fault(Vacancy.Need.self, #"{"x":"# + text)?.kind == kind, "also where nobody asks for it")
  }

  @Test(
    "refuses bytes that are not UTF-8",
    arguments: [
      [0xE5], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0x80],
    ] as [[UInt8]])
  func notUTF8(bytes: [UInt8]) {
    for text in [[0x22] + bytes + [0x22], [0x22, 0x5C, 0x6E] + bytes + [0x22]] {
      #expect(throws: JSONError(.invalidUTF8, at: 1)) { try decode(String.self, text) }
    }
  }

  @Test("refuses a value of another kind and says which it got")
  func kinds() {
    let kinds: [(String, JSONKind)] = [
      ("1", .number), (#""a""#, .string), ("[]", .array), ("{}", .object), ("true", .bool), ("null", .null),
    ]
    for (text, kind) in kinds {
      if kind != .number { #expect(fault(Double.self, text)?.kind == .wrongKind(expected: .number, got: kind)) }
      if kind != .number { #expect(fault(Int.self, text)?.kind == .wrongKind(expected: .number, got: kind)) }
      if kind != .string { #expect(fault(String.self, text)?.kind == .wrongKind(expected: .string, got: kind)) }
      if kind != .bool { #expect(fault(Bool.self, text)?.kind == .wrongKind(expected: .bool, got: kind)) }
      if kind != .array { #expect(fault([Int].self, text)?.kind == .wrongKind(expected: .array, got: kind)) }
      if kind != .object { #expect(fault(Answer.self, text)?.kind == .wrongKind(expected: .object, got: kind)) }
    }
    #expect(fault(Int.self, "1.5")?.kind == .notAnInteger)
    #expect(fault(Int.self, "9223372036854775808")?.kind == .numberOutOfRange)
    #expect(fault(Int.self, "-9223372036854775809")?.kind == .numberOutOfRange)
    #expect(fault(Int.self, "1e300")?.kind == .numberOutOfRange)
    #expect(
      fault(Vacancy.Level.self, #""doctor""#)?.kind == .refused(expected: "one of basic, upperSecondary, tertiary"))
  }

  @Test("goes 64 levels deep and no deeper, wanted or passed over")
  func depth() throws {
    for levels in [64, 65, 1_000_000] {
      let arrays = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
      let objects = String(repeating: #"{"a":"#, count: levels - 1) + "{}" + String(repeating: "}", count: levels - 1)
      for text in [arrays, objects] {
        let error = fault(Skipped.self, text)
        if levels <= 64 { #expect(error == nil) } else { #expect(error?.kind == .tooDeep) }
      }
    }
  }

  @Test("a number without end is refused")
  func endlessNumber() {
    #expect(fault(Double.self, String(repeating: "9", count: 1025))?.kind == .malformedNumber)
    #expect(fault(Double.self, "0." + String(repeating: "0", count: 100_000) + "1")?.kind == .malformedNumber)
  }

  @Test("an object of a hundred thousand keys is read in the time it takes")
  func manyKeys() throws {
    let keys = (0..<100_000).map { #""k\#($0)":\#($0)"# }.joined(separator: ",")
    #expect(try decode(Answer.self, "{\(keys),\"number\":1,\"key\":\"x\"}") == Answer(key: "x", number: 1))
    #expect(try decode([String: Int].self, "{\(keys)}").count == 100_000)
  }

  /// Any value, passed over.
  struct Skipped: JSONValue {
    mutating func read(from reader: inout JSONReader) throws(JSONError) { try reader.skipValue() }
    func write(to writer: inout JSONWriter) { writer.writeNull() }
  }
}
