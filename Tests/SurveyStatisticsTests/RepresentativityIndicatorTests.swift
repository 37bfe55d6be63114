import SurveyStatistics
import TestSupport
import Testing

@Suite("R-indicator")
struct RepresentativityIndicatorTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var strata: [ResponseStratum]
    var unadjusted: Double
    var indicator: Double
    var standardError: Double?
    var mean: Double
    var testDescription: String { name }
  }

  /// Computed unit by unit and with matrices by `ReferenceValues/Response/representativity.py`, NumPy 2.4.6.
  static let cases = [
    Case(
      name: "two halves", strata: strata((50, 10, 9), (50, 10, 3)), unadjusted: 0.396977310844473,
      indicator: 0.425573042096447, standardError: 0.197037078368975, mean: 0.6),
    Case(
      name: "five of unequal size",
      strata: strata((2400, 150, 92), (700, 120, 70), (250, 110, 81), (60, 30, 26), (18, 10, 10)),
      unadjusted: 0.888460904275988, indicator: 0.905026878714222, standardError: 0.0323784111381276,
      mean: 0.622644178070082),
    Case(
      name: "a census", strata: strata((40, 40, 31), (25, 25, 11), (7, 7, 7)), unadjusted: 0.623374675084425,
      indicator: 0.642328004380573, standardError: 0.106966771963433, mean: 0.680555555555556),
    Case(
      name: "a stratum of one", strata: strata((30, 12, 6), (10, 8, 7), (3, 1, 0)), unadjusted: 0.559381663712885,
      indicator: 0.687949944340437, standardError: 0.335423988218962, mean: 0.552325581395349),
    Case(
      name: "alike but for chance", strata: strata((100, 20, 11), (100, 20, 10), (100, 20, 12)),
      unadjusted: 0.918213917989047, indicator: 1, standardError: nil, mean: 0.55),
  ]

  @Test("agrees with values computed another way", arguments: cases)
  func reference(_ item: Case) throws {
    let got = try #require(try representativity(item.strata))
    #expect(isClose(got.unadjusted, item.unadjusted, relative: 1e-12))
    #expect(isClose(got.indicator, item.indicator, relative: 1e-12))
    #expect(isClose(got.meanPropensity, item.mean, relative: 1e-12))
    #expect((got.standardError == nil) == (item.standardError == nil))
    if let want = item.standardError { #expect(isClose(got.standardError ?? .nan, want, relative: 1e-12)) }
  }

  /// Every outcome of three strata with chances 0.2, 0.5 and 0.9, weighted by how likely it is.
  @Test("S² less its bias is right on average over every outcome")
  func unbiased() throws {
    let chances = [0.2, 0.5, 0.9]
    let (population, approached) = ([40, 25, 15], [5, 4, 6])
    var expected = 0.0
    for a in 0...5 {
      for b in 0...4 {
        for c in 0...6 {
          let likelihood = zip(zip([a, b, c], approached), chances)
            .map { binomial($0.0, of: $0.1, chance: $1) }.reduce(1, *)
          let got = try representativity(
            zip(zip(population, approached), [a, b, c]).map {
              ResponseStratum(population: $0.0, approached: $0.1, responded: $1)
            })
          expected += likelihood * (got?.spreadSquared ?? 0)
        }
      }
    }
    let units = zip(population, chances).flatMap { Array(repeating: $1, count: $0) }
    let mean = units.reduce(0, +) / 80
    let spread = units.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 79
    #expect(isClose(expected, spread, relative: 1e-12))
  }

  @Test("all answered, or the same share of each: nothing to tell apart")
  func even() throws {
    let whole = try #require(try representativity(Self.strata((30, 10, 10), (20, 5, 5))))
    #expect(whole.indicator == 1 && whole.standardError == nil && whole.meanPropensity == 1)
    let none = try #require(try representativity(Self.strata((30, 10, 0), (20, 5, 0))))
    #expect(none.indicator == 1 && none.meanPropensity == 0)
    let one = try #require(try representativity(Self.strata((1, 1, 1))))
    #expect(one.indicator == 1)
  }

  @Test("one half answers and the other does not: R is 0, but for the finite population")
  func halves() throws {
    let got = try #require(try representativity(Self.strata((5_000, 100, 100), (5_000, 100, 0))))
    #expect(isClose(got.indicator, 1 - 2 * (2_500.0 / 9_999).squareRoot()))
  }

  @Test("strata that nobody was approached in say nothing")
  func unasked() throws {
    let some = try representativity(Self.strata((50, 10, 9), (70, 0, 0), (50, 10, 3)))
    #expect(try some == representativity(Self.strata((50, 10, 9), (50, 10, 3))))
    #expect(try representativity([]) == nil)
    #expect(try representativity(Self.strata((50, 0, 0), (0, 0, 0))) == nil)
  }

  @Test("counts that cannot be are refused")
  func impossible() {
    #expect(throws: DesignError.moreAnswersThanUnits(group: 1, answers: 4, units: 3)) {
      try representativity(Self.strata((9, 3, 2), (9, 3, 4)))
    }
    #expect(throws: DesignError.negativeCount(group: 0)) { try representativity(Self.strata((-1, 0, 0))) }
  }

  private static func strata(_ counts: (Int, Int, Int)...) -> [ResponseStratum] {
    counts.map { ResponseStratum(population: $0.0, approached: $0.1, responded: $0.2) }
  }

  private func binomial(_ count: Int, of trials: Int, chance: Double) -> Double {
    (0..<trials).reduce(1.0) { product, trial in
      product * (trial < count ? chance * Double(trials - trial) / Double(count - trial) : 1 - chance)
    }
  }
}
