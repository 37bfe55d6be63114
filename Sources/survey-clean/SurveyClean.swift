import ArgumentParser
import CleanStage
import ConfidentialRecords
import Diagnostics
import StageSupport

/// Types, codes and edits ingested responses, one record an employer, and writes down every change.
@main
struct SurveyClean: StageCommand {
  static let summary = "Edit ingested responses and log each change with its reason."
  static let examples = [
    "survey-clean --study Pipelines/demo-k", "survey-clean --study Pipelines/demo-k --threads 1 --as-of 2026-04-15",
  ]
  static let reads = [StageFolder.ingested]
  static let writes: StageFolder? = .cleaned
  static let producerVersion = 1

  @OptionGroup var options: StageOptions

  func run(_ stage: StageRun) async throws {
    let units = try stage.input(FrameUnitRecord.self, "frame", from: .ingested)
    let frame = try FrameLookup(units.all(), for: stage.study, path: units.path)
    let decisions = try Decisions.read(DecisionFiles(in: stage.data.optionalFile), for: stage.study)
    let cleaner = try Cleaner(stage.study, frame: frame, decisions: decisions.standing(on: stage.asOf))

    let run = try CleanRun(stage.study, frame, cleaner, layingAsideIn: stage.folder())
    let responses = try stage.input(ResponseRecord.self, "responses", from: .ingested)
    try await responses.fold(
      cleaner.emptyChunk, { cleaner.clean($1, into: &$0) },
      sink: { chunk in
        chunk.problems(under: stage.dataFolder).forEach(stage.warn)
        try run.take(chunk)
      })

    let process = try stage.output(ProcessRecord.self, "process")
    try stage.input(ProcessRecord.self, "process", from: .ingested).forEach(process.append)
    try stage.input(PageRecord.self, "pages", from: .ingested).forEach(stage.output(PageRecord.self, "pages").append)
    if !stage.study.inventories.isEmpty { try await cleanInventories(stage, process) }
    let askAgain = try AskAgainFile(path: stage.steward("ask-again.csv"))
    try run.finish(
      CleanSinks(
        employer: stage.output(EmployerRecord.self, "employers").append(line:),
        design: stage.output(DesignRecord.self, "design").append,
        frame: stage.output(FrameCellRecord.self, "frame").append,
        edit: stage.output(EditRecord.self, "edits").append(line:),
        rejected: stage.output(RejectedRecord.self, "rejected").append, process: process.append,
        askAgain: askAgain.append))
    try askAgain.close()
    try run.writeWorklist(to: stage.steward("coding-worklist.csv"))
    try run.writeAgreement { () throws(StageFailure) in try stage.steward("coder-agreement.csv") }

    run.notes.forEach(stage.note)
    try stage.conserve("responses", in: responses.count, out: run.totals.parts)
    try stage.conserve(
      "records made again from answers and edits", in: run.totals.cleaned, out: ["equal": run.totals.replayed])
    try stage.checkRejectLimit(rejected: run.totals.rejected, of: responses.count)
    stage.summary(run.totals.summary)
  }

  /// Every entry goes on, and beside them the municipalities that nobody has heard from.
  private func cleanInventories(_ stage: StageRun, _ process: RecordOutput<ProcessRecord>) async throws {
    var cleaner = InventoryCleaner(stage.study, dataFolder: stage.dataFolder)
    let entries = try stage.input(InventoryEntryRecord.self, "inventory", from: .ingested)
    let output = try stage.output(InventoryRecord.self, "inventory")
    for try await entry in entries {
      let cleaned = cleaner.clean(entry)
      cleaned.problems.forEach(stage.warn)
      try output.append(cleaned.record)
    }
    try stage.conserve("inventory entries", in: entries.count, out: ["inventory": output.count])
    try output.append(contentsOf: cleaner.holes())
    try process.append(contentsOf: cleaner.process())
  }
}
