import AggregateStage
import ConfidentialRecords
import SurveyModel
import SurveyStatistics
import TestSupport
import Testing

/// Three of six workplaces answer, all alike: staff 20, and 10, 20 and 60 needed in five years; w = 2.
///
/// Triangular: mean 30, v = (100 + 400 + 3600 − 200 − 600 − 1200)/18 = 2100/18. Σ w v = 6·2100/18 = 700;
/// (Σ w √v)² = 36·2100/18 = 4200. No spread between employers, so no sampling error.
@Suite("Low, best and high, worked by hand")
struct OutlookTests {
  private static func survey() -> ImputationSurvey {
    var survey = ImputationSurvey(frameUnits: 6, answers: 3)
    for place in survey.employers.indices {
      survey.employers[place].employees = 20
      survey.employers[place].staff = .point(20)
      survey.employers[place].staffNeeded[.fiveYears] = .range(low: 10, best: 20, high: 60)
    }
    return survey
  }

  @Test("the estimate is the mean of the distribution, and its bounds are the ends") func triangular() throws {
    let cell = try Self.survey().cell(.staffNeeded)
    #expect(cell.estimate == 180)
    #expect(isClose(cell.boundLow ?? 0, 60) && isClose(cell.boundHigh ?? 0, 360))
    #expect(cell.imputedShare == 0 && cell.imputationStandardError == nil)
  }

  @Test("optimism is shared as far as the study assumes", arguments: [(0.0, 700.0), (0.5, 2_450), (1, 4_200)])
  func sharedOptimism(rho: Double, variance: Double) throws {
    var survey = Self.survey()
    survey.fixture.study.assumptions.sharedOptimism = rho
    for indicator in [Indicator.staffNeeded, .growth] {
      let cell = try survey.cell(indicator)
      #expect(isClose(cell.standardError ?? 0, variance.squareRoot()))
      #expect(isClose(cell.outlookStandardErrorApart ?? 0, 700.0.squareRoot()))
      #expect(isClose(cell.outlookStandardErrorShared ?? 0, 4200.0.squareRoot()))
      for (other, expected) in [(0.0, 700.0), (1, 4_200)] {
        #expect(isClose(cell.standardError(sharedOptimism: other) ?? 0, expected.squareRoot()))
      }
    }
  }

  /// Mean (10 + 80 + 60)/6 = 25, v = (50/6)²: 2·3·25 = 150, Σ w v = 6·2500/36.
  @Test("PERT where the study says so") func pert() throws {
    var survey = Self.survey()
    survey.fixture.study.assumptions.spread = .pert
    let cell = try survey.cell(.staffNeeded)
    #expect(isClose(cell.estimate ?? 0, 150))
    #expect(isClose(cell.outlookStandardErrorApart ?? 0, (6 * 2500.0 / 36).squareRoot()))
  }

  /// t·√2450 around 180, and not t·√2450 outside 60 and 360: the view is in the standard error already.
  @Test("the interval is not widened by the ends as well") func interval() throws {
    let cell = try Self.survey().cell(.staffNeeded)
    let t = try #require(StudentT(degreesOfFreedom: 2)?.quantile(0.975))
    #expect(isClose(cell.high ?? 0, 180 + t * 2450.0.squareRoot()))
  }

  /// A best value of what is now comes from a conversion of full-time equivalents: it stands as it is.
  @Test("only what is expected is a view of the future") func now() throws {
    var survey = Self.survey()
    for place in survey.employers.indices { survey.employers[place].staff = .range(low: 10, best: 20, high: 60) }
    let cell = try survey.cell(.staff)
    #expect(cell.estimate == 120 && cell.outlookStandardErrorApart == nil)
  }
}
