import AggregateStage
import ArgumentParser
import ConfidentialRecords
import RecordStreams
import StageSupport
import SwedishText

/// Turns cleaned answers into estimates; from here on no answer is visible but permitted quotations.
@main
struct SurveyAggregate: StageCommand {
  static let summary = "Estimate every table of the study, with standard errors, bounds and grades."
  static let examples = [
    "survey-aggregate --study Pipelines/demo-k", "survey-aggregate --study Pipelines/demo-k --threads 1",
  ]
  static let reads = [StageFolder.cleaned]
  static let writes: StageFolder? = .estimated
  static let producerVersion = 2
  @OptionGroup var options: StageOptions

  func run(_ stage: StageRun) async throws {
    let study = stage.study.asOf(stage.asOf)
    let frame = try stage.input(FrameCellRecord.self, "frame", from: .cleaned).all()
    let design = try stage.input(DesignRecord.self, "design", from: .cleaned).all()
    let employers = try stage.input(EmployerRecord.self, "employers", from: .cleaned)
    let weighting = try Weighting(study: study, frame: frame, design: design)
    let aggregator = Aggregator(
      study: study, weighting: weighting, frame: frame, separations: try stage.separationRates)

    var ratios = aggregator.noRatios
    try await employers.map({ try aggregator.ratios(of: $0) }, sink: { ratios.merge($0) })
    let allRatios = ratios
    var sums = aggregator.noSums
    let facts = try stage.output(FactRecord.self, "facts")
    try await employers.map(
      { (try aggregator.updates(of: $0, ratios: allRatios), StudyFacts.quotations(of: $0, study: study)) },
      sink: { part, quotations in
        sums.add(part)
        try facts.append(contentsOf: quotations)
      })

    let estimates = try stage.output(EstimateRecord.self, "estimates")
    let contributors = try stage.output(ContributorRecord.self, "contributors")
    let tables = try EstimateTables(aggregator: aggregator, sums: sums, ratios: allRatios)
    try tables.forEachCell {
      try estimates.append($0)
      try contributors.append($1)
    }
    try stage.output(ContrastRecord.self, "contrasts").append(contentsOf: tables.contrasts())
    try stage.output(EditingRecord.self, "editing").append(
      contentsOf: EditingEffects(aggregator: aggregator, sums: sums).records())
    let inventories = Set(study.inventories.map(\.id))
    for try await page in try stage.input(PageRecord.self, "pages", from: .cleaned)
    where !inventories.contains(page.description) {
      try facts.append(contentsOf: StudyFacts.facts(of: page))
    }
    try facts.append(contentsOf: StudyFacts.sources(of: study))
    let register = try stage.context(
      .employment, columns: RegisterFacts.columns(study), key: RegisterFacts.key)
    if let register { try facts.append(contentsOf: RegisterFacts.facts(register)) }
    try stage.output(FieldworkRecord.self, "fieldwork").append(contentsOf: weighting.fieldwork)
    try stage.output(NonresponseRecord.self, "nonresponse").append(
      contentsOf: NonresponseEffects(aggregator: aggregator, sums: sums, design: design).records())
    let calls = try CallList(aggregator: aggregator, sums: sums, ratios: allRatios, design: design)
    try write(calls.csv, to: stage.steward("call-list.csv"))
    let counted = try stage.input(ProcessRecord.self, "process", from: .cleaned).all()
    let fieldwork = try FieldworkPage(aggregator: aggregator, sums: sums, ratios: allRatios, process: counted)
    for wording in Wording.allCases {
      try write(Array(calls.page(wording).utf8), to: stage.steward("call-list.\(wording.rawValue).md"))
      try write(Array(fieldwork.markdown(wording).utf8), to: stage.steward("fieldwork.\(wording.rawValue).md"))
    }

    let process = try stage.output(ProcessRecord.self, "process")
    try process.append(contentsOf: counted)
    try process.append(
      contentsOf: try AggregateProcess.counts(weighting: weighting, sums: sums, cells: estimates.count))
    try stage.conserve("employers", in: employers.count, out: ["used": sums.employers])
    stage.summary("\(sums.employers) employers in, \(estimates.count) cells out")
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    let file = try OutputFile(path: path)
    try file.write(bytes)
    try file.close()
  }
}
