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
    abstract: "Read or copy a file of records, as the yardstick for the stages.",
    discussion: """
      Examples:
        survey-bench read Stages/demo-k/2-cleaned/employers.ndjson
        survey-bench copy Stages/demo-k/2-cleaned/employers.ndjson --to /tmp/copy.ndjson --threads 2
      """)

  @Argument var work: Work
  @Argument(help: "An employers.ndjson or a responses.ndjson.") var file: String
  @Option(help: "Where the copy goes.") var to: String = "/dev/null"
  @Option var threads: Int = 1
  @Option(help: "What the file holds.") var of = Kind.employers

  enum Kind: String, ExpressibleByArgument, CaseIterable { case employers, responses }

  func run() async throws {
    switch of {
    case .employers: try await run(EmployerRecord.self)
    case .responses: try await run(ResponseRecord.self)
    }
  }

  private func run<R: Record>(_ type: R.Type) async throws {
    let reader = try NDJSONReader<R>(path: file)
    var count = 0
    switch work {
    case .read:
      try await orderedMap(threads: threads, from: reader.nextChunk) { chunk in
        try NDJSONReader<R>.decode(chunk).count
      } into: {
        count += $0
      }
    case .copy:
      let writer = try NDJSONWriter<R>(path: to)
      try await orderedMap(threads: threads, from: reader.nextChunk) { chunk in
        let records = try NDJSONReader<R>.decode(chunk)
        return (NDJSONWriter<R>.encode(records), records.count)
      } into: {
        try writer.append(bytes: $0, count: $1)
      }
      count = writer.recordCount
      try writer.close()
    }
    print("\(count) records")
  }
}
