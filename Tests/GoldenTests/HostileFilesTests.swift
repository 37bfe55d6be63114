import Foundation
import Testing

/// Files that are not what they should be, given to the real programs: a clear rejection, soon and in little memory,
/// never a crash.
///
/// Two seconds and 200 MB are promised for the released programs on an idle machine; the tests' programs are not
/// optimised and run beside others, so time is watched by a limit that only what hangs can reach.
@Suite("Hostile files")
struct HostileFilesTests {
  static let megabytesAtMost = 200

  /// Something that is put where a file should be.
  struct Plant: CustomTestStringConvertible, Sendable {
    var testDescription: String
    /// Makes it at the path; the folder is the one that the walk works in.
    var put: @Sendable (_ path: String, _ folder: WalkFolder) throws -> Void
    /// Of a page among others: why it is set aside; nil when it is a response like any other.
    var reason: String?

    init(_ name: String, reason: String?, put: @escaping @Sendable (String, WalkFolder) throws -> Void) {
      testDescription = name
      self.put = put
      self.reason = reason
    }

    init(_ name: String, reason: String?, bytes: @escaping @autoclosure @Sendable () -> [UInt8]) {
      self.init(name, reason: reason) { path, _ in try Data(bytes()).write(to: URL(fileURLWithPath: path)) }
    }

    init(_ name: String, reason: String?, text: @escaping @autoclosure @Sendable () -> String) {
      self.init(name, reason: reason, bytes: Array(text().utf8))
    }
  }

  // MARK: What is planted

  static let form = "<form><input name=arbetsstalle_id value=0181-0004><input name=anstallda value=3></form>"

  static let texts = [
    Plant("an external entity", reason: nil, text: "<!DOCTYPE p [<!ENTITY x SYSTEM 'key.txt'>]><p>&x;</p>" + form),
    Plant("an external DTD", reason: nil, text: "<!DOCTYPE html SYSTEM 'http://127.0.0.1:9/x.dtd'><p>&x;</p>" + form),
    Plant("entities of entities", reason: nil, text: bomb + "<p>&e9;</p>" + form),
    Plant(
      "a long entity, often", reason: nil,
      text: "<!DOCTYPE p [<!ENTITY x '\(String(repeating: "x", count: 100_000))'>]><p>"
        + String(repeating: "&x;", count: 100_000) + "</p>" + form),
    Plant("XML for a page", reason: "notAQuestionnaire", text: "<?xml version='1.0'?><a><b>c</b></a>"),
    Plant(
      "100,000 elements inside one another", reason: "brokenMarkup",
      text: form + String(repeating: "<div>", count: 100_000)),
    Plant("an attribute of 200 MB", reason: "tooLarge") { path, _ in
      try writeLarge(path, start: "<form><input name=arbetsstalle_id value='", megabytes: 200)
    },
    Plant("an attribute of 15 MB", reason: "brokenMarkup") { path, _ in
      try writeLarge(path, start: "<form><input name=arbetsstalle_id value='", megabytes: 15, end: "'></form>")
    },
    Plant(
      "a million attributes", reason: "brokenMarkup", text: "<p " + String(repeating: "a=1 ", count: 1_000_000) + ">"),
    Plant("a million fields", reason: "brokenMarkup", text: String(repeating: "<input name=a>", count: 1_000_000)),
    Plant("NUL bytes within", reason: nil, text: form.replacingOccurrences(of: "<", with: "\0<")),
    Plant("NUL bytes alone", reason: "emptyFile", bytes: [UInt8](repeating: 0, count: 100_000)),
    Plant("nothing", reason: "emptyFile", text: ""),
    Plant("bytes by chance", reason: "notAQuestionnaire", bytes: noise(100_000)),
    Plant("UTF-16 with its mark, little end first", reason: nil, bytes: [0xFF, 0xFE] + utf16(form, isBig: false)),
    Plant("UTF-16 with its mark, big end first", reason: nil, bytes: [0xFE, 0xFF] + utf16(form, isBig: true)),
    Plant("UTF-16 without, little end first", reason: "notAQuestionnaire", bytes: utf16(form, isBig: false)),
    Plant("UTF-16 without, big end first", reason: "notAQuestionnaire", bytes: utf16(form, isBig: true)),
  ]

