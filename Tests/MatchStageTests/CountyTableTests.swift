import ConfidentialRecords
import Testing

@testable import MatchStage

@Suite("The county around the municipality")
struct CountyTableTests {
  private func study(_ municipalities: [String] = ["0181", "0127"]) -> Study {
    var study = MatchFixture.study(municipalities: municipalities)
    study.classifications = Classifications(municipalities: [
      "0181": Municipality(code: "0181", name: "Södertälje", county: "01"),
      "0127": Municipality(code: "0127", name: "Botkyrka", county: "01"),
      "0380": Municipality(code: "0380", name: "Uppsala", county: "03"),
    ])
    return study
  }

  private func row(_ area: String, _ occupation: String, _ employed: Double?, _ need: Double?) -> ContextTable.Row {
    var numbers: [String: Double] = [:]
    numbers["employed"] = employed
    numbers["need"] = need
    return ContextTable.Row(
      line: 2, texts: ["area": area, "occupation": occupation, "horizon": "5"], numbers: numbers)
  }

  private func gap(_ study: Study, _ rows: [ContextTable.Row], municipality: String? = nil, occupation: String? = "2")
    -> GapRecord?
  {
    let source = ContextSource(name: .county, path: "c.csv", vintage: "2025", source: "Made up", isSynthetic: true)
    var need = MatchFixture.need(120, 100...140, occupation: occupation)
    need.municipality = municipality
    let county = CountyTable(ContextTable(source: source, rows: rows), study: study)
    return Matcher(study: study, supply: SupplyTable(), county: county).gaps(of: [need]).first
  }

  private var rows: [ContextTable.Row] {
    [
      row("01", "2", 1000, 300), row("01", "all", 9000, 2000), row("0181", "2", 50, nil), row("0127", "2", 70, nil),
      row("0181", "all", 400, nil),
    ]
  }

  @Test("stands beside the need of the municipality, and of several together") func found() {
    let one = gap(study(), rows, municipality: "0181")
    #expect([one?.countyEmployed, one?.countyEmployedHere, one?.countyNeed] == [1000, 50, 300])
    let both = gap(study(), rows)
    #expect([both?.countyEmployed, both?.countyEmployedHere] == [1000, 120])
  }

  @Test("what is not stated is not known") func unknown() {
    #expect(gap(study(), rows, occupation: nil)?.countyEmployedHere == nil)
    #expect(gap(study(), rows, occupation: "3")?.countyNeed == nil)
    #expect(gap(study(), [])?.countyEmployed == nil)
  }

  @Test("municipalities of two counties have no county") func twoCounties() {
    #expect(gap(study(["0181", "0380"]), rows)?.countyEmployed == nil)
  }

  @Test("the table knows its areas, occupations and horizons") func columns() {
    let columns = CountyTable.columns(for: study())
    #expect(columns.map(\.name) == ["area", "occupation", "horizon", "employed", "need"])
    guard case .code(let areas) = columns[0].content else {
      Issue.record("the area is a code")
      return
    }
    #expect(areas == ["01", "0181", "0127"])
  }
}
