import Foundation
import SurveyModel
import Testing

/// The method pages: one for every indicator, with an example that is run (DOC-04) and a comparability card (EST-20).
@Suite("Method pages")
struct MethodPagesTests {
  @Test("every indicator is explained on exactly one page", arguments: Indicator.allCases)
  func everyIndicator(indicator: Indicator) {
    let pages = MethodPage.all.flatMap { page in
      page.indicators.filter { $0["indicator"] == indicator.rawValue }.map { _ in page.name }
    }
    #expect(pages.count == 1, "\(pages)")
  }

  @Test("formula, unit and kind are those the code has", arguments: MethodPage.all)
  func facts(page: MethodPage) throws {
    for row in page.indicators {
      let indicator = try #require(row["indicator"].flatMap(Indicator.init), "\(row["indicator"] ?? "")")
      #expect(row["formula"] == indicator.formula, "\(indicator)")
      #expect(row["unit"] == indicator.unit, "\(indicator)")
      #expect(row["kind"] == indicator.kind.rawValue, "\(indicator)")
    }
  }

  @Test("every page has an example, and its numbers come out of the program", arguments: MethodPage.all)
  func examples(page: MethodPage) throws {
    var (compared, exact) = (0, 0)
    for section in page.examples {
      var example = WorkedExample(section)
      try example.run()
      compared += example.compared
      exact += example.exact
    }
    #expect(compared > 0, "no example is executed")
    #expect(exact > 0, "no estimate is stated so exactly that it can be compared at 1e-9")
  }

  @Test("every indicator of a page comes out of an example", arguments: MethodPage.all)
  func allInExamples(page: MethodPage) {
    let results = Set(
      page.examples.flatMap(\.tables).filter { $0.first == "result" }.flatMap(\.rows).compactMap { $0["result"] })
    let missing = page.indicators.compactMap { $0["indicator"] }.filter { !results.contains($0) }
    #expect(missing == [])
  }

  @Test("every page says of each of its indicators what it may be compared with", arguments: MethodPage.all)
  func comparability(page: MethodPage) {
    for name in page.indicators.compactMap({ $0["indicator"] }) {
      for other in ["UK Employer Skills Survey", "Eurostat job vacancy statistics", "SCB"] {
        let card = page.card(of: name, with: other)
        #expect(card.map { ["same", "near", "not comparable"].contains($0) } == true, "\(name), \(other)")
      }
    }
    for indicator in page.indicators.compactMap({ $0["indicator"].flatMap(Indicator.init) }) {
      for (other, survey) in zip(["UK", "Eurostat"], [ComparedSurvey.employerSkillsSurvey, .jobVacancyStatistics]) {
        let printed = ["same": Comparability.same, "near": .near, "not comparable": .notComparable]
        let card = page.card(of: indicator.rawValue, with: other).flatMap { printed[$0] }
        #expect(card == indicator.comparability(with: survey), "\(indicator), \(other)")
      }
    }
    for row in page.cards { #expect(row["why"] != nil, "\(row["compared with"] ?? "")") }
  }

  @Test("the index names every indicator and every page, and its links lead somewhere")
  func index() throws {
    let index = try MethodPage("README.md")
    #expect(Set(MethodPage.all.map(\.name)).subtracting(index.links) == [])
    for row in index.indicators {
      let indicator = try #require(row["indicator"].flatMap(Indicator.init), "\(row["indicator"] ?? "")")
      let page = MethodPage.all.first { $0.indicators.contains { $0["indicator"] == indicator.rawValue } }
      #expect(row["page"]?.contains("(\(page?.name ?? "?"))") == true, "\(indicator)")
      #expect(
        row["formula"] == indicator.formula && row["unit"] == indicator.unit && row["kind"] == indicator.kind.rawValue)
    }
    #expect(
      index.indicators.compactMap { $0["indicator"] } == Indicator.allCases.map(\.rawValue), "in the order of the code")
  }

  @Test("links of the pages lead somewhere") func links() throws {
    for page in try MethodPage.all + [MethodPage("README.md")] {
      for link in page.links {
        let target = MethodPage.folder.appendingPathComponent(link).standardizedFileURL
        #expect(FileManager.default.fileExists(atPath: target.path), "\(page.name): \(link)")
      }
    }
  }
}
