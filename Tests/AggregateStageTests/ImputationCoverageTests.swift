import AggregateStage
import ConfidentialRecords
import SurveyModel
import SurveyStatistics
import TestSupport
import Testing

/// A population whose need is known, samples of it, and respondents who do not know.
///
/// 200 workplaces; 60 drawn, of which half on average do not know, with no regard to what they would have said.
/// The interval is estimate ± t·se of the record, without the widening by bounds, which would hide an error.
@Suite("Imputation, against a known truth")
struct ImputationCoverageTests {
  private static let rounds = 150

  private struct Outcome {
    var covered = 0
    var coveredByNaive = 0
    /// How far the draws move the estimate from what complete answers give, as a share of the truth.
    var moved: [Double] = []
    var width = 0.0
    var widthOfComplete = 0.0
  }

  private static func outcome(missing share: Double) throws -> Outcome {
    var generator = SeededGenerator(seed: 20)
    let population = (0..<200).map { ImputationSurvey.employer($0, &generator) }
    func need(_ employer: EmployerRecord) -> Double { employer.staffNeeded[.fiveYears].best ?? 0 }
    let truth = population.reduce(0) { $0 + need($1) }
    var outcome = Outcome()
    for round in 0..<rounds {
      var survey = ImputationSurvey(frameUnits: 200, answers: 0)
      survey.fixture.study.imputation.seed = UInt64(round)
      survey.employers = Array(population.shuffled(using: &generator).prefix(60)).sorted {
        $0.enterprise < $1.enterprise
      }
      let complete = try survey.cell(.staffNeeded)
      let missing = survey.employers.indices.filter { _ in Double.random(in: 0..<1, using: &generator) < share }
      let known = survey.employers.indices.filter { !missing.contains($0) }.map { survey.employers[$0] }
      let ratio = known.reduce(0) { $0 + need($1) } / known.reduce(0) { $0 + Double($1.employees) }
      // The ratio taken for what they said.
      var naive = survey
      for place in missing {
        naive.employers[place].staffNeeded[.fiveYears] = .point(Double(survey.employers[place].employees) * ratio)
      }
      survey.miss(missing)
      let drawn = try survey.cell(.staffNeeded)
      outcome.covered += covers(drawn, truth) ? 1 : 0
      outcome.coveredByNaive += covers(try naive.cell(.staffNeeded), truth) ? 1 : 0
      outcome.moved.append(((drawn.estimate ?? 0) - (complete.estimate ?? 0)) / truth)
      outcome.width += drawn.standardError ?? 0
      outcome.widthOfComplete += complete.standardError ?? 0
    }
    return outcome
  }

  private static func covers(_ cell: EstimateRecord, _ truth: Double) -> Bool {
    guard let estimate = cell.estimate, let error = cell.standardError,
      let t = StudentT(degreesOfFreedom: cell.degreesOfFreedom)?.quantile(0.975)
    else { return false }
    return abs(estimate - truth) <= t * error
  }

  /// Of 150 rounds at 95 per cent 142.5 are expected, with a standard deviation of 2.7: fewer than 135 come once in 200.
  @Test("the interval covers with imputation error, and too seldom without") func covers() throws {
    let outcome = try Self.outcome(missing: 0.5)
    #expect(outcome.covered >= 135)
    #expect(outcome.coveredByNaive < outcome.covered)
    let bias = outcome.moved.reduce(0, +) / Double(Self.rounds)
    let spread = (outcome.moved.reduce(0) { $0 + ($1 - bias) * ($1 - bias) } / Double(Self.rounds - 1)).squareRoot()
    #expect(abs(bias) < 3 * spread / Double(Self.rounds).squareRoot(), "no bias that could be seen")
    #expect(outcome.width > outcome.widthOfComplete)
  }
}
