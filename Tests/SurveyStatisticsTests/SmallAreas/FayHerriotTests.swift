import Foundation
import SurveyStatistics
import TestSupport
import Testing

@Suite("Fay–Herriot")
struct FayHerriotTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  /// `fay-herriot.R` beside this file made the areas and the expected values; metafor's iteration stops at 1e-14.
  @Test(
    "variance between areas, coefficients, estimates, errors and benchmark are R's at 1e-9",
    arguments: [("mean", 0), ("one", 1), ("two", 2), ("census", 1)])
  func equalsR(name: String, covariates: Int) throws {
    let areas = try Self.areas(name, covariates: covariates)
    let got = try #require(Self.estimated(areas))
    let pooled = 1.02 * areas.map(\.direct).reduce(0, +)
    let parts: [String: [Double]] = [
      "betweenVariance": [got.betweenVariance], "coefficient": got.coefficients, "weight": got.areas.map(\.ownWeight),
      "estimate": got.areas.map(\.estimate), "mse": got.areas.map(\.meanSquaredError),
      "benchmarked": try #require(got.benchmarked(to: pooled)),
    ]
    let expected = try CSVTable(Self.folder.appendingPathComponent("fay-herriot-expected.csv"))
    let (cases, quantities, numbers, values) = (
      try expected.texts("case"), try expected.texts("quantity"), try expected.numbers("number"),
      try expected.numbers("value")
    )
    let rows = cases.indices.filter { cases[$0] == name }
    #expect(rows.count == parts.values.map(\.count).reduce(0, +))
    for row in rows {
      let found = try #require(parts[quantities[row]])[Int(numbers[row]) - 1]
      #expect(isClose(found, values[row], relative: 1e-9), "\(quantities[row]) \(numbers[row])")
    }
  }

  @Test("with equal variances σ² is what the spread of the areas has beyond them")
  func byHand() throws {
    let got = try #require(Self.estimated(Self.even(variance: 12)))
    #expect(isClose(got.betweenVariance, 12) && isClose(got.coefficients[0], 20))
    for (number, area) in got.areas.enumerated() {
      #expect(isClose(area.estimate, 16.5 + Double(number)) && isClose(area.meanSquaredError, 9.75))
    }
  }

  @Test("in another unit the same estimates come out, over thirty orders of magnitude", arguments: [1e-15, 1e-3, 1e15])
  func scaled(factor: Double) throws {
    let areas = try Self.areas("one", covariates: 1)
    let scaled = areas.map {
      AreaEstimate(direct: $0.direct * factor, variance: $0.variance * factor * factor, covariates: $0.covariates)
    }
    let (one, other) = (try #require(Self.estimated(areas)), try #require(Self.estimated(scaled)))
    #expect(isClose(other.betweenVariance, one.betweenVariance * factor * factor))
    for (a, b) in zip(one.areas, other.areas) {
      #expect(isClose(b.estimate, a.estimate * factor) && isClose(b.ownWeight, a.ownWeight))
      #expect(isClose(b.meanSquaredError, a.meanSquaredError * factor * factor))
    }
  }

  @Test("the peak that is found is no lower than any place of a fine grid")
  func highest() throws {
    var generator = SeededGenerator(seed: 20_260_521)
    for _ in 0..<40 {
      let areas = (0..<6).map { _ in
        AreaEstimate(
          direct: Double.random(in: -4...4, using: &generator),
          variance: exp(Double.random(in: -6...3, using: &generator)))
      }
      let found = Self.estimated(areas)?.betweenVariance ?? 0
      let highest = Self.likelihood(areas, found)
      for step in 0...2_000 {
        let tried = step == 0 ? 0 : exp(-12 + 17 * Double(step) / 2_000)
        #expect(Self.likelihood(areas, tried) <= highest + 1e-9 * highest.magnitude)
      }
    }
  }

  /// The first number is R's, from the end of `fay-herriot.R`; an iteration from a start of its own ends at 0 there.
  @Test("of two peaks the higher counts, at 0 or not")
  func twoPeaks() throws {
    let away = zip([4.4, 4.6, 4.4, -0.3, -1.5], [0.04, 0.15, 50.49, 3.51, 6.16])
      .map { AreaEstimate(direct: $0, variance: $1) }
    #expect(isClose(try #require(Self.estimated(away)).betweenVariance, 6.0445581020629824, relative: 1e-9))
    let atNothing = zip([1, -0.1, 0.2, -0.1, -0.6, 13.2, 0.2], [0.71, 0.29, 0.98, 1.11, 1.37, 7.6, 0.04])
      .map { AreaEstimate(direct: $0, variance: $1) }
    #expect(Self.likelihood(atNothing, 11) > Self.likelihood(atNothing, 4))
    #expect(try FayHerriot.fit(atNothing) == .notIdentified(.noVarianceBetweenAreas))
  }

  @Test("what cannot be told is not told")
  func notIdentified() throws {
    for count in 0...3 {
      let few = Array(Self.even(variance: 12).prefix(count))
      #expect(try FayHerriot.fit(few) == .notIdentified(.tooFewAreas(areas: count, coefficients: 1)))
    }
    let nothing = FayHerriot.Outcome.notIdentified(.noVarianceBetweenAreas)
    #expect(try FayHerriot.fit(Self.even(variance: 24)) == nothing)
    #expect(try FayHerriot.fit(Self.even(variance: 30)) == nothing)
    let equal = [1.0, 2, 4, 0.5, 3].map { AreaEstimate(direct: 7, variance: $0) }
    #expect(try FayHerriot.fit(equal) == nothing)
    #expect(try FayHerriot.fit(equal.map { AreaEstimate(direct: 0, variance: $0.variance) }) == nothing)
    #expect(try FayHerriot.fit(Self.even(variance: 0)) == .notIdentified(.noSamplingError))
  }

  @Test("an area without sampling error stays as it is, with the benchmark too")
  func known() throws {
    var areas = Self.even(variance: 12)
    areas[2].variance = 0
    let got = try #require(Self.estimated(areas))
    let area = got.areas[2]
    #expect(area.estimate == areas[2].direct && area.ownWeight == 1 && area.meanSquaredError == 0)
    let benchmarked = try #require(got.benchmarked(to: 200))
    #expect(benchmarked[2] == areas[2].direct && isClose(benchmarked.reduce(0, +), 200))
  }

  @Test("weights may hide a covariate where they are large")
  func hidden() throws {
    let direct: [Double] = [4, 9, 2, 7, 5, 1, 8, 3, 6]
    let hidden: [Double] = [0, 0, 0, 0, 0, 0, 0.01, 0.05, 0.02]
    let other: [Double] = [3, 1, 4, 1, 5, 9, 2, 6, 5]
    let areas = direct.indices.map { m in
      AreaEstimate(direct: direct[m], variance: m < 6 ? 0 : 1e6, covariates: [1e6 + hidden[m], other[m]])
    }
    let got = try #require(Self.estimated(areas))
    #expect(got.coefficients.count == 3)
    #expect(got.areas.allSatisfy { $0.estimate.isFinite && $0.meanSquaredError.isFinite && $0.meanSquaredError >= 0 })
  }

  @Test("a benchmark of another sign, or of estimates that cancel out, is refused")
  func benchmark() throws {
    let got = try #require(Self.estimated(Self.even(variance: 12)))
    #expect(got.benchmarked(to: -5) == nil && got.benchmarked(to: 0) == nil && got.benchmarked(to: .nan) == nil)
    let balanced = Self.even(variance: 12).map { AreaEstimate(direct: $0.direct - 20, variance: $0.variance) }
    let around = try #require(Self.estimated(balanced))
    #expect(around.benchmarked(to: 5) == nil && around.benchmarked(to: -5) == nil)
  }

  @Test("numbers that cannot be, and covariates that say the same twice, are refused")
  func impossible() {
    func even(_ change: (inout [AreaEstimate]) -> Void) -> [AreaEstimate] {
      var areas = Self.even(variance: 12)
      for number in areas.indices { areas[number].covariates = [Double(number * number), Double(number)] }
      change(&areas)
      return areas
    }
    #expect(throws: AreaError.impossibleNumber(area: 3)) { try FayHerriot.fit(even { $0[3].variance = -1 }) }
    #expect(throws: AreaError.impossibleNumber(area: 0)) { try FayHerriot.fit(even { $0[0].direct = .nan }) }
    #expect(throws: AreaError.impossibleNumber(area: 7)) {
      try FayHerriot.fit(even { $0[7].covariates[1] = .infinity })
    }
    #expect(throws: AreaError.impossibleNumber(area: 1)) { try FayHerriot.fit(even { $0[1].direct = 1e200 }) }
    #expect(throws: AreaError.wrongLength(area: 1, expected: 2, got: 1)) {
      try FayHerriot.fit(even { $0[1].covariates.removeLast() })
    }
    #expect(throws: AreaError.collinear(covariate: 1)) {
      try FayHerriot.fit(even { for n in $0.indices { $0[n].covariates[1] = 3 * $0[n].covariates[0] - 2 } })
    }
    #expect(throws: AreaError.collinear(covariate: 0)) {
      try FayHerriot.fit(even { for n in $0.indices { $0[n].covariates[0] = 5 } })
    }
  }

  /// 13, 15 … 27: mean 20, variance 24.
  private static func even(variance: Double) -> [AreaEstimate] {
    (0..<8).map { AreaEstimate(direct: 13 + 2 * Double($0), variance: variance) }
  }

  private static func estimated(_ areas: [AreaEstimate]) -> FayHerriot? {
    guard case .estimated(let result) = try? FayHerriot.fit(areas) else { return nil }
    return result
  }

  /// ℓ without covariates, as it is written.
  private static func likelihood(_ areas: [AreaEstimate], _ between: Double) -> Double {
    let weights = areas.map { 1 / (between + $0.variance) }
    let all = weights.reduce(0, +)
    let mean = zip(weights, areas).map { $0 * $1.direct }.reduce(0, +) / all
    let squares = zip(weights, areas).map { $0 * ($1.direct - mean) * ($1.direct - mean) }.reduce(0, +)
    return -0.5 * (log(all) - weights.map { log($0) }.reduce(0, +) + squares)
  }

  private static func areas(_ name: String, covariates: Int) throws -> [AreaEstimate] {
    let table = try CSVTable(folder.appendingPathComponent("fay-herriot-areas.csv"))
    let (cases, direct, variance) = (
      try table.texts("case"), try table.numbers("direct"), try table.numbers("variance")
    )
    let columns = try (0..<covariates).map { try table.numbers("x\($0 + 1)") }
    return cases.indices.filter { cases[$0] == name }.map { row in
      AreaEstimate(direct: direct[row], variance: variance[row], covariates: columns.map { $0[row] })
    }
  }
}
