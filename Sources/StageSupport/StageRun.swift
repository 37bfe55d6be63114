import Diagnostics
import FileSafety
import RecordStreams
import SurveyModel

/// A stage at work: what it may read, where it writes, and what it has to say.
package final class StageRun {
  package let study: Study
  /// Where the study's own files lie.
  package let studyFolder: String
  package let data: DataFolder
  package let reportsFolder: String
  /// The day the run counts from, ISO.
  package let asOf: String
  package let threads: Int
  package let problems: ProblemLog

  let stagesFolder: String
  let progress: Progress
  var inputs: InputFolders?
  var target: FolderSwap?
  var stewardTarget: FolderSwap?
  /// Where the steward's files of this stage go.
  let stewardFolder: String
  private(set) var outputs: [any StageOutput] = []
  private(set) var conservation: [Manifest.Conservation] = []
  private(set) var summaryText: String?

  init(
    study: Study, options: StageOptions, folders: StudyFolders, threads: Int, problems: ProblemLog,
    progress: Progress, program: String
  ) {
    self.study = study
    self.problems = problems
    self.threads = threads
    self.progress = progress
    studyFolder = folders.study
    stagesFolder = folders.stages
    reportsFolder = folders.reports
    data = DataFolder(options.data ?? study.dataFolder)
    asOf = options.asOf ?? study.asOf
    let stage = program.split(separator: "-").last.map(String.init) ?? program
    stewardFolder = folders.stages + "/steward/" + stage
  }

  package var dataFolder: String { data.path }

  // MARK: Reading

  /// The records of a file of an earlier stage: `stage.input(EmployerRecord.self, "employers", from: .cleaned)`.
  ///
  /// - Throws: `StageFailure` `.wrongData` when there is no such file, or one of another schema.
  package func input<R: Record>(
    _ type: R.Type, _ file: String, from folder: StageFolder
  ) throws(StageFailure) -> RecordInput<R> {
    guard let inputs else { throw ourFault("records are read before the input folders are verified") }
    let (path, count) = try inputs.find(file + ".ndjson", R.schema, in: folder)
    return RecordInput(path: path, count: count, threads: threads, progress: progress)
  }

  // MARK: Writing

  /// A file of records in the folder this stage makes: `stage.output(EditRecord.self, "edits")`.
  package func output<R: Record>(_ type: R.Type, _ file: String) throws(StageFailure) -> RecordOutput<R> {
    let name = file + ".ndjson"
    guard !outputs.contains(where: { $0.name == name }) else { throw ourFault("\(name) is opened twice") }
    let output = try RecordOutput<R>(name: name, path: try self.file(name))
    outputs.append(output)
    return output
  }

  /// Sorts an output that is complete, in bounded memory; equal keys keep their order.
  package func sort<R: Record>(_ output: RecordOutput<R>, by key: @escaping (R) -> SortKey) throws {
    try output.sort(by: key)
  }

  /// The path of another file in the folder this stage makes, such as `tables/occupations.csv`; folders on the
  /// way are made.
  package func file(_ relativePath: String) throws(StageFailure) -> String {
    guard let target else { throw ourFault("a file is written where nothing may be written") }
    return try place(relativePath, in: target)
  }

  /// The folder that this stage makes, for what is laid aside there and taken away again.
  package func folder() throws(StageFailure) -> String {
    guard let target else { throw ourFault("a file is written where nothing may be written") }
    return target.path
  }

  /// The path of a file for authorised eyes in `steward/<stage>`.
  package func steward(_ relativePath: String) throws(StageFailure) -> String {
    guard target != nil else { throw ourFault("a file is written where nothing may be written") }
    if let stewardTarget { return try place(relativePath, in: stewardTarget) }
    let opened = try withFiles { () throws(FileFault) in try FolderSwap(replacing: stewardFolder) }
    stewardTarget = opened
    return try place(relativePath, in: opened)
  }

  /// The path of a file that a stage has left for authorised eyes: `protect/disclosure-log.csv`.
  package func stewardRecord(_ relativePath: String) -> String { stagesFolder + "/steward/" + relativePath }

  // MARK: Saying

  package func note(_ summary: String, at location: SourceLocation? = nil) {
    problems.append(Problem(.note, at: location, summary))
  }

  package func note(_ problem: Problem) { problems.append(problem) }

  /// Counted, shown, and no reason to stop.
  package func warn(_ problem: Problem) { problems.append(problem) }

  /// The stage's one line, without its name: `412 responses in, 409 out, 3 rejected`.
  package func summary(_ text: String) { summaryText = text }

  /// How much lies ahead and is done, for the bar, where it is not records of an input.
  package func expect(_ count: Int) { progress.expect(count) }
  package func advance(by count: Int = 1) { progress.advance(by: count) }

  /// States that what went in came out, into the manifest.
  ///
  /// - Throws: `StageFailure` `.ourFault` when the counts do not add up.
  package func conserve(
    _ what: String, in count: Int, out: KeyValuePairs<String, Int>
  ) throws(StageFailure) {
    var statement = Manifest.Conservation()
    statement.what = what
    statement.in = count
    for (name, part) in out { statement.out[name, default: 0] += part }
    let total = out.reduce(0) { $0 + $1.value }
    guard total == count, out.allSatisfy({ $0.value >= 0 }) else {
      throw ourFault(
        "\(what) were lost or made up on the way", expected: "\(count)",
        got: out.map { "\($0.key) \($0.value)" }.joined(separator: " + ") + " = \(total)")
    }
    conservation.append(statement)
  }

  /// Stops when more was rejected than the study allows (`reject-limit`).
  package func checkRejectLimit(rejected: Int, of total: Int) throws(StageFailure) {
    guard Double(rejected) > study.rejectLimit * Double(total) else { return }
    throw StageFailure(
      .wrongData,
      [
        Problem(
          .error, at: SourceLocation(path: studyFolder + "/study.yaml"), "too much was rejected",
          expected: "at most \(study.rejectLimit) of \(total)", got: "\(rejected) of \(total)",
          hint: "look at the warnings; raise reject-limit if this is as it should be")
      ])
  }

  private func place(_ relativePath: String, in folder: FolderSwap) throws(StageFailure) -> String {
    let path = folder.path + "/" + relativePath
    try withFiles { () throws(FileFault) in try createFolders(parent(of: path)) }
    return path
  }

  private func ourFault(_ summary: String, expected: String? = nil, got: String? = nil) -> StageFailure {
    StageFailure(.ourFault, [Problem(.error, summary, expected: expected, got: got)])
  }
}
