import ArgumentParser
import ConfidentialRecords
import ProtectStage
import RecordStreams
import ReleasedRecords
import StageSupport

/// Lets through what may be shown. Nothing else reaches the report.
@main
struct SurveyProtect: StageCommand {
  static let summary = "Decide what may be shown: grades, secrecy of employers and persons, over all tables at once."
  static let examples = ["survey-protect --study Pipelines/demo-k", "survey-protect --study Pipelines/demo-k --why"]
  static let reads = [StageFolder.estimated, .matched]
  static let writes: StageFolder? = .released
  static let producerVersion = 1

  @OptionGroup var options: StageOptions

  func run(_ stage: StageRun) async throws {
    let study = stage.study
    let cells = try InputCell.pair(
      try stage.input(EstimateRecord.self, "estimates", from: .estimated).all(),
      try stage.input(ContributorRecord.self, "contributors", from: .estimated).all())
    let gaps = try stage.input(GapRecord.self, "gaps", from: .matched).all()
    let outlook = JobOutlook(
      try stage.context(.outlook, columns: JobOutlook.columns(study), key: ["occupation", "change"]))
    let protected = try Protector(study: study, outlook: outlook).protect(cells: cells, gaps: gaps)

    try stage.output(ReleasedCell.self, "cells").append(contentsOf: protected.cells)
    let editing = try stage.input(EditingRecord.self, "editing", from: .estimated).all()
    let release = EditingRelease(study: study, protected: protected)
    try stage.output(ReleasedEditing.self, "editing").append(contentsOf: release.effects(editing))
    let comparisons = ComparisonRelease(
      try stage.input(ContrastRecord.self, "contrasts", from: .estimated).all(), protected: protected)
    try stage.output(ReleasedContrast.self, "contrasts").append(contentsOf: comparisons.contrasts)
    try stage.output(ReleasedRank.self, "ranks").append(contentsOf: comparisons.ranks)
    try stage.output(ReleasedNonresponse.self, "nonresponse").append(
      contentsOf: NonresponseRelease(study: study, protected: protected, cells: cells).bounds(
        stage.input(NonresponseRecord.self, "nonresponse", from: .estimated).all()))
    let verdicts = release.verdicts(gaps, editing)
    try stage.output(Statement.self, "statements").append(contentsOf: protected.statements + verdicts.statements)
    let fieldwork = try stage.output(ReleasedFieldwork.self, "fieldwork")
    for try await record in try stage.input(FieldworkRecord.self, "fieldwork", from: .estimated) {
      try fieldwork.append(FieldworkRelease.release(record, study: study))
    }
    let facts = try stage.output(FactRecord.self, "facts")
    var quotations = (shown: 0, withheld: 0)
    for try await fact in try stage.input(FactRecord.self, "facts", from: .estimated) {
      let screened = QuotationScreen.screen(fact)
      if let screened { try facts.append(screened) }
      guard fact.kind == .quotation else { continue }
      if screened == nil { quotations.withheld += 1 } else { quotations.shown += 1 }
    }

    let process = try stage.output(ProcessRecord.self, "process")
    for folder in Self.reads {
      try process.append(contentsOf: stage.input(ProcessRecord.self, "process", from: folder).all())
    }
    try process.append(contentsOf: ProtectCounts.process(protected, quotations: quotations))
    try process.append(
      ProcessRecord(
        stage: "protect", what: "verdicts that hang on outliers, not told", count: verdicts.withheld, feature: "EDT-05")
    )
    try write(StewardFiles.disclosureLog(protected), to: stage.steward("disclosure-log.csv"))
    try write(StewardFiles.protectionLevels(protected), to: stage.steward("protection-levels.csv"))

    try stage.conserve(
      "cells", in: protected.cellsIn,
      out: [
        "shown": protected.count(.shown), "zero": protected.count(.zero),
        "cannotOccur": protected.count(.cannotOccur), "uncertain": protected.count(.uncertain),
        "confidential": protected.count(.confidential), "notAsked": protected.count(.notAsked),
        "replaced": protected.replacedCount,
      ])
    stage.summary(
      "\(protected.cellsIn) cells in, \(protected.count(.shown)) shown, \(protected.count(.confidential)) confidential")
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    let file = try OutputFile(path: path)
    try file.write(bytes)
    try file.close()
  }
}
