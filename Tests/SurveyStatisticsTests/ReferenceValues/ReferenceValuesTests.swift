import Foundation
import SurveyStatistics
import Testing

/// Estimates against R's survey: every case and every number of the reference sets.
@Suite("Reference values", .serialized)
struct ReferenceValuesTests {
  @Test("are met, every case and every number", arguments: ReferenceFile.all)
  func everyNumber(file: ReferenceFile) throws {
    let cases = try file.cases()
    var computer = CaseComputer(folder: file.folder)
    var comparison = TreeComparison()
    for item in cases {
      do {
        let got = try computer.results(item)
        if item.json["expect_error"] == .bool(true) { comparison.fail("\(item.id): an error was expected") }
        comparison.compare(item.results, got, in: item.id, tolerance: item.tolerance)
      } catch let error as DesignError where item.json["expect_error"] == .bool(true) {
        if case .loneUnit = error { continue }
        comparison.fail("\(item.id): \(error)")
      } catch {
        comparison.fail("\(item.id): \(error)")
      }
    }
    let leaves = cases.reduce(0) { $0 + $1.results.reduce(0) { $0 + $1.numericLeaves } }
    print(
      "\(file.testDescription): \(cases.count) cases, \(comparison.compared) numbers compared,",
      "\(comparison.setAside) set aside, \(leaves) in the file; largest relative difference",
      "\(comparison.largest.difference) at \(comparison.largest.place), of iterative methods",
      "\(comparison.largestIterative.difference) at \(comparison.largestIterative.place)")
    #expect(!cases.isEmpty)
    #expect(comparison.compared + comparison.setAside == leaves)
    #expect(comparison.faults.prefix(20) == [])
  }

  @Test("are met by the moments that the aggregate stage merges", arguments: ReferenceFile.all)
  func byMoments(file: ReferenceFile) throws {
    var computer = CaseComputer(folder: file.folder)
    var comparison = TreeComparison()
    for item in try file.cases() where item.isByResponseGroups {
      comparison.compare(
        item.results, try computer.resultsByMoments(item), in: item.id, tolerance: TreeComparison.demand)
    }
    if comparison.compared > 0 {
      print(
        "\(file.testDescription), by moments: \(comparison.compared) numbers compared, \(comparison.setAside) set aside;",
        "largest relative difference \(comparison.largest.difference) at \(comparison.largest.place)")
    }
    #expect(comparison.faults.prefix(20) == [])
  }

  @Test("hold the response groups that the joining rule makes", arguments: ReferenceFile.all)
  func groups(file: ReferenceFile) throws {
    guard let item = try file.cases().first(where: { $0.statistic == "counts" }) else { return }
    let study = try EmployerStudy(folder: file.folder, files: item.data)
    let strata = try study.strata()
    let joined = try joinThinGroups(strata, minimumAnswers: 2)
    let group = Dictionary(
      uniqueKeysWithValues: zip(strata, joined.groupOfStratum).map {
        ("\($0.municipality)-\($0.sector)-\($0.sizeClass)", $1)
      })
    let labels = try study.weights.texts("rhg")
    // Which sector a too thin one goes to is this project's own choice; those municipalities are left out.
    let crossing = Set(
      joined.joins.filter { $0.reason == .otherSector }.flatMap { $0.strata + $0.joinedWith }.map {
        strata[$0].municipality
      })
    var groupOfLabel: [String: Int] = [:]
    for (row, stratum) in try study.weights.texts("stratum").enumerated()
    where !crossing.contains(String(stratum.prefix { $0 != "-" })) {
      let place = try #require(group[stratum])
      #expect(groupOfLabel[labels[row], default: place] == place)
      groupOfLabel[labels[row]] = place
      #expect(joined.groups[place].answers == study.design.groups[study.units[row].group].answers)
      #expect(joined.groups[place].frameUnits == study.design.groups[study.units[row].group].frameUnits)
    }
    #expect(Set(groupOfLabel.values).count == groupOfLabel.count)
  }

  @Test("of other people are looked for in the folder that SURVEY_REFERENCE names")
  func folder() {
    if !ReferenceFile.all.contains(where: { $0.folder.path == ReferenceFile.given.path }) {
      print("Reference values: no \(ReferenceFile.given.path), only the project's own set was compared")
    }
  }
}
