import ArgumentParser
import Diagnostics
import Foundation
import Glibc
import RecordStreams
import StageSupport

/// Doubles every number on all cores, sorts by unit, and misbehaves when asked to.
struct SurveyDouble: StageCommand {
  static let summary = "Double every number."
  static let examples = ["survey-double --study Pipelines/demo-k", "survey-double --study Pipelines/demo-k --check"]
  static let reads = [StageFolder.ingested]
  static let writes: StageFolder? = .cleaned
  static let producerVersion = 2

  enum Act: String, ExpressibleByArgument {
    case work, hang, lose, surprise, errors, readAnotherSchema, readAnotherFile
  }

  /// Its text holds what nobody may see.
  struct Surprise: Error { var answer = "a secret answer" }

  @OptionGroup var options: StageOptions
  @Option var act = Act.work

  func run(_ stage: StageRun) async throws {
    let units = try stage.input(UnitRecord.self, "units", from: .ingested)
    let doubled = try stage.output(DoubledRecord.self, "doubled")
    switch act {
    case .work: break
    case .hang:
      try doubled.append(DoubledRecord())
      print("halfway")
      fflush(nil)
      sleep(60)
    case .lose: try stage.conserve("units", in: 3, out: ["doubled": 1, "rejected": 1])
    case .surprise: throw Surprise()
    case .errors:
      for line in 1...2 {
        stage.problems.append(Problem(.error, at: SourceLocation(path: "codes.csv", line: line), "no such code"))
      }
    case .readAnotherSchema: _ = try stage.input(DoubledRecord.self, "units", from: .ingested)
    case .readAnotherFile: _ = try stage.input(UnitRecord.self, "persons", from: .ingested)
    }

    var sum = 0
    try await units.map { units in
      let doubled = units.map { unit in
        var doubled = DoubledRecord()
        doubled.unit = unit.unit
        doubled.doubled = 2 * unit.number
        return doubled
      }
      return (EncodedRecords(doubled), doubled.reduce(0) { $0 + $1.doubled })
    } sink: { records, part in
      try doubled.append(records)
      sum += part
    }
    try stage.sort(doubled) { SortKey([$0.unit]) }
    try "\(sum)\n".write(toFile: try stage.steward("sum.txt"), atomically: false, encoding: .utf8)
    try stage.conserve("units", in: units.count, out: ["doubled": doubled.count])
  }
}
