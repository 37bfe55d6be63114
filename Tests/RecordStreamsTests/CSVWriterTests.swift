import RecordStreams
import TestSupport
import Testing

@Suite("CSV writer")
struct CSVWriterTests {
  func written(_ row: [CSVCell], _ variant: CSVWriter.Variant = .comma) -> String {
    var writer = CSVWriter(variant)
    writer.append(row)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test("cells and rows by RFC 4180")
  func rows() {
    #expect(written([.text("a"), .integer(40), .number(2.5), .empty]) == "a,40,2.5,\r\n")
    #expect(written([.text("a,b"), .text("say \"hej\""), .text("x\ny")]) == "\"a,b\",\"say \"\"hej\"\"\",\"x\ny\"\r\n")
    #expect(written([.text("a;b"), .number(40), .number(.nan)]) == "a;b,40,\r\n")
    #expect(written([.empty]) == "\"\"\r\n")
  }

  @Test("the Swedish variant has semicolons and decimal commas")
  func swedish() {
    #expect(
      written([.text("a,b"), .number(-2.5), .text("a;b"), .number(1e-7)], .semicolon) == "a,b;-2,5;\"a;b\";1e-07\r\n")
  }

  @Test(
    "a text that a spreadsheet would calculate is disarmed; a negative number is not",
    arguments: ["=1+1", "+46", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
  func formulas(text: String) throws {
    var writer = CSVWriter()
    writer.append(["a", "b"])
    writer.append([.text(text), .number(-1)])
    var reader = try CSVReader(bytes: writer.bytes)
    #expect(try reader.next()?.fields == ["'" + text, "-1"])
  }

  @Test("what is written is read back, in every variant")
  func roundTrip() throws {
    for seed in 0..<200 {
      var chance = SeededGenerator(seed: UInt64(seed))
      let variant: CSVWriter.Variant = Bool.random(using: &chance) ? .comma : .semicolon
      var writer = CSVWriter(variant, lineEnd: "\n", hasByteOrderMark: true, disarmsFormulas: false)
      let table = [["h", "i", "j"]] + (0..<20).map { _ in (0..<3).map { _ in chance.text() } }
      for row in table { writer.append(row) }
      var reader = try CSVReader(bytes: writer.bytes)
      var read = [try #require(reader.heading).fields]
      while let row = try reader.next() { read.append(row.fields) }
      #expect(read == table, "seed \(seed)")
    }
  }
}
