import Foundation
import Testing

@testable import SurveyStatistics

/// Estimates against R's survey: every case and every number of the reference sets.
@Suite("Reference values", .serialized)
struct ReferenceValuesTests {
  @Test("are met by the estimates of the aggregate stage", arguments: ReferenceFile.all)
  func aggregateStage(file: ReferenceFile) throws {
    let cases = try file.cases().filter { ["totals_and_ratios", "counts"].contains($0.statistic) }
    var comparison = TreeComparison()
    var studies: [[String]: EmployerCells] = [:]
    for item in cases where item.design["weight"]?.text == "weight" && item.design["calibration"] == nil {
      let cells = try studies[item.data] ?? EmployerCells(study: EmployerStudy(folder: file.folder, files: item.data))
      studies[item.data] = cells
      let got = item.statistic == "counts" ? try cells.nonresponse() : try cells.totalsAndRatios(by: item.by)
      comparison.compare(item.results, got, in: item.id, tolerance: TreeComparison.demand)
    }
    if comparison.compared > 0 {
      print(
        "\(file.testDescription), by moments: \(comparison.compared) compared, \(comparison.setAside) set aside,",
        "largest relative difference \(comparison.largestDifference) at \(comparison.whereLargest)")
    }
    #expect(comparison.faults.prefix(20) == [])
  }

  @Test("hold the response groups that the joining rule makes", arguments: ReferenceFile.all)
  func groups(file: ReferenceFile) throws {
    guard let item = try file.cases().first(where: { $0.statistic == "counts" }) else { return }
    let study = try EmployerStudy(folder: file.folder, files: item.data)
    let (strata, joined) = try EmployerCells(study: study).joinedStrata(minimumAnswers: 2)
    let group = Dictionary(
      uniqueKeysWithValues: zip(strata, joined.groupOfStratum).map {
        ("\($0.municipality)-\($0.sector)-\($0.sizeClass)", $1)
      })
    let labels = try study.weights.texts("rhg")
    var groupOfLabel: [String: Int] = [:]
    for (row, stratum) in try study.weights.texts("stratum").enumerated() {
      let place = try #require(group[stratum])
      #expect(groupOfLabel[labels[row], default: place] == place)
      groupOfLabel[labels[row]] = place
      #expect(joined.groups[place].answers == study.design.groups[study.units[row].group].answers)
      #expect(joined.groups[place].frameUnits == study.design.groups[study.units[row].group].frameUnits)
    }
    #expect(Set(groupOfLabel.values).count == joined.groups.count)
  }

  @Test("of other people are looked for in the folder that SURVEY_REFERENCE names")
  func folder() {
    if !ReferenceFile.all.contains(where: { $0.folder.path == ReferenceFile.given.path }) {
      print("Reference values: no \(ReferenceFile.given.path), only the project's own set was compared")
    }
  }
}
