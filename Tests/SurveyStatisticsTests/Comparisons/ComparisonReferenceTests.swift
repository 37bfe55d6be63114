import Foundation
import SurveyStatistics
import TestSupport
import Testing

/// Differences of domains and of items, with Holm's correction, as R gives them: `comparisons.R` beside this file made
/// the units and the expected values.
@Suite("Comparisons against R")
struct ComparisonReferenceTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  /// N of the four groups; the third is complete.
  private static let frameUnits = [60, 25, 6, 240]

  private let units: CSVTable
  private let groups: [Int]
  private let design: ResponseDesign

  init() throws {
    units = try CSVTable(Self.folder.appendingPathComponent("comparisons-units.csv"))
    let groups = try units.numbers("group").map { Int($0) - 1 }
    self.groups = groups
    design = try ResponseDesign(
      Self.frameUnits.enumerated().map { number, size in
        ResponseGroup(frameUnits: size, answers: groups.count { $0 == number })
      })
  }

  private func ofPart(_ part: String) throws -> CellMoments {
    var cell = CellMoments()
    let (y, x, parts) = (try units.numbers("posts"), try units.numbers("staff"), try units.texts("part"))
    for unit in groups.indices where parts[unit] == part { cell.add(group: groups[unit], y: y[unit], x: x[unit]) }
    return cell
  }

  private func ofItem(_ item: String) throws -> CellMoments {
    var cell = CellMoments()
    let (y, x) = (try units.numbers(item), try units.numbers("base"))
    for unit in groups.indices where x[unit] == 1 { cell.add(group: groups[unit], y: y[unit], x: 1) }
    return cell
  }

  private func products(_ a: String, _ b: String) throws -> [Double] {
    var sums = Array(repeating: 0.0, count: Self.frameUnits.count)
    for (unit, both) in zip(try units.numbers(a), try units.numbers(b)).enumerated() {
      sums[groups[unit]] += both.0 * both.1
    }
    return sums
  }

  /// Symmetric limits, so that the linearised difference is all there is.
  private func compared(_ cell: CellMoments) throws -> (RatioEstimate, ComparedEstimate) {
    let ratio = try #require(try domainRatio(cell, design: design))
    let limits = try #require(ratio.ratio.interval(degreesOfFreedom: design.degreesOfFreedom))
    return (
      ratio,
      ComparedEstimate(estimate: ratio.ratio, limits: limits, degreesOfFreedom: design.degreesOfFreedom)
    )
  }

  private func contrast(_ family: String, _ first: String, _ second: String) throws -> EstimateContrast {
    let (a, b) =
      family == "part" ? (try ofPart(first), try ofPart(second)) : (try ofItem(first), try ofItem(second))
    let (one, other) = (try compared(a), try compared(b))
    let covariance: Double
    if family == "part" {
      covariance = try covarianceOfDisjointDomains(a, b, ratios: (one.0, other.0), design: design)
    } else {
      let products = try products(first, second)
      let difference = try #require(
        try domainRatio(differenceOfSharedBase(a, b) { products[$0] }, design: design))
      covariance = (one.0.ratio.variance + other.0.ratio.variance - difference.ratio.variance) / 2
    }
    return try #require(compareEstimates(one.1, other.1, covariance: covariance))
  }

  @Test("difference, standard error, p and Holm's p are R's at 1e-9", arguments: ["part", "item"])
  func equalsR(family: String) throws {
    let expected = try CSVTable(Self.folder.appendingPathComponent("comparisons-expected.csv"))
    let rows = try expected.texts("family").indices.filter { try expected.texts("family")[$0] == family }
    #expect(rows.count == 6)
    let found = try rows.map { row in
      try contrast(family, try expected.texts("first")[row], try expected.texts("second")[row])
    }
    let adjusted = holmAdjusted(found.map(\.pValue))
    for (place, row) in rows.enumerated() {
      #expect(isClose(found[place].difference.value, try expected.numbers("value")[row], relative: 1e-9))
      #expect(isClose(found[place].difference.standardError, try expected.numbers("se")[row], relative: 1e-9))
      #expect(isClose(found[place].pValue, try expected.numbers("p")[row], relative: 1e-9))
      #expect(isClose(adjusted[place], try expected.numbers("holm")[row], relative: 1e-9))
    }
  }

  @Test("two items are compared unit by unit or by their products alike") func byProducts() throws {
    let products = try products("item1", "item2")
    let difference = differenceOfSharedBase(try ofItem("item1"), try ofItem("item2")) { products[$0] }
    var byUnit = CellMoments()
    let (one, other, base) = (
      try units.numbers("item1"), try units.numbers("item2"), try units.numbers("base")
    )
    for unit in groups.indices where base[unit] == 1 {
      byUnit.add(group: groups[unit], y: one[unit] - other[unit], x: 1)
    }
    let (a, b) = (try domainTotal(difference, design: design), try domainTotal(byUnit, design: design))
    #expect(isClose(a.value, b.value, relative: 1e-12) && isClose(a.variance, b.variance, relative: 1e-12))
  }
}
