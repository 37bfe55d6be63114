import SurveyStatistics
import Testing

@Suite("Totals, ratios and differences of domains")
struct DomainEstimateTests {
  /// Group 0: 4 of 10, group 1: 3 of 5 (one of them closed), group 2: complete.
  private let groups = [
    ResponseGroup(frameUnits: 10, answers: 4), ResponseGroup(frameUnits: 5, answers: 2, ineligible: 1),
    ResponseGroup(frameUnits: 2, answers: 2),
  ]

  private func cell(_ answers: [(Int, Double, Double)]) -> CellMoments {
    var cell = CellMoments()
    for (group, y, x) in answers { cell.add(group: group, y: y, x: x) }
    return cell
  }

  /// By hand. Weights 10/4 and 5/3. Ŷ = 2.5·(2 + 6) + 5/3·3 + 7 + 1 = 33.
  /// Group 0 with two zeros: mean 2, squares 0 + 16 + 4 + 4 = 24; (1 − 0.4)·4/3·2.5²·24 = 120.
  /// Group 1 with 3, 0 and the closed 0: mean 1, squares 6; (1 − 0.6)·3/2·(25/9)·6 = 10. v = 130.
  @Test("a total agrees with the example worked by hand") func total() throws {
    let domain = cell([(0, 2, 1), (0, 6, 1), (1, 3, 1), (1, 0, 1), (2, 7, 1), (2, 1, 1)])
    let total = try domainTotal(domain, design: ResponseDesign(groups))
    #expect(abs(total.value - 33) < 1e-12)
    #expect(abs(total.variance - 130) < 1e-12)
    #expect(domain.answers == 6 && domain.contributors == 5 && domain.degreesOfFreedom == 3)
  }

