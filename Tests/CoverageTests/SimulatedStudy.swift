import ConfidentialRecords
import SurveyStatistics

/// One study from frame to estimates, twice with the same answers: as given, and as they would be had each been exact.
struct SimulatedStudy {
  /// A cell of a table in one study: what is true, and what the study says.
  struct Cell {
    var row: CoverageRow
    var truth: EstimateRecord
    var given: EstimateRecord
    var exact: EstimateRecord
    /// `exact` with the limits estimate ± t·se.
    var plain: EstimateRecord
  }

  let cells: [Cell]
  let gaps: [SimulatedGap]
  /// Workplaces that answered.
  let answers: Int

  /// - Parameters:
  ///   - answers: answers to be had on average.
  ///   - outside: share of the exact answers that lie outside the stated limits.
  init(_ measured: MeasuredStudy, answers: Int, outside: Double, seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let municipality = Municipality(answers: ExactAnswers(study: measured.study, outside: outside), chance: &chance)
    func exactly(_ sample: MeasuredStudy.Sample) -> [EmployerRecord] {
      sample.answered.map { municipality.units[$0].answers }
    }
    let census = MeasuredStudy.Sample(municipality, Fieldwork.census(municipality))
    let truths = try measured.estimates(of: exactly(census), census)

    let sample = MeasuredStudy.Sample(municipality, Fieldwork(answers: answers).approach(municipality, &chance))
    let exact = exactly(sample)
    let uncertain = exact.map { UncertainAnswers().record($0, &chance) }
    self.answers = exact.count
    let given = try measured.estimates(of: uncertain, sample)
    let t = StudentT(degreesOfFreedom: try measured.degreesOfFreedom(sample))?.quantile(0.975)
    let alike = Dictionary(
      try measured.estimates(of: exact, sample).map { (CellName($0), $0) }, uniquingKeysWith: { first, _ in first })
    let byName = Dictionary(given.map { (CellName($0), $0) }, uniquingKeysWith: { first, _ in first })
    cells = truths.compactMap { truth in
      guard let given = byName[CellName(truth)], let exact = alike[CellName(truth)] else { return nil }
      return Cell(
        row: CoverageRow(truth), truth: truth, given: given, exact: exact, plain: Self.plain(exact, t: t))
    }
    gaps = try SimulatedGap.all(measured.study, truths: truths, given: given, &chance)
  }

  private static func plain(_ exact: EstimateRecord, t: Double?) -> EstimateRecord {
    var plain = exact
    (plain.low, plain.high) = (nil, nil)
    if let estimate = exact.estimate, let standardError = exact.standardError, let t {
      plain.low = estimate - t * standardError
      plain.high = estimate + t * standardError
    }
    return plain
  }

  private struct CellName: Hashable {
    var indicator: Indicator
    var domain: Domain
    init(_ estimate: EstimateRecord) {
      indicator = estimate.indicator
      domain = estimate.domain
    }
  }
}

/// A line of the coverage tables: one indicator at one horizon, of the whole municipality or of each of its parts.
struct CoverageRow: Hashable {
  enum Level: String, CaseIterable { case whole, sector, occupation }

  var indicator: Indicator
  var horizon: Int?
  var level: Level

  init(_ estimate: EstimateRecord) {
    indicator = estimate.indicator
    horizon = estimate.horizon
    level = estimate.sector != nil ? .sector : estimate.occupation != nil ? .occupation : .whole
  }
}
