import ReleasedRecords
import Testing

@testable import RenderStage

@Suite("Sections")
struct SectionTests {
  @Test("a project page is read as facts: money, dates and names, no running text")
  func projectPage() {
    var fixture = RenderFixture()
    fixture.facts = [
      ("title", "Prov"), ("support", "250000 kr"), ("supportSharePercent", "33.0"), ("periodFrom", "2008-04-15"),
      ("periodTo", "2008-08-10"), ("periodDays", "118"), ("municipalitiesListed", "0181"), ("motto", "Kort"),
      ("story", String(repeating: "lång ", count: 30)), ("goals", "ett"), ("goals", "två"),
    ].map { FactRecord(kind: .project, key: $0.0, value: $0.1, feature: "ING-05") }
    let text = ProjectPage(report: fixture.report(.swedish)).markdown
    #expect(text.contains("| Beviljat stöd | 250\u{A0}000\u{A0}kr (33,0\u{A0}% av budgeten) |"))
    #expect(text.contains("| Projektperiod | 15 april–10 augusti 2008, 118\u{A0}dagar |"))
    #expect(text.contains("| 1: Södertälje |"))
    #expect(text.contains("| motto | Kort |"))
    #expect(!text.contains("lång") && !text.contains("två"))
  }

  @Test("a count that nobody knows is shown as it is, one that is known in words")
  func process() {
    let report = RenderFixture().report(.swedish)
    let table = ProcessSection(report: report).values["table"] ?? ""
    #expect(table.contains("| dream | new counts | 61 |"))
    #expect(table.contains("| Granskning | Ändrade värden | 83 | yrkeskod genom beslut eller likhet 83 |"))
    #expect(!table.contains("rule "))
  }

  @Test("rules that were broken are listed with their outcomes")
  func rules() {
    let rules = ProcessSection(report: RenderFixture().report(.english)).values["rules"] ?? ""
    #expect(rules.contains("| More retirements than staff | hard | 29 | 0 | 1,139 |"))
  }

  @Test("rows stand in the order of sectors, sizes and codes, the rest rows last")
  func order() {
    let words = Words(language: .swedish, study: RenderFixture.makeStudy())
    let codes = [nil, "1", "11", "2", "21", "5", Occupation.allOther, Occupation.uncoded]
    let shuffled = [4, 7, 1, 0, 6, 3, 5, 2].map { Domain(occupation: codes[$0]) }
    let sorted = shuffled.sorted { words.place(of: $0).lexicographicallyPrecedes(words.place(of: $1)) }
    #expect(sorted.map(\.occupation) == codes)
    let sizes = ["20+", nil, "10-19", "1-9"].map { Domain(sizeClass: $0) }
      .sorted { words.place(of: $0).lexicographicallyPrecedes(words.place(of: $1)) }
    #expect(sizes.map(\.sizeClass) == [nil, "1-9", "10-19", "20+"])
  }

  @Test("a table longer than a reader can take in keeps the rows that say most, and says how many it leaves")
  func longTable() {
    var fixture = RenderFixture()
    var generator = SeededGeneratorForRows()
    let codes = (10..<60).map(String.init)
    fixture.cells = codes.map { code in
      var cell = ReleasedCell()
      cell.table = "occupations-2-digits"
      cell.indicator = .headcount
      cell.occupation = code
      cell.unit = "persons"
      if code.hasSuffix("7") { generator.show(&cell) } else { cell.status = .uncertain }
      return cell
    }
    let spec = RenderFixture.tables[3]
    let table = BodyTable(spec: spec, released: fixture.released, words: fixture.report(.english).words)
    let rows = table.domains(of: [.headcount])
    #expect(rows.shown.compactMap(\.occupation) == codes.filter { $0.hasSuffix("7") })
    #expect(rows.left == 45)
    #expect(table.markdown.contains("A further 45\u{A0}rows"))
  }

  private struct SeededGeneratorForRows {
    var value = 100.0
    mutating func show(_ cell: inout ReleasedCell) {
      value += 5
      (cell.status, cell.grade, cell.low, cell.estimate, cell.high) = (.shown, .A, value - 5, value, value + 5)
    }
  }

  @Test("of a total and its twin without dominant employers the one that is shown is printed")
  func twins() {
    var total = CellTextTests.cell(.staff, nil, (nil, nil, nil), status: .confidential)
    var twin = CellTextTests.cell(.staff, .A, (900, 1200, 1500))
    (total.table, twin.table, twin.excludesDominant) = ("t", "t", true)
    func found(_ cells: [ReleasedCell]) -> ReleasedCell? {
      Released(cells: cells, fieldwork: [], statements: [], facts: [], process: []).cell("t", .staff)
    }
    #expect(found([total, twin])?.excludesDominant == true && found([twin, total])?.excludesDominant == true)
    total = CellTextTests.cell(.staff, .A, (1900, 2200, 2500))
    total.table = "t"
    #expect(found([twin, total])?.estimate == 2200 && found([total, twin])?.estimate == 2200)
  }
}