  /// By hand. X̂ = 2.5·2 + 5/3·2 + 2 = 31/3, R = 99/31. Residuals in group 0: 2 − R, 6 − R, 0, 0; the rest likewise.
  @Test("a ratio agrees with residuals taken one by one") func ratio() throws {
    let domain = cell([(0, 2, 1), (0, 6, 1), (1, 3, 1), (1, 0, 1), (2, 7, 1), (2, 1, 1)])
    let estimate = try #require(try domainRatio(domain, design: ResponseDesign(groups)))
    let r = 99.0 / 31
    #expect(abs(estimate.ratio.value - r) < 1e-14)
    func squares(_ e: [Double]) -> Double {
      let mean = e.reduce(0, +) / Double(e.count)
      return e.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
    let v = 0.6 * 4 / 3 * 6.25 * squares([2 - r, 6 - r, 0, 0]) + 0.4 * 1.5 * 25 / 9 * squares([3 - r, -r, 0])
    #expect(abs(estimate.ratio.variance - v / (31.0 / 3 * 31 / 3)) < 1e-14)
  }

  @Test("a ratio without a denominator is undefined, not 0") func undefined() throws {
    #expect(try domainRatio(cell([(0, 2, 0)]), design: ResponseDesign(groups)) == nil)
  }

  @Test("y proportional to x leaves no standard error") func proportional() throws {
    let domain = cell([(0, 0.3, 1), (0, 0.9, 3), (0, 2.1, 7), (1, 3.3, 11)])
    let estimate = try #require(try domainRatio(domain, design: ResponseDesign(groups)))
    #expect(estimate.ratio.variance == 0)
  }

  @Test("groups observed in full add no sampling error", arguments: 1...5) func census(size: Int) throws {
    let design = try ResponseDesign([ResponseGroup(frameUnits: size, answers: size)])
    let total = try domainTotal(cell((0..<size).map { (0, Double($0 * $0), 1) }), design: design)
    #expect(total.variance == 0)
  }

  @Test("two domains add up to the whole, covariance included") func sumOfDomains() throws {
    let (one, two) = ([(0, 2.0, 1.0), (1, 3, 1)], [(0, 6.0, 1.0), (0, 1, 1), (1, 4, 1)])
    let design = try ResponseDesign(groups)
    let whole = try domainTotal(cell(one + two), design: design)
    let (a, b) = (try domainTotal(cell(one), design: design), try domainTotal(cell(two), design: design))
    let covariance = try covarianceOfDisjointDomains(cell(one), cell(two), design: design)
    #expect(abs(a.value + b.value - whole.value) < 1e-12)
    #expect(abs(a.variance + b.variance + 2 * covariance - whole.variance) < 1e-11)
  }

  @Test("the difference of two domains' means is that of the linearised estimates, covariance included")
  func differenceOfMeans() throws {
    let (one, two) = ([(0, 2.0, 1.0), (1, 3, 1)], [(0, 6.0, 1.0), (0, 1, 1), (1, 4, 1)])
    let design = try ResponseDesign(groups)
    let a = try #require(try domainRatio(cell(one), design: design))
    let b = try #require(try domainRatio(cell(two), design: design))
    let covariance = try covarianceOfDisjointDomains(cell(one), cell(two), ratios: (a, b), design: design)
    let byMoments = difference(a.ratio, b.ratio, covariance: covariance)

    // The same units one by one: the domains' five, one more of group 0, and the closed one of group 1.
    let group = [0, 1, 0, 0, 1, 0, 1]
    let y = [2.0, 3, 6, 1, 4, 9, 0]
    let sample = WeightedSample(
      try SampleDesign(
        weights: group.map { design.weights[$0] }, strata: Labels(group),
        populationSizes: group.map { Double(groups[$0].frameUnits) }))
    let means = [0..<2, 2..<5].map { part in sample.mean(y, in: y.indices.map(part.contains)) }
    let byUnits = try sample.estimate(#require(means[0]) - #require(means[1]))
    #expect(abs(byMoments.value - byUnits.value) < 1e-14)
    #expect(abs(byMoments.variance - byUnits.variance) < 1e-13)
  }

  @Test("the order in which groups are met does not matter") func order() throws {
    let answers = [(2, 7.0, 1.0), (0, 2, 1), (1, 3, 1), (0, 6, 1), (2, 1, 1)]
    let design = try ResponseDesign(groups)
    let forward = try domainTotal(cell(answers), design: design)
    #expect(try domainTotal(cell(answers.reversed()), design: design) == forward)
  }

  @Test("an empty domain is 0 with variance 0") func empty() throws {
    let total = try domainTotal(CellMoments(), design: ResponseDesign(groups))
    #expect(total == SampleEstimate(value: 0, variance: 0))
  }

  @Test("one answer standing for eight is refused, and so is none") func thin() {
    #expect(throws: DesignError.loneAnswer(group: 0, frameUnits: 8)) {
      try ResponseDesign([ResponseGroup(frameUnits: 8, answers: 1)])
    }
    #expect(throws: DesignError.noAnswers(group: 0, frameUnits: 8)) {
      try ResponseDesign([ResponseGroup(frameUnits: 8, answers: 0)])
    }
  }

  @Test("more answers in a domain than the group has are refused, and so is an unknown group") func mismatch() throws {
    let design = try ResponseDesign(groups)
    #expect(throws: DesignError.moreAnswersThanUnits(group: 1, answers: 3, units: 2)) {
      try domainTotal(cell([(1, 1, 1), (1, 1, 1), (1, 1, 1)]), design: design)
    }
    #expect(throws: DesignError.unknownGroup(7, groups: 3)) { try domainTotal(cell([(7, 1, 1)]), design: design) }
  }

  /// By hand: weights 1, 1, 2: (1 + 1 + 2)² / (1 + 1 + 4) = 16/6, 3·6/16.
  @Test("Kish's effective size agrees with the example worked by hand") func kish() throws {
    let kish = try #require(KishEffectiveSize(weights: [1, 1, 2]))
    #expect(abs(kish.effectiveSize - 16.0 / 6) < 1e-14 && abs(kish.designEffect - 18.0 / 16) < 1e-14)
    #expect(KishEffectiveSize(weights: []) == nil)
  }
}
