import SurveyStatistics
import Testing

@Suite("Sample designs and the linearised variance")
struct SampleDesignTests {
  /// Stratum a: 3 of 10 with scores 2, 4, 9; stratum b: 1 of 4 with score 6.
  private func design(_ rule: LoneUnitRule, full: Bool = false) throws -> SampleDesign {
    try SampleDesign(
      weights: [1, 1, 1, 1], strata: Labels(["a", "a", "a", "b"]), populationSizes: [10, 10, 10, full ? 1 : 4],
      loneUnits: rule)
  }
  private let scores = [2.0, 4, 9, 6]

  /// By hand: stratum a has squares 9 + 1 + 16 = 26, (1 − 0.3)·3/2·26 = 27.3. Stratum b adds nothing, (1 − ¼)·36 = 27
  /// uncentred, or as much as a.
  @Test(
    "each rule for a lone unit does what it says",
    arguments: [(LoneUnitRule.certainty, 27.3), (.remove, 27.3), (.adjust, 54.3), (.average, 54.6)])
  func lone(rule: LoneUnitRule, variance: Double) throws {
    #expect(abs(try design(rule).variance(ofScores: scores) - variance) < 1e-12)
  }

  @Test("a stratum sampled in full is not lone, under any rule", arguments: LoneUnitRule.allCases)
  func full(rule: LoneUnitRule) throws {
    #expect(abs(try design(rule, full: true).variance(ofScores: scores) - 27.3) < 1e-12)
  }

  @Test("a lone unit is refused by default, but only where the domain meets it") func refused() throws {
    let design = try design(.fail)
    #expect(throws: DesignError.loneUnit(stratum: 1)) { try design.variance(ofScores: scores) }
    let variance = try design.variance(ofScores: [2, 4, 0, 0], domain: [true, true, false, false])
    // Mean 2, squares 0 + 4 + 4 = 8: 0.7·3/2·8.
    #expect(abs(variance - 8.4) < 1e-12)
  }

  @Test("strata that are all lone leave nothing to average") func onlyLone() throws {
    let design = try SampleDesign(
      weights: [1, 1], strata: Labels([1, 2]), populationSizes: [5, 5], loneUnits: .average)
    #expect(throws: DesignError.onlyLoneUnits) { try design.variance(ofScores: [1, 2]) }
  }

  /// Clusters 1 and 2 with scores 3 + 5 and 2: squares 9 + 9 = 18, without population sizes 2/1·18.
  @Test("units of a cluster are summed first") func clusters() throws {
    let design = try SampleDesign(weights: [1, 1, 1], clusters: Labels([1, 1, 2]))
    #expect(try design.variance(ofScores: [3, 5, 2]) == 36)
    #expect(design.degreesOfFreedom == 1)
  }

  @Test("impossible designs are refused") func impossible() {
    #expect(throws: DesignError.noUnits) { try SampleDesign(weights: []) }
    #expect(throws: DesignError.impossibleWeight(unit: 1)) { try SampleDesign(weights: [1, .nan]) }
    #expect(throws: DesignError.impossibleWeight(unit: 0)) { try SampleDesign(weights: [-1]) }
    #expect(throws: DesignError.wrongLength(expected: 2, got: 1)) {
      try SampleDesign(weights: [1, 1], strata: Labels([1]))
    }
    #expect(throws: DesignError.impossiblePopulation(stratum: 0)) {
      try SampleDesign(weights: [1, 1], populationSizes: [3, 4])
    }
    #expect(throws: DesignError.impossiblePopulation(stratum: 0)) {
      try SampleDesign(weights: [1, 1], populationSizes: [1, 1])
    }
    #expect(throws: DesignError.clusterInTwoStrata(cluster: 0)) {
      try SampleDesign(weights: [1, 1], strata: Labels([1, 2]), clusters: Labels([1, 1]))
    }
  }

  @Test("one unit without strata has no variance") func one() throws {
    #expect(throws: DesignError.loneUnit(stratum: 0)) { try SampleDesign(weights: [7]).variance(ofScores: [1]) }
  }

  @Test("a simple random sample has design effect 1", arguments: SimpleSample.allCases)
  func designEffectOne(against simple: SimpleSample) throws {
    let y = [3.0, 8, 1, 9, 4]
    let sizes = simple == .withoutReplacement ? Array(repeating: 20.0, count: 5) : nil
    let sample = WeightedSample(try SampleDesign(weights: Array(repeating: 4, count: 5), populationSizes: sizes))
    let total = try sample.estimate(sample.total(y))
    let mean = try sample.estimate(#require(sample.mean(y)))
    #expect(abs(try #require(designEffect(ofTotal: total, values: y, sample: sample, against: simple)) - 1) < 1e-12)
    #expect(abs(try #require(designEffect(ofMean: mean, values: y, sample: sample, against: simple)) - 1) < 1e-12)
  }

  @Test("leaving one out gives a total the linearised variance, stratum by stratum") func jackknife() throws {
    let design = try SampleDesign(
      weights: [2, 2, 2, 5, 5], strata: Labels(["a", "a", "a", "b", "b"]), populationSizes: [6, 6, 6, 10, 10])
    let y = [1.0, 4, 6, 2, 9]
    let sample = WeightedSample(design)
    let linearised = try sample.estimate(sample.total(y))
    let left = try #require(
      try Jackknife(design, centre: .estimate).estimate { weights in
        zip(weights, y).map { $0 * $1 }.compensatedSum()
      })
    #expect(abs(left.variance - linearised.variance) < 1e-12 * linearised.variance)
  }

  @Test("a statistic that a replicate leaves undefined has no jackknife variance") func undefined() throws {
    let design = try SampleDesign(weights: [1, 1, 1])
    #expect(try Jackknife(design).estimate { $0[0] > 0 ? 1 : nil } == nil)
  }

  @Test("a million strata", .timeLimit(.minutes(1))) func million() throws {
    let strata = Labels((0..<2_000_000).map { $0 / 2 })
    let design = try SampleDesign(
      weights: Array(repeating: 3, count: 2_000_000), strata: strata,
      populationSizes: Array(repeating: 6, count: 2_000_000))
    // Scores 0 and 2 in every stratum: (1 − 1/3)·2·2 each.
    let variance = try design.variance(ofScores: (0..<2_000_000).map { $0 % 2 == 0 ? 0 : 2 })
    #expect(abs(variance / 1_000_000 - 8.0 / 3) < 1e-12)
  }
}
