import Diagnostics
import Testing

@testable import RenderStage

@Suite("Strict template")
struct StrictTemplateTests {
  private static let values = ["report": ["title": "Behov & <tillgång>", "place": "Södertälje"]]

  private func render(_ text: String) throws(StageFailure) -> String {
    try StrictTemplate(path: "report.sv.mustache", text: text).render(Self.values)
  }

  @Test("puts values in as they are")
  func values() throws {
    #expect(try render("# {{report.title}} i {{ report.place }}") == "# Behov & <tillgång> i Södertälje")
  }

  @Test("a value that looks like a name stays a value")
  func nested() throws {
    let template = try StrictTemplate(path: "", text: "{{a.b}}")
    #expect(try template.render(["a": ["b": "{{a.c}}"]]) == "{{a.c}}")
  }

  @Test(
    "an unknown name is an error with its line and the nearest name",
    arguments: [
      ("x\n{{report.titel}}", 2, "did you mean report.title?"), ("{{{report.plase}}}", 1, "did you mean report.place?"),
      ("{{#report.tilte}}x{{/report.tilte}}", 1, "did you mean report.title?"), ("\n\n{{> partial}}", 3, nil),
      ("{{title}}", 1, nil),
    ] as [(String, Int, String?)])
  func unknown(text: String, line: Int, hint: String?) {
    let failure = #expect(throws: StageFailure.self) { try render(text) }
    #expect(failure?.exit == .wrongStudyFile)
    #expect(failure?.problems.first?.location?.line == line)
    #expect(failure?.problems.first?.hint == hint)
  }

  @Test("a section that is not asked for is left out, and one that nobody knows is an error")
  func asked() throws {
    let template = try StrictTemplate(path: "", text: "start\n{{#asked.staff}}\n## Staff\n{{/asked.staff}}\nend")
    let (with, without) = (
      try template.render([:], asked: ["staff": true]), try template.render([:], asked: ["staff": false])
    )
    #expect(with.split(separator: "\n") == ["start", "## Staff", "end"])
    #expect(without.split(separator: "\n") == ["start", "end"])
    let failure = #expect(throws: StageFailure.self) { try template.render([:], asked: ["stuff": true]) }
    #expect(failure?.problems.first?.hint == "did you mean asked.stuff?")
  }

  @Test("every unknown name is reported at once")
  func all() {
    let failure = #expect(throws: StageFailure.self) { try render("{{report.a}} {{report.b}}\n{{report.c}}") }
    #expect(failure?.problems.map(\.got) == ["report.a", "report.b", "report.c"])
  }

  @Test(
    "comments name nothing, and braces that do not close are refused",
    arguments: ["{{#report.title}}", "{{report.title"])
  func broken(text: String) throws {
    #expect(try render("{{! report.nothing }}x") == "x")
    #expect(throws: StageFailure.self) { try render(text) }
  }
}
