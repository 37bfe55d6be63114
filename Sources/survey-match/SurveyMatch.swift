import ArgumentParser
import ConfidentialRecords
import MatchStage
import StageSupport

/// Holds estimated need against stated supply.
@main
struct SurveyMatch: StageCommand {
  static let summary = "Match estimated replacement need with stated supply: gaps and what may be claimed of them."
  static let examples = ["survey-match --study Pipelines/demo-k", "survey-match --study Pipelines/demo-k --why"]
  static let reads = [StageFolder.estimated]
  static let writes: StageFolder? = .matched
  static let producerVersion = 1

  @OptionGroup var options: StageOptions

  func run(_ stage: StageRun) async throws {
    let supply =
      try stage.data.optionalFile("supply.csv").map { try SupplyReader.read(path: $0, study: stage.study) }
      ?? SupplyTable()
    if supply.count == 0 { stage.note("there is no supply.csv: every component of supply is unknown") }

    let county = CountyTable(
      try stage.context(.county, columns: CountyTable.columns(for: stage.study), key: CountyTable.key),
      study: stage.study)

    var needs: [EstimateRecord] = []
    var today: [EstimateRecord] = []
    for try await estimate in try stage.input(EstimateRecord.self, "estimates", from: .estimated) {
      if Matcher.isNeed(estimate) { needs.append(estimate) }
      if StartState.isWanted(estimate) { today.append(estimate) }
    }

    let withoutOutliers = try stage.input(EditingRecord.self, "editing", from: .estimated).all()
      .filter { $0.behindOutliers != Contributors() }.map(\.withoutOutliers)
    let gaps = Matcher(study: stage.study, supply: supply, start: StartState(today), county: county)
      .gaps(of: needs, withoutOutliers: withoutOutliers)
    try stage.output(GapRecord.self, "gaps").append(contentsOf: gaps)
    try stage.output(ProcessRecord.self, "process").append(contentsOf: MatchCounts.process(gaps, supply: supply))
    try stage.conserve("needs", in: needs.count, out: ["matched": gaps.count, "again": needs.count - gaps.count])
    let complete = gaps.count { $0.missingComponents.isEmpty }
    stage.summary("\(gaps.count) needs in, \(complete) gaps with every component of supply known")
  }
}
