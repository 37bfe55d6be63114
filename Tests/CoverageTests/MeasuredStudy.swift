import AggregateStage
import ConfidentialRecords
import MatchStage
import StudyFiles

/// The study that is simulated: Demo K's questionnaire, size classes, cut-offs and stated limits, and the tables whose
/// cells are measured. Estimates are made as `survey-aggregate` makes them, gaps as `survey-match` does.
struct MeasuredStudy {
  var study: Study

  init() throws {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    study = try StudyLoader.load(folder: parts.joined(separator: "/") + "/Pipelines/demo-k")
    study.dominant = []
    study.tables = [
      Self.table([.staff, .staffNeeded, .growth, .recruitmentAttemptShare, .personsSought, .failureRate], by: .sector),
      Self.table(
        [
          .headcount, .headcountNeeded, .retirements, .occupationGrowth, .postsToFill, .replacementNeed, .vacancies,
          .jobVacancyRate, .vacancyIncidence, .hardToFillShare, .skillShortageDensity, .skillsGapDensity,
          .skillsGapIncidence, .shortageBalance, .shortageIndex,
        ], by: .occupation1),
    ]
  }

  private static func table(_ indicators: [Indicator], by dimension: Dimension) -> TableSpec {
    TableSpec(
      id: dimension.rawValue, title: LocalizedText(sv: "", en: ""), indicators: indicators, by: [dimension],
      section: "", feature: "")
  }

  /// One answer or none from each workplace, by the ends of the approaches.
  struct Sample {
    var frame: [FrameCellRecord]
    var design: [DesignRecord]
    /// Places of the units that answered.
    var answered: [Int]

    init(_ municipality: Municipality, _ ends: [Disposition?]) {
      var cells: [String: FrameCellRecord] = [:]
      design = []
      answered = []
      for (place, unit) in municipality.units.enumerated() {
        let of = unit.answers
        var cell = cells["\(of.stratum) \(of.section)"] ?? FrameCellRecord()
        cell.municipality = of.municipality
        cell.sector = of.sector
        cell.section = of.section
        cell.sizeClass = of.sizeClass
        cell.stratum = of.stratum
        cell.units += 1
        cell.employees += of.employees
        cells["\(of.stratum) \(of.section)"] = cell
        guard let end = ends[place] else { continue }
        var record = DesignRecord()
        record.establishment = of.establishment
        record.enterprise = of.enterprise
        record.municipality = of.municipality
        record.sector = of.sector
        record.section = of.section
        record.sizeClass = of.sizeClass
        record.stratum = of.stratum
        record.employees = of.employees
        record.disposition = end
        design.append(record)
        if end.isAnswer { answered.append(place) }
      }
      frame = cells.sorted { $0.key < $1.key }.map(\.value)
    }
  }

  /// Σ (a_g − 1) over the response groups.
  func degreesOfFreedom(_ sample: Sample) throws -> Int {
    try Weighting(study: study, frame: sample.frame, design: sample.design).design.degreesOfFreedom
  }

  /// Every cell of the study's tables.
  func estimates(of employers: [EmployerRecord], _ sample: Sample) throws -> [EstimateRecord] {
    let weighting = try Weighting(study: study, frame: sample.frame, design: sample.design)
    let aggregator = Aggregator(study: study, weighting: weighting, frame: sample.frame)
    let ratios = try aggregator.ratios(of: employers)
    var sums = aggregator.noSums
    sums.add(try aggregator.updates(of: employers, ratios: ratios))
    var estimates: [EstimateRecord] = []
    try EstimateTables(aggregator: aggregator, sums: sums, ratios: ratios).forEachCell { estimate, _ in
      estimates.append(estimate)
    }
    return estimates
  }
}
