import Glibc
import SurveyStatistics
import Testing

@Suite("Degrees of freedom and limits of a cell")
struct CellIntervalTests {
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

  /// As in `DomainEstimateTests`, group 0 adds 120 and group 1 adds 10. Two and one of their units are not 0, so that
  /// each tells one degree: 130² / (120² + 10²).
  @Test("degrees of freedom agree with those worked by hand") func byHand() throws {
    let domain = cell([(0, 2, 1), (0, 6, 1), (1, 3, 1), (1, 0, 1), (2, 7, 1), (2, 1, 1)])
    let degrees = try #require(try effectiveDegrees(domain, design: ResponseDesign(groups)))
    #expect(abs(degrees - 130 * 130 / 14_500.0) < 1e-12)
  }

  @Test("alike groups give the degrees of the design, one group alone its own")
  func alike() throws {
    let design = try ResponseDesign((0..<4).map { _ in ResponseGroup(frameUnits: 100, answers: 6) })
    let answers = (0..<4).flatMap { group in (1...6).map { (group, Double($0), 1.0) } }
    #expect(abs(try effectiveDegrees(cell(answers), design: design)! - 20) < 1e-12)
    let one = try effectiveDegrees(cell(answers.filter { $0.0 == 2 }), design: design)
    #expect(abs(one! - 5) < 1e-12)
  }

  @Test("never more than the design has, never below one", arguments: 0..<20) func bounded(seed: Int) throws {
    let design = try ResponseDesign([3, 8, 20].map { ResponseGroup(frameUnits: 50, answers: $0) })
    let answers = [3, 8, 20].enumerated().flatMap { group, count in
      (0..<count).map { (group, Double(($0 * 7 + seed) % 5 == 0 ? $0 * $0 + 1 : 0), 1.0) }
    }
    let total = try effectiveDegrees(cell(answers), design: design)
    let ratio = try effectiveDegrees(cell(answers), design: design, ratio: 0.5)
    for degrees in [total, ratio].compactMap({ $0 }) {
      #expect(degrees >= 1 - 1e-12 && degrees <= Double(design.degreesOfFreedom) + 1e-12)
    }
  }

  @Test("without variance there are none") func none() throws {
    #expect(try effectiveDegrees(cell([(2, 7, 1), (2, 1, 1)]), design: ResponseDesign(groups)) == nil)
    #expect(try effectiveDegrees(CellMoments(), design: ResponseDesign(groups)) == nil)
  }

  /// w·x: 2.5 twice, 5/3 twice, 1 twice: (31/3)² / (12.5 + 50/9 + 2).
  @Test("the effective size of a denominator leans on those who have something in it") func denominator() throws {
    let design = try ResponseDesign(groups)
    let even = cell([(0, 2, 1), (0, 6, 1), (1, 3, 1), (1, 0, 1), (2, 7, 1), (2, 1, 1)])
    let size = try #require(KishEffectiveSize(ofDenominator: even, design: design)).effectiveSize
    #expect(abs(size - 961.0 / 9 / (12.5 + 50.0 / 9 + 2)) < 1e-12)
    let lone = cell([(0, 0, 9), (0, 0, 0), (1, 0, 0)])
    #expect(abs(KishEffectiveSize(ofDenominator: lone, design: design)!.effectiveSize - 1) < 1e-12)
    #expect(KishEffectiveSize(ofDenominator: cell([(0, 1, 0)]), design: design) == nil)
  }

  @Test("limits on the logarithm stay above 0 and lie wider above") func logarithm() {
    let limits = SampleEstimate(value: 100, variance: 400).logInterval(multiplier: 2)
    #expect(abs(limits.lower - 100 * exp(-0.4)) < 1e-12 && abs(limits.upper - 100 * exp(0.4)) < 1e-12)
    let wide = SampleEstimate(value: 1, variance: 100).logInterval(multiplier: 2)
    #expect(wide.lower > 0 && wide.upper.isFinite)
    let none = SampleEstimate(value: 0, variance: 4).logInterval(multiplier: 2)
    #expect(none == ConfidenceInterval(lower: -4, upper: 4))
  }
}
