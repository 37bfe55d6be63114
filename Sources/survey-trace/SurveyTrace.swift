import ArgumentParser
import ConfidentialRecords
import Diagnostics
import Foundation
import ReleasedRecords
import StageSupport
import TraceTool

/// From a printed figure to its origin. Reads what the stages have written, prints, and writes nothing.
@main
struct SurveyTrace: StageCommand {
  static let summary =
    "Say where a printed figure comes from: formula, grade, weights, counts, questions, why it is hidden."
  static let examples = [
    "survey-trace --study Pipelines/demo-k posts-to-fill/postsToFill/occupation=5/horizon=5",
    "survey-trace --study Pipelines/demo-k 'hiring-supports/hiringSupports/sector=private;item=mentor'",
  ]
  static let reads = [StageFolder.estimated, .matched, .released]
  static let writes: StageFolder? = nil
  static let onlyReads = true
  static let producerVersion = 1

  @OptionGroup var options: StageOptions
  @Argument(help: ArgumentHelp("The cell, as the id column of a table has it.", valueName: "cell"))
  var cell: String

  func run(_ stage: StageRun) async throws {
    let cells = try stage.input(ReleasedCell.self, "cells", from: .released).all()
    var records = TraceRecords(cell: try CellAddress(cell).find(in: cells))
    let id = records.cell.id
    for try await estimate in try stage.input(EstimateRecord.self, "estimates", from: .estimated)
    where records.isBehind(estimate) { records.estimate = estimate }
    for try await gap in try stage.input(GapRecord.self, "gaps", from: .matched)
    where records.isBehind(gap) { records.gap = gap }
    for try await rank in try stage.input(ReleasedRank.self, "ranks", from: .released) where rank.cell == id {
      records.rank = rank
    }
    for try await editing in try stage.input(ReleasedEditing.self, "editing", from: .released) where editing.cell == id
    {
      records.editing = editing
    }
    records.fieldwork = try stage.input(FieldworkRecord.self, "fieldwork", from: .estimated).all()
    records.process = try stage.input(ProcessRecord.self, "process", from: .released).all()
    records.disclosure = try DisclosureEntry.read(id, from: stage.stewardRecord("protect/disclosure-log.csv"))
    let page = MethodPages.page(of: records.cell.indicator, in: Self.methodPages())
    FileHandle.standardOutput.write(Data(Trace(records, study: stage.study, page: page).text.utf8))
  }

  /// Of the working folder; a study far from the project's own folder has none.
  private static func methodPages() -> [(name: String, text: String)] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: MethodPages.folder)) ?? []
    return names.filter { $0.hasSuffix(".md") && $0 != "README.md" }.sorted().compactMap { name in
      (try? String(contentsOfFile: "\(MethodPages.folder)/\(name)", encoding: .utf8)).map { (name, $0) }
    }
  }
}
