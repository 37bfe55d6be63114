import SurveyStatistics
import Testing

/// Against values computed with 30 digits by numerical integration; R's are in the reference sets.
@Suite("Distributions")
struct DistributionTests {
  private func agree(_ a: Double, _ b: Double, within tolerance: Double = 1e-12) -> Bool {
    (a - b).magnitude <= tolerance * b.magnitude
  }

  @Test(
    "upper tails of t",
    arguments: [
      (1.0, 12.0, 0.026464676059589875), (3, 0.001, 0.49963244748473047), (9.5, 3, 0.0070492295819005427),
      (29, 7.5, 1.4420945765325279e-8), (12_345, 4, 3.1855917486798136e-5), (99_999, 2.5, 0.0062104596042225010),
      (2_000_000, 8, 6.2242453478387908e-16),
    ])
  func studentT(degrees: Double, t: Double, upper: Double) throws {
    let tails = try #require(StudentT(degreesOfFreedom: degrees)).tails(at: t)
    #expect(agree(tails.upper, upper) && agree(tails.lower, 1 - upper))
  }

  @Test(
    "lower tails of beta",
    arguments: [
      (0.01, 3.0, 1e-8, 0.84428181569058168), (2.5, 4_000.25, 0.002, 0.99321286541556489),
      (350.5, 0.5, 0.999, 0.40249799297735114), (40_000, 60_000, 0.402, 0.90159793112849740),
      (0.001, 0.001, 0.3, 0.49957696213967647),
    ])
  func beta(a: Double, b: Double, x: Double, lower: Double) throws {
    #expect(agree(try #require(BetaDistribution(a: a, b: b)).tails(at: x).lower, lower))
  }

  @Test(
    "upper tails of chi-square",
    arguments: [
      (0.02, 1e-9, 0.18817771388173002), (3, 150, 2.6349139284880436e-32), (197, 260.5, 0.0016352444992125547),
      (100_000, 100_900, 0.022324573942617124),
    ])
  func chiSquare(degrees: Double, x: Double, upper: Double) throws {
    #expect(agree(try #require(ChiSquare(degreesOfFreedom: degrees)).tails(at: x).upper, upper))
  }

  @Test(
    "lower quantiles of F, where R 4.2 loses all digits",
    arguments: [(1.0, 37.0, 1.5921647608466e-20), (1.83, 67.9, 1.2423033339074e-11)])
  func quantileOfF(numerator: Double, denominator: Double, f: Double) throws {
    let distribution = try #require(FDistribution(numerator: numerator, denominator: denominator))
    #expect(agree(distribution.quantile(1e-10), f))
  }

  @Test(
    "lower tails of the normal distribution",
    arguments: [
      (-9.5, 1.0494515075362607e-21), (-0.001, 0.49960105778608894), (1.25, 0.89435022633314474),
      (6, 0.99999999901341235),
    ])
  func normal(z: Double, lower: Double) {
    #expect(agree(NormalDistribution.tails(at: z).lower, lower))
  }

  @Test("quantiles undo tails", arguments: [1e-12, 1e-4, 0.02, 0.3, 0.5, 0.77, 0.999], [0.3, 1, 2.5, 40, 2_000, 3e5])
  func inverse(p: Double, size: Double) throws {
    let t = try #require(StudentT(degreesOfFreedom: size))
    #expect(agree(t.tails(at: t.quantile(p)).lower, p, within: 4e-12))
    let chiSquare = try #require(ChiSquare(degreesOfFreedom: size))
    #expect(agree(chiSquare.tails(at: chiSquare.quantile(p)).lower, p, within: 4e-12))
    let beta = try #require(BetaDistribution(a: size, b: size / 3 + 1))
    #expect(agree(beta.tails(at: beta.quantile(p)).lower, p, within: 4e-12))
    #expect(agree(NormalDistribution.tails(at: NormalDistribution.quantile(p)).lower, p))
  }

  @Test("the expansion for many degrees of freedom meets the exact quantile", arguments: [1e-9, 0.001, 0.025, 0.4])
  func manyDegrees(p: Double) throws {
    let below = try #require(StudentT(degreesOfFreedom: 99_999.999)).quantile(p)
    let above = try #require(StudentT(degreesOfFreedom: 100_000.0)).quantile(p)
    #expect(agree(below, above))
  }

  @Test("the ends are infinite, and nothing lies outside") func ends() throws {
    let t = try #require(StudentT(degreesOfFreedom: 4))
    #expect(t.quantile(0) == -.infinity && t.quantile(1) == .infinity && t.quantile(0.5) == 0)
    #expect(t.quantile(-0.1).isNaN && t.quantile(1.1).isNaN && t.quantile(.nan).isNaN)
    #expect(t.tails(at: .infinity).upper == 0)
    #expect(try #require(BetaDistribution(a: 2, b: 3)).quantile(1) == 1)
    #expect(try #require(ChiSquare(degreesOfFreedom: 2)).quantile(0) == 0)
  }

  @Test("parameters that are not above 0 are refused", arguments: [0, -1, .nan] as [Double])
  func refused(size: Double) {
    #expect(StudentT(degreesOfFreedom: size) == nil)
    #expect(ChiSquare(degreesOfFreedom: size) == nil)
    #expect(BetaDistribution(a: size, b: 1) == nil)
    #expect(FDistribution(numerator: 1, denominator: size) == nil)
  }
}
