import SimulateTool
import Testing

@Suite("Templates")
struct TemplateTests {
  private func render(_ source: String, _ scope: FormScope, parts: [String: String] = [:]) throws -> String {
    try Template(source) { parts[$0] }.render(scope) { $0 == "<" ? "&lt;" : $0 }
  }

  @Test("a value stands where its key stood, escaped; an unknown key leaves nothing") func value() throws {
    #expect(try render("a{{x}}b{{y}}c{{z}}", ["x": .written("1"), "z": .written("<")]) == "a1bc&lt;")
  }

  @Test("a section repeats for every row, and rows see the values around them") func section() throws {
    let rows: FormValue = .list([["n": .written("1")], ["n": .written("2")]])
    #expect(try render("{{#rows}}{{n}}{{unit}};{{/rows}}", ["rows": rows, "unit": .written("u")]) == "1u;2u;")
  }

  @Test("a flag shows its section or hides it", arguments: [true, false]) func flag(isSet: Bool) throws {
    #expect(try render("{{#f}}yes{{/f}}.", ["f": .flag(isSet)]) == (isSet ? "yes." : "."))
  }

  @Test("an attribute is written for the value that is chosen, or among those that are") func attribute() throws {
    let source = "<option{{selected grade=4}}><option{{selected grade=5}}><input{{checked codes=b}}>"
    let scope: FormScope = ["grade": .written("4"), "codes": .codes(["a", "b"])]
    #expect(try render(source, scope) == "<option selected><option><input checked>")
  }

  @Test("a part is put in its place") func part() throws {
    #expect(try render("{{> head}}b", ["x": .written("a")], parts: ["head": "{{x}}-"]) == "a-b")
  }

  @Test(
    "what does not fit is an error",
    arguments: [
      ("{{#rows}}a", TemplateError.unclosed("rows")), ("{{#a}}{{/b}}", .unclosed("/b")),
      ("{{> none}}", .noSuchPart("none")),
      ("{{x", .unclosed("x")), ("{{> loop}}", .tooDeep),
    ]) func fault(source: String, error: TemplateError)
  {
    #expect(throws: error) { try Template(source) { $0 == "loop" ? "{{> loop}}" : nil } }
  }
}