  static let files = [
    Plant("a folder", reason: "unreadableFile") { path, _ in
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    },
    Plant("a pipe that nobody writes into", reason: "unreadableFile") { path, _ in
      try #require(mkfifo(path, 0o600) == 0)
    },
    Plant("a device without end", reason: "unreadableFile") { path, _ in
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/zero")
    },
    Plant("a link out of the folder", reason: "unreadableFile") { path, folder in
      try folder.write(form.replacingOccurrences(of: "0004", with: "0006"), to: "outside.html")
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: folder.path("outside.html"))
    },
    Plant("a link to nowhere", reason: "unreadableFile") { path, _ in
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "nowhere.html")
    },
    Plant("a link to itself", reason: "unreadableFile") { path, _ in
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
    },
  ]

  // MARK: Pages

  @Test("a page that is none is set aside, and the others are read", arguments: texts + files)
  func page(_ plant: Plant) throws {
    let folder = try WalkFolder()
    try folder.write("hemlig nyckel", to: "key.txt")
    try plant.put(folder.path("\(WalkFolder.data)/employers/0181-0004.html"), folder)
    let run = try folder.measure("ingest")
    #expect(run.exit == 0, "\(run.stderr)")
    #expect(run.megabytes < Self.megabytesAtMost)
    let rejected = try folder.text("Stages/mini/1-ingested/rejected.ndjson")
    let responses = try folder.text("Stages/mini/1-ingested/responses.ndjson").split(separator: "\n")
    if let reason = plant.reason {
      #expect(rejected.contains("\"path\":\"employers/0181-0004.html\",\"reason\":\"\(reason)\""), "\(rejected)")
      #expect(run.stderr.contains("employers/0181-0004.html"))
      #expect(responses.count == 8)
    } else {
      #expect(rejected.isEmpty, "\(rejected)")
      #expect(responses.count == 9)
    }
    for (name, bytes) in try folder.made() {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("hemlig"), "\(name)")
    }
  }

  @Test("a file that may not be read is set aside", .enabled(if: geteuid() != 0, "rights do not stop root"))
  func denied() throws {
    let folder = try WalkFolder()
    let page = folder.path("\(WalkFolder.data)/employers/0181-0001.html")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: page)
    let run = try folder.measure("ingest")
    #expect(run.exit == 0)
    #expect(try folder.text("Stages/mini/1-ingested/rejected.ndjson").contains("\"unreadableFile\""))
  }

  @Test(
    "a name may hold anything",
    arguments: [
      "a:b.html", "rad\nbrytning.html", "åäö Ö.html", "A\u{30A}.html", "-rf.html", "'\".html", "\u{202E}x.html",
    ]
  )
  func names(_ name: String) throws {
    let folder = try WalkFolder()
    let place = "\(WalkFolder.data)/employers/\(name)"
    try folder.write(Self.form, to: place)
    try folder.write("<p>Tack!</p>", to: place.replacingOccurrences(of: ".html", with: "-2.html"))
    let run = try folder.measure("ingest")
    #expect(run.exit == 0, "\(run.stderr)")
    let responses = try folder.text("Stages/mini/1-ingested/responses.ndjson").split(separator: "\n")
    #expect(responses.count == 9)
    #expect(try folder.text("Stages/mini/1-ingested/rejected.ndjson").split(separator: "\n").count == 1)
    // A line of the screen begins with what we say, whatever a file is called.
    #expect(!run.stderr.contains("\nbrytning") && !run.stderr.contains("\u{202E}"))
    #expect(try folder.run("clean").exit == 0)
  }

  @Test("names that are no text are kept apart") func bytesForNames() throws {
    let folder = try WalkFolder()
    for byte: UInt8 in [0xE4, 0xE5] {
      let path = Array(folder.path("\(WalkFolder.data)/employers/").utf8) + [byte] + Array(".html".utf8)
      let file = open(path.map { CChar(bitPattern: $0) } + [0], O_CREAT | O_WRONLY, 0o600)
      #expect(write(file, Self.form, Self.form.utf8.count) == Self.form.utf8.count)
      close(file)
    }
    let run = try folder.measure("ingest")
    #expect(run.exit == 0, "\(run.stderr)")
    let responses = try folder.text("Stages/mini/1-ingested/responses.ndjson")
    #expect(responses.contains(#""response":"\\xE4""#) && responses.contains(#""response":"\\xE5""#), "\(responses)")
  }

  /// A page for every place at which the copying of one may have stopped.
  @Test("a page cut off anywhere is a response or set aside") func truncated() throws {
    let folder = try WalkFolder()
    let page = try folder.bytes("\(WalkFolder.data)/employers/0181-0001.html")
    try folder.remove("\(WalkFolder.data)/employers")
    try FileManager.default.createDirectory(
      atPath: folder.path("\(WalkFolder.data)/employers"), withIntermediateDirectories: false)
    for length in 0...page.count {
      let url = URL(fileURLWithPath: folder.path("\(WalkFolder.data)/employers/cut-\(10_000 + length).html"))
      try Data(page[..<length]).write(to: url)
    }
    try folder.edit("\(WalkFolder.study)/study.yaml") {
      $0 = $0.replacingOccurrences(of: "reject-limit: 0.5", with: "reject-limit: 1")
    }
    let run = try folder.measure("ingest")
    #expect(run.exit == 0, "\(run.stderr)")
    #expect(run.megabytes < Self.megabytesAtMost)
    let responses = try folder.text("Stages/mini/1-ingested/responses.ndjson").split(separator: "\n")
    let rejected = try folder.text("Stages/mini/1-ingested/rejected.ndjson").split(separator: "\n")
    #expect(responses.count - 5 + rejected.count == page.count + 1)
    #expect(responses.count > 100 && rejected.count > 100)
  }

  // MARK: Tables

  struct Input: CustomTestStringConvertible, Sendable {
    var stage: String
    var file: String
    var testDescription: String { file }
  }

  static let inputs = [
    Input(stage: "ingest", file: "frame.csv"), Input(stage: "ingest", file: "sample.csv"),
    Input(stage: "ingest", file: "telephone.csv"), Input(stage: "clean", file: "decisions/withdrawn.csv"),
    Input(stage: "clean", file: "decisions/corrections.csv"), Input(stage: "clean", file: "decisions/coding.csv"),
    Input(stage: "match", file: "supply.csv"), Input(stage: "protect", file: "decisions/waivers.csv"),
  ]

  static let tables = [
    Plant("a field of 200 MB", reason: nil) { path, _ in try writeLarge(path, start: "a,\"", megabytes: 200) },
    Plant("a heading of 200 MB", reason: nil) { path, _ in try writeLarge(path, start: "", megabytes: 200) },
    Plant("a million columns", reason: nil, text: String(repeating: "a,", count: 1_000_000) + "\n"),
    Plant("30 million rows of one letter", reason: nil) { path, _ in
      try Data(String(repeating: "x\n", count: 30 << 20).utf8).write(
        to: URL(fileURLWithPath: path))
    },
    Plant("NUL bytes", reason: nil, bytes: [UInt8](repeating: 0, count: 100_000)),
    Plant("nothing", reason: nil, text: ""),
    Plant("bytes by chance", reason: nil, bytes: noise(100_000)),
    Plant("UTF-16 without its mark", reason: nil, bytes: utf16("establishment;x\n0181-0001;1\n", isBig: false)),
  ]

  /// Everything instead of the two tables that ingest rests on; what is dearest instead of the others.
  static let replacements: [(Input, Plant)] = inputs.flatMap { input in
    (tables + files).enumerated().filter { input.stage == "ingest" && input.file != "sample.csv" || $0.offset % 3 == 0 }
      .map { (input, $0.element) }
  }

  /// What is wrong with a table that everything rests on stops the stage; it never breaks it.
  @Test("a table that is none ends the stage in order", arguments: replacements)
  func table(_ input: Input, _ plant: Plant) throws {
    let folder = try WalkFolder.afterWalk()
    try folder.remove("\(WalkFolder.data)/\(input.file)")
    try plant.put(folder.path("\(WalkFolder.data)/\(input.file)"), folder)
    let run = try folder.measure(input.stage)
    let exit = try #require(run.exit, "killed: it hung, or broke")
    #expect([0, 65, 66, 74].contains(exit), "\(exit): \(run.stderr)")
    #expect(exit == 0 || run.stderr.contains(input.file), "\(run.stderr)")
    #expect(run.megabytes < Self.megabytesAtMost)
  }

  // MARK: Bytes

  static let bomb = {
    let entities = (1...9).map { "<!ENTITY e\($0) '\(String(repeating: "&e\($0 - 1);", count: 10))'>" }.joined()
    return "<!DOCTYPE p [<!ENTITY e0 'ha'>\(entities)]>"
  }()

  static func utf16(_ text: String, isBig: Bool) -> [UInt8] {
    text.utf16.flatMap { isBig ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] }
  }

  static func noise(_ count: Int) -> [UInt8] {
    var state: UInt32 = 181
    return (0..<count).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(state >> 24)
    }
  }

  static func writeLarge(_ path: String, start: String, megabytes: Int, end: String = "") throws {
    _ = FileManager.default.createFile(atPath: path, contents: Data(start.utf8))
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.seekToEnd()
    let megabyte = Data(repeating: UInt8(ascii: "x"), count: 1 << 20)
    for _ in 0..<megabytes { try file.write(contentsOf: megabyte) }
    try file.write(contentsOf: Data(end.utf8))
    try file.close()
  }
}
