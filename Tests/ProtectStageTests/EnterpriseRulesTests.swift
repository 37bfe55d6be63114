import ConfidentialRecords
import Testing

@testable import ProtectStage

@Suite("Secrecy of employers in a sum")
struct EnterpriseRulesTests {
  private let rules = EnterpriseRules(minimum: 3, p: 10)

  /// By hand, with p = 10 %. 100 + 40 + 9: the rest is 9, less than 10: the second can tell the first to within 9 %.
  @Test(
    "a sum is unsafe with too few enterprises, or when the second can tell the first",
    arguments: [
      ([100.0, 40, 9], [], HidingReason.dominated, 1.0), ([100, 40, 10], [], nil, 0), ([100, 40, 11], [], nil, 0),
      ([100, 40], [], .tooFewEnterprises, 10), ([100], [], .tooFewEnterprises, 10), ([], [], nil, 0),
      ([1, 1, 1], [], nil, 0), ([1, 1], [], .tooFewEnterprises, 0.1),
      // What exempt employers add is taken for known, and hides nobody.
      ([100, 40, 9], [500], .dominated, 1), ([100, 40], [500, 500, 500], .tooFewEnterprises, 10), ([], [500], nil, 0),
    ] as [([Double], [Double], HidingReason?, Double)])
  func rule(protected: [Double], unprotected: [Double], reason: HidingReason?, level: Double) {
    let contributors = ProtectFixture.contributors(protected, unprotected: unprotected)
    #expect(rules.reason(toHide: contributors) == reason)
    if reason != nil { #expect(abs(rules.level(contributors) - level) < 1e-12) }
  }

  @Test("the weighted rest protects in an estimated total, the number of enterprises is their own") func weights() {
    var contributors = ProtectFixture.contributors([100, 40, 2])
    contributors.total = 100 + 40 + 5 * 2
    #expect(rules.reason(toHide: contributors) == nil)
    // One enterprise that stands for many is still one, and the level does not vanish with the weight.
    var lone = ProtectFixture.contributors([100])
    lone.total = 700
    #expect(rules.reason(toHide: lone) == .tooFewEnterprises)
    #expect(rules.level(lone) == 10)
  }
}
