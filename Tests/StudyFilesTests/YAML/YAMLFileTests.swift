import Diagnostics
import FoundationEssentials
import StudyFiles
import Testing

@Suite("YAML files")
struct YAMLFileTests {
  static let refused: [(text: String, faults: [String])] = [
    ("", ["the file is empty"]),
    ("# a comment only\n", ["the file is empty"]),
    ("a: [1, 2", ["2:1 this is not YAML — look at indentation, quotes and colons here"]),
    ("a: b: c", ["1:5 this is not YAML — look at indentation, quotes and colons here"]),
    ("a: 1\n---\nb: 2", ["2:1 this is not YAML — look at indentation, quotes and colons here"]),
    ("a: &x 1\nb: 2", ["1:4 anchors are not read — write the value out where it is needed"]),
    ("a: 1\nb: *x", ["2:4 aliases are not read — write the value out where it is needed"]),
    (
      "a: [&x [1], *x]\n",
      [
        "1:5 anchors are not read — write the value out where it is needed",
        "1:13 aliases are not read — write the value out where it is needed",
      ]
    ),
    ("a: \u{E000}b", ["the file holds a character for private use"]),
    ("a: \u{1}", ["1 the file holds a character that no text has"]),
    ("a: \(String(repeating: "[", count: 13))\(String(repeating: "]", count: 13))", ["1:16 a is nested too deeply"]),
  ]

  @Test("what is no plain YAML is refused, at its place", arguments: refused)
  func refusal(text: String, faults: [String]) {
    let list = FaultList()
    #expect(YAMLFile.parse(text, path: "a.yaml", list) == nil)
    #expect(list.problems.map(line) == faults)
  }

  @Test("few lines that would stand for billions of nodes cost nothing")
  func bomb() {
    var text = "a0: &a0 [x, x]\n"
    for i in 1...40 { text += "a\(i): &a\(i) [*a\(i - 1), *a\(i - 1), *a\(i - 1)]\n" }
    text += "? *a40\n: value"
    let list = FaultList()
    #expect(YAMLFile.parse(text, path: "a.yaml", list) == nil)
    #expect(list.problems.contains { $0.summary == "anchors are not read" })
  }

  @Test("a hundred thousand brackets are refused and do not exhaust the stack")
  func brackets() {
    let list = FaultList()
    #expect(YAMLFile.parse(String(repeating: "[", count: 100_000), path: "a.yaml", list) == nil)
    #expect(!list.problems.isEmpty)
  }

  @Test("a star is an ordinary character of a text")
  func star() {
    #expect(read("\"*\"", as: .text).value == "*")
    #expect(read("2 * 3", as: .text).value == "2 * 3")
    #expect(read("'*a'", as: .text).value == "*a")
  }

  @Test("a file that is missing, a folder, too large, or not UTF-8 is refused")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "yaml-file-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ bytes: [UInt8]) throws -> String {
      let file = folder.appending(path: "a.yaml")
      try Data(bytes).write(to: file)
      return file.path
    }
    func summary(_ path: String) -> String? {
      do throws(StageFailure) {
        _ = try YAMLFile.load(path, as: .text)
        return nil
      } catch {
        #expect(error.exit == .wrongStudyFile)
        return error.problems.first?.summary
      }
    }
    #expect(summary(folder.appending(path: "none.yaml").path) == "there is no such file")
    #expect(summary(folder.path) == "the file cannot be read")
    #expect(summary("/dev/null") == "the file cannot be read")
    #expect(try summary(write(Array(repeating: 0x61, count: 1_000_001))) == "the file is too large")
    #expect(try summary(write([0x61, 0xE5])) == "the file is not UTF-8")
    #expect(try summary(write([0xEF, 0xBB, 0xBF, 0x61])) == nil)
  }
}
