import SurveyStatistics
import Testing

@Suite("Intervals and effective sizes of shares")
struct ProportionIntervalTests {
  private let share = SampleEstimate(value: 0.3, variance: 0.0021)

  /// 3 of 10: Clopper–Pearson's limits are tabulated as 0.0667 and 0.6525.
  @Test("beta limits are Clopper–Pearson's for a simple random sample") func clopperPearson() throws {
    let interval = try #require(
      proportionInterval(share, method: .beta, degreesOfFreedom: 99, effectiveSize: 10))
    #expect(abs(interval.lower - 0.066_739_51) < 1e-8 && abs(interval.upper - 0.652_452_85) < 1e-8)
  }

  /// Newcombe (1998), table I: 15 of 148 has Wilson's limits 0.0624 and 0.1605.
  @Test("Wilson limits agree with a published example") func wilson() throws {
    let p = 15.0 / 148
    let estimate = SampleEstimate(value: p, variance: p * (1 - p) / 148)
    let interval = try #require(
      proportionInterval(estimate, method: .wilson, degreesOfFreedom: 147, effectiveSize: 148))
    #expect(abs(interval.lower - 0.0624) < 5e-5 && abs(interval.upper - 0.1605) < 5e-5)
  }

  @Test("every method but Wald's stays within 0 and 1", arguments: ProportionMethod.allCases, [0.002, 0.5, 0.995])
  func within(method: ProportionMethod, p: Double) throws {
    let estimate = SampleEstimate(value: p, variance: 0.04 * 0.04)
    let interval = try #require(
      proportionInterval(estimate, method: method, degreesOfFreedom: 12, effectiveSize: 14))
    #expect(interval.contains(p))
    if method != .wald { #expect(interval.lower >= 0 && interval.upper <= 1) }
  }

  @Test("mirrored shares have mirrored limits", arguments: ProportionMethod.allCases)
  func mirrored(method: ProportionMethod) throws {
    let other = SampleEstimate(value: 0.7, variance: share.variance)
    let a = try #require(proportionInterval(share, method: method, degreesOfFreedom: 30, effectiveSize: 80))
    let b = try #require(proportionInterval(other, method: method, degreesOfFreedom: 30, effectiveSize: 80))
    #expect(abs(a.lower + b.upper - 1) < 1e-13 && abs(a.upper + b.lower - 1) < 1e-13)
  }

  @Test("no method has an interval for 0 or 1, or without degrees of freedom", arguments: ProportionMethod.allCases)
  func refused(method: ProportionMethod) {
    let none = SampleEstimate(value: 0, variance: 0)
    #expect(proportionInterval(none, method: method, degreesOfFreedom: 9, effectiveSize: 10) == nil)
    #expect(proportionInterval(share, method: method, degreesOfFreedom: 0, effectiveSize: 10) == nil)
  }

  /// Rule of three: of 59 answers none, at most 1 − 0.05^(1/59) = 0.049 507…
  @Test("none, or all, of 59 answers leaves a one-sided limit") func exact() throws {
    let none = try #require(exactLimit(share: 0, effectiveSize: 59))
    #expect(none.lower == 0 && abs(none.upper - 0.049_507_1) < 1e-6)
    let all = try #require(exactLimit(share: 1, effectiveSize: 59))
    #expect(all.upper == 1 && abs(all.lower + none.upper - 1) < 1e-15)
    #expect(exactLimit(share: 0.5, effectiveSize: 59) == nil)
  }

  /// By hand: p(1 − p)/v = 100, t with 99 over t with 20 degrees of freedom = 1.984217/2.085963, squared 0.904831.
  @Test("n* carries the degrees of freedom, and stops at that of a simple random sample") func effective() throws {
    func size(_ m: Int, of frame: Int?) -> Double? {
      effectiveSize(ofShare: share, answers: m, frameUnits: frame, degreesOfFreedom: 20, kish: nil)
    }
    #expect(abs(try #require(size(100, of: nil)) - 90.4831) < 1e-3)
    #expect(abs(try #require(size(30, of: 1_000)) - 30.0 * 999 / 970) < 1e-12)
    #expect(size(30, of: 30) == .infinity)
    #expect(size(1, of: 30) == nil)
  }

  @Test("a share of 0 has Kish's effective size") func kish() {
    let none = SampleEstimate(value: 0, variance: 0)
    let kish = KishEffectiveSize(weights: [1, 1, 2])
    let size = effectiveSize(ofShare: none, answers: 3, frameUnits: 40, degreesOfFreedom: 1, kish: kish)
    #expect(size == kish?.effectiveSize)
  }
}
