import Diagnostics
import Testing

@Suite("Problem printer")
struct ProblemPrinterTests {
  let problem = Problem(
    .warning, at: SourceLocation(path: "employers/0181-0042.html", line: 37), "Q7 is not a headcount",
    expected: "a number of employees, 0 or more", got: "a text of 9 characters without a number",
    hint: "add a missing code for it under Q7")

  @Test("shows a place, a fact and a next step")
  func form() {
    #expect(
      ProblemPrinter(color: .never).text(of: problem) == """
        employers/0181-0042.html:37: warning: Q7 is not a headcount
          expected  a number of employees, 0 or more
          got       a text of 9 characters without a number
          hint      add a missing code for it under Q7

        """)
    #expect(ProblemPrinter(color: .never).text(of: Problem(.error, "no input")) == "error: no input\n")
    #expect(
      ProblemPrinter(color: .never).text(of: Problem(.note, at: SourceLocation(path: "a", line: 1, column: 2), "x"))
        == "a:1:2: note: x\n")
  }

  @Test("colours only when told to, and then changes nothing but colours")
  func color() {
    let colored = ProblemPrinter(color: .always).text(of: problem)
    #expect(colored.contains("\u{1B}[1;33mwarning\u{1B}[0m"))
    let plain = colored.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(plain == ProblemPrinter(color: .never).text(of: problem))
  }

  @Test("says how many more of the same there are")
  func more() {
    let log = ProblemLog(showingAtMost: 2)
    for line in 1...5 { log.append(Problem(.warning, at: SourceLocation(path: "a", line: line), "wrong")) }
    log.append(Problem(.error, at: SourceLocation(path: "b"), "worse"))
    #expect(
      ProblemPrinter(color: .never).text(of: log) == """
        a:1: warning: wrong
        a:2: warning: wrong
          … and 3 more of the same
        b: error: worse

        """)
  }

  @Test(
    "a file's name cannot steer the terminal, nor turn the line",
    arguments: ["\u{1B}[2J", "\r\n", "\u{202E}", "\u{9B}1m"])
  func steering(name: String) {
    let text = ProblemPrinter(color: .never).text(of: Problem(.error, at: SourceLocation(path: "a\(name)b"), "x"))
    #expect(text.unicodeScalars.filter { $0.properties.generalCategory == .control } == ["\n"])
    #expect(!text.contains("\u{202E}"))
  }
}
