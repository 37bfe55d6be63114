import Foundation
import SurveyStatistics
import TestSupport
import Testing

/// Rubin's rules and the moments of low, best and high against numbers made in R, by the script beside them.
@Suite("Multiple imputation and three-point answers")
struct ImputationReferenceTests {
  private struct Row {
    var kind: String
    var input: [Double]
    var result: String
    var value: Double
  }

  private static func rows() throws -> [Row] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("ReferenceValues/Synthetic/imputation.csv")
    return try String(contentsOf: path, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",")
      return Row(
        kind: String(cells[0]), input: cells[1].split(separator: " ").compactMap { Double($0) },
        result: String(cells[2]), value: try #require(Double(cells[3])))
    }
  }

  @Test("estimate, variance and degrees of freedom equal those made in R") func rubin() throws {
    let rows = try Self.rows().filter { $0.kind == "rubin" }
    #expect(rows.count == 12)
    for row in rows {
      let all = try #require(MultipleImputation(draws: Array(row.input.dropFirst(2)), within: row.input[1]))
      switch row.result {
      case "estimate": #expect(isClose(all.estimate, row.value, relative: 1e-12))
      case "variance": #expect(isClose(all.variance, row.value, relative: 1e-12))
      default:
        let degrees = all.degreesOfFreedom(complete: Int(row.input[0]))
        #expect(isClose(degrees, max(1, row.value), relative: 1e-12))
      }
    }
  }

  @Test("means and variances equal numerical integration of the densities") func threePoints() throws {
    let rows = try Self.rows().filter { $0.kind != "rubin" }
    #expect(rows.count == 15)
    for row in rows {
      let answer = try #require(ThreePointAnswer(low: row.input[0], best: row.input[1], high: row.input[2]))
      let shape: ThreePointAnswer.Shape = row.kind == "pert" ? .pert : .triangular
      let got = row.result == "mean" ? answer.mean(shape) : answer.variance(shape)
      #expect(isClose(got, row.value, relative: 1e-9), "\(row.kind) of \(row.input)")
    }
  }

  /// By hand: ((60 − 10)/6)² = 2500/36.
  @Test("PERT's variance is a sixth of the width squared") func pert() throws {
    let answer = try #require(ThreePointAnswer(low: 10, best: 20, high: 60))
    #expect(isClose(answer.variance(.pert), 2500.0 / 36))
  }

  @Test("a best outside is moved to the end, what is no interval is refused") func hostile() throws {
    #expect(ThreePointAnswer(low: 1, best: 9, high: 3)?.best == 3)
    #expect(ThreePointAnswer(low: 3, best: 2, high: 1) == nil)
    #expect(ThreePointAnswer(low: 0, best: .nan, high: 1) == nil)
    #expect(ThreePointAnswer(low: 0, best: 1, high: .infinity) == nil)
    let point = try #require(ThreePointAnswer(low: 5, best: 5, high: 5))
    #expect(point.mean(.triangular) == 5 && point.variance(.triangular) == 0)
  }

  @Test("draws that agree add nothing, and one draw tells nothing") func nothingDrawn() throws {
    #expect(MultipleImputation(draws: [4], within: 1) == nil)
    let same = try #require(MultipleImputation(draws: [4, 4, 4], within: 2))
    #expect(same.imputation == 0 && same.variance == 2 && same.degreesOfFreedom(complete: 9) == 9)
    let census = try #require(MultipleImputation(draws: [1, 2, 3, 4], within: 0))
    #expect(census.missingShare == 1 && census.degreesOfFreedom(complete: 50) == 3, "the draws alone")
  }

  /// w 2 and 3, √v 4 and 1, by hand: apart 2·16 + 3·1 = 35; together 2·4 + 3·1 = 11, squared 121; halfway 78.
  @Test("shared optimism runs from variances that add up to deviations that add up") func sharedOptimism() {
    var sums = SharedUncertaintySums()
    sums.add(y: 4, x: 0, weight: 2)
    sums.add(y: 1, x: 0, weight: 3)
    let total = sums.ofTotal
    #expect(isClose(total.variance(sharedOptimism: 0), 35))
    #expect(isClose(total.variance(sharedOptimism: 1), 121))
    #expect(isClose(total.variance(sharedOptimism: 0.5), 78))
    #expect(isClose(total.together, 11))
  }

  /// A ratio whose numerator and denominator are the same answers is 1 whatever they turn out to be.
  @Test("what moves numerator and denominator alike does not move their ratio") func ratio() throws {
    var sums = SharedUncertaintySums()
    for weight in 1...5 { sums.add(y: 2, x: 2, weight: Double(weight)) }
    var same = CellMoments()
    for _ in 1...5 { same.add(group: 0, y: 10, x: 10) }
    let design = try ResponseDesign([ResponseGroup(frameUnits: 15, answers: 5)])
    #expect(sums.ofRatio(try #require(try domainRatio(same, design: design))) == .none)
  }

  /// The sums of squares with the spread of the draws are those of the mean draw, but for Σ over draws of the squared
  /// sums, which is below a share 1/n of the spread where units are drawn independently.
  @Test("the spread of draws widens the sums of squares as much as drawing anew does", arguments: 0..<20)
  func widening(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (units, draws) = (12, 6)
    let values = (0..<units).map { unit in
      (0..<draws).map { _ in unit < 5 ? Double.random(in: 0...10, using: &generator) : Double(unit) }
    }
    var mean = GroupMoments()
    var spread = 0.0
    for drawn in values {
      let middle = drawn.reduce(0, +) / Double(draws)
      let squares = drawn.reduce(0) { $0 + ($1 - middle) * ($1 - middle) } / Double(draws)
      mean.add(y: middle)
      mean.widen(yy: squares, xx: 0, xy: 0)
      spread += squares
    }
    var each = 0.0
    var sums: [Double] = []
    for draw in 0..<draws {
      var moments = GroupMoments()
      for drawn in values { moments.add(y: drawn[draw]) }
      each += moments.centredYY / Double(draws)
      sums.append(moments.sumY)
    }
    let middle = sums.reduce(0, +) / Double(draws)
    let shared = sums.reduce(0) { $0 + ($1 - middle) * ($1 - middle) } / Double(draws) / Double(units)
    #expect(isClose(mean.centredYY, each + shared, relative: 1e-9))
    #expect(mean.centredYY >= each)
  }
}
