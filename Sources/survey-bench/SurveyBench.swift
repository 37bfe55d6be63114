import ArgumentParser
import ConfidentialRecords
import Diagnostics
import RecordStreams

/// What `make bench` measures beside the six programs: reading and copying typed records, nothing else.
@main
struct SurveyBench: AsyncParsableCommand {
  enum Work: String, ExpressibleByArgument, CaseIterable { case read, copy }

  static let configuration = CommandConfiguration(
    commandName: "survey-bench",
    abstract: "Read or copy a file of employer records, as the yardstick for the stages.",
    discussion: """
      Examples:
        survey-bench read Stages/demo-k/2-cleaned/employers.ndjson
        survey-bench copy Stages/demo-k/2-cleaned/employers.ndjson --to /tmp/copy.ndjson --threads 2
      """)

  @Argument var work: Work
  @Argument(help: "An employers.ndjson.") var file: String
  @Option(help: "Where the copy goes.") var to: String = "/dev/null"
  @Option var threads: Int = 1

  func run() async throws {
    let reader = try NDJSONReader<EmployerRecord>(path: file)
    var employers = 0
    var occupations = 0
    switch work {
    case .read:
      try await orderedMap(
        threads: threads, from: reader.nextChunk,
        { chunk in
          let records = try NDJSONReader<EmployerRecord>.decode(chunk)
          return (records.count, records.reduce(0) { $0 + $1.occupations.count })
        },
        into: {
          employers += $0
          occupations += $1
        })
    case .copy:
      let writer = try NDJSONWriter<EmployerRecord>(path: to)
      try await orderedMap(
        threads: threads, from: reader.nextChunk,
        { chunk in
          let records = try NDJSONReader<EmployerRecord>.decode(chunk)
          return (NDJSONWriter<EmployerRecord>.encode(records), records.count)
        },
        into: { try writer.append(bytes: $0, count: $1) })
      employers = writer.recordCount
      try writer.close()
    }
    print("\(employers) employers, \(occupations) occupations")
  }
}
