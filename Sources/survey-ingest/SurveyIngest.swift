import ArgumentParser
import ConfidentialRecords
import IngestStage
import StageSupport

@main
enum Program {
  @MainActor static func main() async {
    if DescribeCommand.isMeant(by: CommandLine.arguments) { return DescribeCommand.main() }
    await SurveyIngest.main(nil)
  }
}

/// Reads what came in, page by page and row by row, and drops all contact data before anything is written.
struct SurveyIngest: StageCommand {
  static let summary = "Read questionnaires, pages and the sampling frame into records, without contact data."
  static let examples = [
    "survey-ingest --study Pipelines/demo-k", "survey-ingest --study Pipelines/demo-k --data Data/demo-k --check",
    "survey-ingest --describe survey.lss      prints a draft questionnaire; needs no study",
  ]
  static let reads: [StageFolder] = []
  static let writes: StageFolder? = .ingested
  static let producerVersion = 1
  @OptionGroup var options: StageOptions

  func check(_ stage: StageRun) throws {
    // A run looks for everything itself.
    guard options.check else { return }
    _ = try Ingester(study: stage.study, dataFolder: stage.dataFolder)
  }

  func run(_ stage: StageRun) async throws {
    let ingester = try Ingester(study: stage.study, dataFolder: stage.dataFolder)
    stage.expect(ingester.fileCount)

    try stage.output(FrameUnitRecord.self, "frame").append(contentsOf: ingester.frame)
    let responses = try stage.output(ResponseRecord.self, "responses")
    let pages = try stage.output(PageRecord.self, "pages")
    let rejected = try stage.output(RejectedRecord.self, "rejected")
    let hasInventories = !stage.study.inventories.isEmpty
    let inventory = hasInventories ? try stage.output(InventoryEntryRecord.self, "inventory") : nil
    let counts = try await ingester.run(threads: stage.threads) {
      (EncodedRecords($0.responses), EncodedRecords($0.pages), EncodedRecords($0.rejected))
    } into: { ingested, lines in
      try responses.append(lines.0)
      try pages.append(lines.1)
      try rejected.append(lines.2)
      try inventory?.append(contentsOf: ingested.entries)
      for problem in ingested.problems { stage.warn(problem) }
      stage.advance()
    }
    for path in ingester.paths(readBy: counts) {
      _ = try await stage.data.files(matching: path, threads: stage.threads)
    }
    try stage.output(ProcessRecord.self, "process")
      .append(contentsOf: counts.records(frame: ingester.frame, vintage: stage.study.frame.vintage))

    try stage.conserve(
      "files and rows", in: counts.input,
      out: ["responses": responses.count, "pages": pages.count, "rejected": rejected.count])
    try stage.checkRejectLimit(rejected: counts.rejected, of: counts.input)
    stage.summary(
      "\(counts.input) files and rows in, \(counts.responses) responses, "
        + "\(counts.pages) \(counts.pages == 1 ? "page" : "pages"), \(counts.rejected) rejected")
  }
}
