import Diagnostics
import RecordStreams
import TestSupport
import Testing

@Suite("CSV reader")
struct CSVReaderTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let rows: [[String]]
    var delimiter: CSVDelimiter = .comma
  }

  @Test(
    "reads what RFC 4180 and the spreadsheets of the world write",
    arguments: [
      Case(testDescription: "plain", text: "a,b\r\n1,2\r\n", rows: [["a", "b"], ["1", "2"]]),
      Case(testDescription: "no last line end", text: "a,b\n1,2", rows: [["a", "b"], ["1", "2"]]),
      Case(testDescription: "CR alone", text: "a,b\r1,2\r", rows: [["a", "b"], ["1", "2"]]),
      Case(testDescription: "byte order mark", text: "\u{FEFF}a,b\n1,2\n", rows: [["a", "b"], ["1", "2"]]),
      Case(testDescription: "quoted delimiter", text: "a,b\n\"1,5\",2\n", rows: [["a", "b"], ["1,5", "2"]]),
      Case(testDescription: "doubled quotes", text: "a\n\"say \"\"hej\"\"\"\n", rows: [["a"], ["say \"hej\""]]),
      Case(testDescription: "newline in quotes", text: "a,b\n\"x\r\ny\",2\n", rows: [["a", "b"], ["x\r\ny", "2"]]),
      Case(testDescription: "quote inside plain text", text: "a\n5\" rör\n", rows: [["a"], ["5\" rör"]]),
      Case(testDescription: "empty fields", text: "a,b,c\n,,\n", rows: [["a", "b", "c"], ["", "", ""]]),
      Case(testDescription: "empty quoted field", text: "a\n\"\"\n", rows: [["a"], [""]]),
      Case(testDescription: "empty lines are no rows", text: "\n\na,b\n\r\n1,2\n\n", rows: [["a", "b"], ["1", "2"]]),
      Case(
        testDescription: "semicolon", text: "\na;b,c;d\n1,5;2;3\n", rows: [["a", "b,c", "d"], ["1,5", "2", "3"]],
        delimiter: .semicolon),
      Case(testDescription: "tab", text: "a\tb\n1\t2\n", rows: [["a", "b"], ["1", "2"]], delimiter: .tab),
      Case(
        testDescription: "delimiters in quotes do not count", text: "\"a,b,c\";d\n1;2\n",
        rows: [["a,b,c", "d"], ["1", "2"]], delimiter: .semicolon),
      Case(testDescription: "nothing", text: "", rows: []),
      Case(testDescription: "only empty lines", text: "\r\n\r\n", rows: []),
    ])
  func reads(csv: Case) throws {
    var reader = try CSVReader(bytes: Array(csv.text.utf8))
    #expect(reader.delimiter == csv.delimiter)
    var rows = reader.heading.map { [$0] } ?? []
    while let row = try reader.next() { rows.append(row) }
    #expect(rows.map(\.fields) == csv.rows)
    #expect(rows.allSatisfy { $0.fault == nil })
  }

  @Test("a row says on which line it begins")
  func lines() throws {
    let text = "a,b\r\n\"x\ny\r\nz\",1\r\n\r\n2,3\r4,5\n"
    var reader = try CSVReader(bytes: Array(text.utf8))
    var lines = [reader.heading?.line]
    while let row = try reader.next() { lines.append(row.line) }
    #expect(lines == [1, 2, 6, 7])
  }

  @Test("a row that is wrong carries its fault, and the rows after it are read")
  func faults() throws {
    let bytes = Array("a,b\n1\n1,2,3\n\"x\"y,2\nok,2\n\u{1},".utf8) + [0xE5, 10] + Array("1,\"open\n2,3".utf8)
    var reader = try CSVReader(bytes: bytes)
    var rows: [CSVRow] = []
    while let row = try reader.next() { rows.append(row) }
    #expect(
      rows.map(\.fault) == [
        .ragged(expected: 2, got: 1), .ragged(expected: 2, got: 3), .textAfterQuote, nil, .invalidUTF8(column: 2),
        .unclosedQuote, nil,
      ])
    #expect(rows.map(\.line) == [2, 3, 4, 5, 6, 7, 8])
    #expect(rows[2].fields == ["xy", "2"])
  }

  @Test(
    "a quotation mark that is never closed costs its row and no other",
    arguments: [
      "1,\"lost\n2,b\n3,c\n", "1,\"lost\r\n2,b\r\n3,c", "1,\"lost\n2,\"b\"\n3,\"c\"\n",
      "1,\"lost,\"x\"\n2,b\n3,c\n",
    ])
  func lostQuote(rows: String) throws {
    var reader = try CSVReader(bytes: Array(("a,b\n" + rows).utf8))
    var read: [CSVRow] = []
    while let row = try reader.next() { read.append(row) }
    #expect(read.map(\.line) == [2, 3, 4])
    #expect(read[0].fault != nil)
    #expect(read.dropFirst().map(\.fields) == [["2", "b"], ["3", "c"]])
    #expect(read.dropFirst().allSatisfy { $0.fault == nil })
  }

  @Test("a lost quotation mark in a long file is found from a file as from memory")
  func lostQuoteInFile() throws {
    let folder = try TemporaryFolder()
    let tail = String(repeating: "2,bbbbbbbbbb\n", count: 200_000)
    let text = "a,b\n" + String(repeating: "1,aaaaaaaaaa\n", count: 19_000) + "1,\"lost\n" + tail
    var reader = try CSVReader(path: folder.write(Array(text.utf8), to: "t.csv"))
    var faults: [Int] = []
    var count = 0
    while let row = try reader.next() {
      count += 1
      if row.fault != nil { faults.append(row.line) }
    }
    #expect(count == 219_001)
    #expect(faults == [19_002])
  }

  @Test("a first line may name the delimiter", arguments: ["sep=;", "SEP=;", "\"sep=;\"", "\u{FEFF}sep=;"])
  func namedDelimiter(line: String) throws {
    var reader = try CSVReader(bytes: Array("\(line)\r\na,b;c\r\n1,5;2\r\n".utf8))
    #expect(reader.delimiter == .semicolon)
    #expect(reader.heading?.fields == ["a,b", "c"])
    #expect(reader.heading?.line == 2)
    #expect(try reader.next()?.fields == ["1,5", "2"])
  }

  @Test("a first line that is only near to that is a heading", arguments: ["Sep\u{1D};", "sep=", "sep=;;", "\""])
  func nothingNamed(line: String) throws {
    #expect(try CSVReader(bytes: Array("\(line)\na,b;c\n".utf8), delimiter: .comma).heading?.line == 1)
  }

  @Test("without a heading every row is like the others, however many fields it has")
  func noHeading() throws {
    var reader = try CSVReader(bytes: Array("a\n1,2\n".utf8), delimiter: .comma, hasHeading: false)
    #expect(reader.heading == nil)
    #expect(try [reader.next(), reader.next(), reader.next()].map { $0?.fields } == [["a"], ["1", "2"], nil])
  }

  @Test("a field and a row have their limits, and the next row is read")
  func limits() throws {
    let long = String(repeating: "x", count: CSVLimits.field + 1)
    let wide = String(repeating: ",", count: CSVLimits.columns)
    let heavy = Array(repeating: String(repeating: "x", count: CSVLimits.field), count: 17).joined(separator: ",")
    let text = "a,b\n1,\(long),3\n\(wide)\n\(heavy)\n\"\(long)\n\",2\n1,2\n"
    var reader = try CSVReader(bytes: Array(text.utf8))
    var rows: [CSVRow] = []
    while let row = try reader.next() { rows.append(row) }
    #expect(rows[0].fault == .fieldTooLong(column: 2))
    #expect(rows[1].fault == .tooManyColumns)
    #expect(rows[2].fault == .rowTooLong)
    #expect(rows[3].fault == .fieldTooLong(column: 1))
    #expect(rows.last?.fields == ["1", "2"])
    #expect(rows.last?.line == 7)
  }

  @Test("a file is read as its bytes are, across the edges of the buffer")
  func file() throws {
    let folder = try TemporaryFolder()
    var chance = SeededGenerator(seed: 7)
    var writer = CSVWriter(disarmsFormulas: false)
    var table = [["id", "text", "more"]]
    for i in 0..<20_000 { table.append(["\(i)", chance.text(), chance.text()]) }
    for row in table { writer.append(row) }
    let path = try folder.write(writer.bytes, to: "table.csv")
    var seen = 0
    var reader = try CSVReader(path: path, delimiter: .comma, tap: { seen += $0.count })
    var read = [try #require(reader.heading).fields]
    while let row = try reader.next() { read.append(row.fields) }
    #expect(read == table)
    #expect(seen == writer.bytes.count)
  }

  @Test("a file that is not there is no input; a folder cannot be read")
  func noFile() throws {
    let folder = try TemporaryFolder()
    #expect(throws: StageFailure.self) { try CSVReader(path: folder.path("missing.csv")) }
    do { _ = try CSVReader(path: folder.path("missing.csv")) } catch { #expect(error.exit == .noInput) }
    do { _ = try CSVReader(path: folder.path) } catch { #expect(error.exit == .cannotRead) }
  }

  @Test("no bytes whatever make it crash or go on for ever")
  func hostile() throws {
    var chance = SeededGenerator(seed: 11)
    let alphabet: [UInt8] = [0x22, 0x2C, 0x3B, 0x09, 0x0A, 0x0D, 0x61, 0xE5, 0xEF, 0xBB, 0xBF, 0x00]
    for _ in 0..<5_000 {
      let bytes = (0..<Int.random(in: 0...60, using: &chance)).map { _ in alphabet.randomElement(using: &chance) ?? 0 }
      var reader = try CSVReader(bytes: bytes)
      var count = 0
      while try reader.next() != nil { count += 1 }
      #expect(count <= bytes.count)
    }
  }
}
