import ArgumentParser
import Foundation
import RecordStreams
import StageSupport

/// Writes a report of one file, from within the sandbox; tries to open what it is given besides.
struct SurveyPublish: StageCommand {
  static let summary = "Publish the sum."
  static let examples = ["survey-publish --study Pipelines/demo-k", "survey-publish --study Pipelines/demo-k --quiet"]
  static let reads = [StageFolder.cleaned]
  static let writes: StageFolder? = nil
  static let producerVersion = 1
  static let isSandboxed = true

  @OptionGroup var options: StageOptions
  @Option var open: String?

  func run(_ stage: StageRun) async throws {
    var sum = 0
    for try await record in try stage.input(DoubledRecord.self, "doubled", from: .cleaned) { sum += record.doubled }
    if let open { _ = try String(contentsOfFile: open, encoding: .utf8) }
    try "sum,\(sum)\n".write(toFile: try stage.file("tables/sum.csv"), atomically: false, encoding: .utf8)
    stage.summary("1 table")
  }
}
