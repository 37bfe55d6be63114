import ConfidentialRecords
import SurveyStatistics

/// How the units that were approached have answered so far (F43), dominant employers aside.
struct ResponseQuality {
  var approached = 0
  var ineligible = 0
  var answered = 0
  /// Not reached or not known: an answer may still come.
  var open = 0
  var refused = 0
  var withdrawn = 0
  /// Σ d·answered / Σ d·eligible, d = N_h/n_h: what a random unit of the frame would do.
  let weightedRate: Double?
  /// The same of employees.
  let employeeRate: Double?
  /// Nil where nobody was approached.
  let representativity: Representativity?

  init(_ strata: [FieldworkRecord]) {
    var (units, answers, staff, staffOfAnswers) = (0.0, 0.0, 0.0, 0.0)
    for stratum in strata where stratum.approached > 0 {
      approached += stratum.approached
      ineligible += stratum.ineligible
      answered += stratum.answered
      refused += stratum.refused
      withdrawn += stratum.withdrawn
      open += stratum.noContact + stratum.unknown
      let design = Double(stratum.frameUnits) / Double(stratum.approached)
      units += design * Double(stratum.approached - stratum.ineligible)
      answers += design * Double(stratum.answered)
      staff += design * Double(stratum.approachedEmployees)
      staffOfAnswers += design * Double(stratum.answeredEmployees)
    }
    weightedRate = units > 0 ? answers / units : nil
    employeeRate = staff > 0 ? staffOfAnswers / staff : nil
    // The counts of a stratum are made by one pass over its units, so they cannot contradict each other.
    representativity = try? SurveyStatistics.representativity(
      strata.map {
        ResponseStratum(
          population: $0.frameUnits, approached: $0.approached - $0.ineligible, responded: $0.answered)
      })
  }
}
