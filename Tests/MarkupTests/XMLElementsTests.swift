import Diagnostics
import Glibc
import Markup
import TestSupport
import Testing

@Suite("XML of any length")
struct XMLElementsTests {
  func read(_ path: String, _ name: String = "response") throws -> [String] {
    var found: [String] = []
    try forEachElement(named: name, in: path) { tree in
      #expect(tree.root.name == name)
      found.append("\(tree.root.line):\(tree.root.attribute(.id) ?? "") \(tree.root.text.collapsed)")
    }
    return found
  }

  @Test("each response is handed over once, in order, with its line in the file") func inOrder() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE survey SYSTEM "survey.dtd">
      <survey><about>Södertälje</about>
      <response id="1"><q>åäö &amp; 1</q></response>
      <group>
      <response id="2"><q>2</q><response id="3">3</response></response></group>
      <response id="4"/>
      </survey>
      """, to: "a.xml")
    #expect(try read(path) == ["4:1 åäö & 1", "6:2 23", "7:4 "])
    #expect(try read(path, "q") == ["4: åäö & 1", "6: 2"])
    #expect(try read(path, "nothing").isEmpty)
  }

  @Test("the children of the root, whatever their names, with what is in them") func belowRoot() throws {
    var rest = Array("<?xml version='1.0'?><all>x<a i='1'><all><b>1</b></all></a>\n<c/><a>2</a></all>".utf8)[...]
    let elements = try XMLElements(.belowRoot, path: "a.xml") { buffer in
      let count = min(3, rest.count)
      buffer.replaceSubrange(0..<count, with: rest.prefix(count))
      rest = rest.dropFirst(count)
      return count
    }
    var found: [String] = []
    while let tree = try elements.next() { found.append("\(tree.root.name) \(tree.root.text) \(tree.root.line)") }
    #expect(found == ["a 1 1", "c  2", "a 2 2"])
  }

  @Test(
    "characters cut between two pieces of the file are whole",
    arguments: [
      ("UTF-8", false), ("ISO-8859-1", false), ("UTF-16", true),
    ])
  func encodings(declared: String, isUTF16: Bool) throws {
    let folder = try TemporaryFolder()
    let word = String(repeating: "åäö 𝄞é", count: 30_000)
    let text = declared == "ISO-8859-1" ? String(word.filter { $0 != "𝄞" }) : word
    let xml = "<?xml version='1.0' encoding='\(declared)'?><s> <response>\(text)</response></s>"
    let bytes: [UInt8] =
      isUTF16
      ? [0xFF, 0xFE] + xml.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
      : declared == "UTF-8" ? Array(xml.utf8) : xml.unicodeScalars.map { UInt8($0.value) }
    let path = try folder.write(bytes, to: "a.xml")
    var found: [String] = []
    try forEachElement(named: "response", in: path) { found.append($0.root.text) }
    #expect(found == [text])
  }

  /// In a process of its own, since the peak of memory is that of a whole process.
  @Test("memory stays flat over 40 MB, and every response arrives") func flat() async {
    await #expect(processExitsWith: .success) {
      let folder = try TemporaryFolder()
      let path = folder.path("large.xml")
      let count = 40_000
      try writeLargeExport(to: path, responses: count)
      let before = peakKilobytes()
      var next = 0
      try forEachElement(named: "response", in: path) { tree in
        try #require(tree.root.attribute(.id) == String(next))
        next += 1
      }
      try #require(next == count)
      try #require(peakKilobytes() - before < 10_000)
    }
  }

  @Test("a file that is cut off, missing or not XML is an error, after what came before it") func faults() throws {
    let folder = try TemporaryFolder()
    let cut = try folder.write("<s><response id='1'>a</response><response id='2'>b", to: "cut.xml")
    var found: [String] = []
    #expect { try forEachElement(named: "response", in: cut) { found.append($0.root.text) } } throws: {
      if case MarkupError.notWellFormed = $0 { true } else { false }
    }
    #expect(found == ["a"])
    #expect(throws: MarkupError.unreadable(errno: ENOENT, at: .init(path: folder.path("no.xml")))) {
      try read(folder.path("no.xml"))
    }
    #expect(throws: MarkupError.unreadable(errno: EISDIR, at: .init(path: folder.path))) { try read(folder.path) }
    for text in ["", "text", "<s>&x;</s>", "<!DOCTYPE s [<!ENTITY x 'y'>]><s/>", "<s>\u{1}</s>"] {
      #expect(throws: MarkupError.self) { try read(folder.write(text, to: "bad.xml")) }
    }
    #expect(throws: MarkupError.self) {
      try read(folder.write(Array("<s><response>".utf8) + [0xE5] + Array("</response></s>".utf8), to: "bad.xml"))
    }
  }

  @Test("the limits hold for each subtree, and around them for depth") func limits() throws {
    let folder = try TemporaryFolder()
    var options = MarkupOptions()
    options.limits.nodes = 10
    let many = try folder.write("<s>" + String(repeating: "<r><q/></r>", count: 100) + "</s>", to: "many.xml")
    var count = 0
    try forEachElement(named: "r", in: many, options: options) { _ in count += 1 }
    #expect(count == 100)
    let wide = try folder.write("<s><r>" + String(repeating: "<q/>", count: 10) + "</r></s>", to: "wide.xml")
    #expect(throws: MarkupError.self) {
      try forEachElement(named: "r", in: wide, options: options) { _ in }
    }
    let deep = try folder.write(String(repeating: "<s>", count: 300), to: "deep.xml")
    #expect(throws: MarkupError.exceeds(.depth, allowed: 256, at: .init(path: deep, line: 1))) { try read(deep) }
  }

  @Test("an error of the caller ends the reading and comes out as it was") func callerThrows() throws {
    struct Enough: Error {}
    let folder = try TemporaryFolder()
    let path = try folder.write("<s>" + String(repeating: "<r/>", count: 9) + "</s>", to: "a.xml")
    var count = 0
    #expect(throws: Enough.self) {
      try forEachElement(named: "r", in: path) { _ in
        count += 1
        if count == 3 { throw Enough() }
      }
    }
    #expect(count == 3)
  }
}

private func forEachElement(
  named name: String, in path: String, options: MarkupOptions = MarkupOptions(), _ body: (MarkupTree) throws -> Void
) throws {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { throw MarkupError.unreadable(errno: errno, at: SourceLocation(path: path)) }
  defer { close(file) }
  let elements = try XMLElements(named: name, path: path, options: options) { buffer in
    let count = Glibc.read(file, &buffer, buffer.count)
    guard count >= 0 else { throw MarkupError.unreadable(errno: errno, at: SourceLocation(path: path)) }
    return count
  }
  while let tree = try elements.next() { try body(tree) }
}

private func writeLargeExport(to path: String, responses: Int) throws {
  let file = try #require(fopen(path, "w"))
  defer { fclose(file) }
  fputs("<survey>", file)
  for number in 0..<responses {
    let answers = (0..<20).map { "<q id='Q\($0)' sort='tal'>svar \(number * $0) åäö och så vidare</q>" }
    fputs("<response id='\(number)'>\(answers.joined(separator: "\n"))</response>\n", file)
  }
  fputs("</survey>", file)
}

private func peakKilobytes() -> Int {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss
}
