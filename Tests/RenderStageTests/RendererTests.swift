import Diagnostics
import ReleasedRecords
import Testing

@testable import RenderStage

@Suite("Renderer")
struct RendererTests {
  @Test("writes both languages, every table twice, and figures in both languages, sorted by path")
  func files() throws {
    let fixture = RenderFixture()
    let paths = try fixture.files().map(\.path)
    #expect(paths == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(Set(paths).count == paths.count)
    #expect(paths.contains("report.sv.md") && paths.contains("report.en.md") && paths.contains("datapackage.json"))
    for id in fixture.study.tables.map(\.id) + ["response", "process", "assumptions"] {
      #expect(paths.contains("tables/\(id).csv") && paths.contains("tables/\(id).semicolon.csv"))
    }
    for name in ["causes", "sectors", "balance", "competences", "supports", "response"] {
      #expect(paths.contains("figures/\(name).sv.svg") && paths.contains("figures/\(name).en.svg"))
    }
  }

  @Test("gives the same bytes for the same records")
  func stable() throws {
    let (a, b) = (try RenderFixture().files(), try RenderFixture().files())
    #expect(a.map(\.path) == b.map(\.path))
    #expect(a.map(\.bytes) == b.map(\.bytes))
  }

  @Test("every section of the report holds a released cell or says why not", arguments: Language.allCases)
  func sections(language: Language) throws {
    let text = try RenderFixture().files().text("report.\(language.rawValue).md")
    let parts = text.components(separatedBy: "\n## ").dropFirst()
    let nothing = language == .swedish ? "Inga siffror kan visas" : "No figures can be shown"
    var tables = 0
    for part in parts where part.contains("tables/") && part.contains("**Tab") {
      tables += 1
      #expect(part.contains(" A") || part.contains(" B") || part.contains(nothing))
    }
    #expect(tables == Report.sections.count)
    for id in RenderFixture.tables.map(\.id) { #expect(text.contains("(tables/\(id).csv)")) }
  }

  @Test("a section whose cells are all hidden says why", arguments: Language.allCases)
  func hidden(language: Language) throws {
    var fixture = RenderFixture()
    for index in fixture.cells.indices where fixture.cells[index].table == "gap" {
      fixture.cells[index].status = .confidential
      fixture.cells[index].grade = nil
    }
    let text = try fixture.files().text("report.\(language.rawValue).md")
    #expect(
      text.contains(
        language == .swedish ? "Inga siffror kan visas: de skulle peka ut" : "No figures can be shown: they would point"
      ))
  }

  @Test("a section that the study has no table for is left out, heading and all, and is no error")
  func missingSection() throws {
    let heading = "## Kompetens som saknas"
    #expect(try RenderFixture().files().text("report.sv.md").contains(heading))
    let fixture = RenderFixture(tables: RenderFixture.tables.filter { $0.section != "competences" })
    #expect(try !fixture.files().text("report.sv.md").contains(heading))
  }

  @Test("a section that only the study knows is collected at the end")
  func ownSection() throws {
    var own = RenderFixture.tables[0]
    own.id = "commuting"
    own.section = "commuting"
    let fixture = RenderFixture(tables: RenderFixture.tables + [own])
    #expect(try fixture.files().text("report.en.md").contains("(tables/commuting.csv)"))
  }

  @Test("a template that leaves out a section of the study is refused")
  func leftOut() throws {
    let template = TemplateText(path: "own.mustache", text: "{{report.title}}\n{{tables.staff}}\n")
    let failure = #expect(throws: StageFailure.self) {
      try RenderFixture(tables: Array(RenderFixture.tables.prefix(3))).files([.swedish: template])
    }
    #expect(failure?.exit == .wrongStudyFile)
    #expect(failure?.problems.first?.expected == "{{tables.posts-to-fill}}")
  }

  @Test("records of nobody give a report that says so")
  func empty() throws {
    var fixture = RenderFixture()
    (fixture.cells, fixture.fieldwork, fixture.process, fixture.facts, fixture.statements) = ([], [], [], [], [])
    let files = try fixture.files()
    #expect(files.text("report.sv.md").contains("går inte att säga"))
    #expect(files.allSatisfy { !$0.path.hasPrefix("figures/") })
  }
}
