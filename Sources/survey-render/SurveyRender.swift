import ArgumentParser
import RecordStreams
import ReleasedRecords
import RenderStage
import StageSupport

/// Writes the report from what was released, and from nothing else: it is sandboxed to that, templates and output.
@main
struct SurveyRender: StageCommand {
  static let summary = "Write the report in Swedish and English, its tables and its figures."
  static let examples = [
    "survey-render --study Pipelines/demo-k", "survey-render --study Pipelines/demo-k --reports /tmp/report",
  ]
  static let reads = [StageFolder.released]
  static let writes: StageFolder? = nil
  static let producerVersion = 1
  static let isSandboxed = true
  @OptionGroup var options: StageOptions

  func check(_ stage: StageRun) throws {
    _ = try Renderer(study: stage.study, released: .empty, templates: templates(of: stage.studyFolder))
  }

  func run(_ stage: StageRun) async throws {
    let released = Released(
      cells: try stage.input(ReleasedCell.self, "cells", from: .released).all(),
      fieldwork: try stage.input(ReleasedFieldwork.self, "fieldwork", from: .released).all(),
      statements: try stage.input(Statement.self, "statements", from: .released).all(),
      facts: try stage.input(FactRecord.self, "facts", from: .released).all(),
      process: try stage.input(ProcessRecord.self, "process", from: .released).all(),
      editing: try stage.input(ReleasedEditing.self, "editing", from: .released).all(),
      contrasts: try stage.input(ReleasedContrast.self, "contrasts", from: .released).all(),
      ranks: try stage.input(ReleasedRank.self, "ranks", from: .released).all(),
      nonresponse: try stage.input(ReleasedNonresponse.self, "nonresponse", from: .released).all())
    let files = try Renderer(
      study: stage.study, released: released, templates: templates(of: stage.studyFolder)
    ).files()
    for rendered in files {
      let file = try OutputFile(path: try stage.file(rendered.path), mode: 0o644)
      try file.write(rendered.bytes)
      try file.close()
    }
    stage.summary("\(released.cells.count) cells in, \(files.count) files out")
  }
}
