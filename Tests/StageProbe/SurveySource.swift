import ArgumentParser
import Diagnostics
import RecordStreams
import StageSupport

/// Reads `units/*.csv` of the data folder, a unit and a number a line, and what there may be beside them.
struct SurveySource: StageCommand {
  static let summary = "Read units."
  static let examples = ["survey-source --study Pipelines/demo-k", "survey-source --study Pipelines/demo-k --why"]
  static let reads: [StageFolder] = []
  static let writes: StageFolder? = .ingested
  static let producerVersion = 1

  @OptionGroup var options: StageOptions
  @Option var factor = 1

  var ownOptions: [String: String] { ["factor": "\(factor)"] }

  func check(_ stage: StageRun) throws { _ = try stage.data.file("frame.csv") }

  func run(_ stage: StageRun) async throws {
    let units = try stage.output(UnitRecord.self, "units")
    let rejected = try stage.output(UnitRecord.self, "rejected")
    _ = try stage.data.optionalFile("supply.csv")
    var lines = 0
    for file in try await stage.data.files(matching: "units/*.csv") {
      var reader = try CSVReader(path: stage.dataFolder + "/" + file)
      while let row = try reader.next() {
        lines += 1
        var unit = UnitRecord()
        unit.unit = row.fields[0]
        guard let number = Int(row.fields[1]) else {
          stage.warn(Problem(.warning, at: SourceLocation(path: file, line: row.line), "not a number"))
          try rejected.append(unit)
          continue
        }
        unit.number = number * factor
        try units.append(unit)
      }
    }
    try stage.conserve("lines", in: lines, out: ["units": units.count, "rejected": rejected.count])
    try stage.checkRejectLimit(rejected: rejected.count, of: lines)
    stage.summary("\(lines) lines in, \(units.count) out, \(rejected.count) rejected")
  }
}
