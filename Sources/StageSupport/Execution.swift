import Diagnostics
import FileSafety
import RecordStreams
import StudyFiles
import SurveyModel

/// Everything about a run that is the same for every stage.
final class Execution<Command: StageCommand> {
  private let command: Command
  private let options: StageOptions
  private let folders: StudyFolders
  private let screen: Screen
  private let progress: Progress
  private let problems = ProblemLog()
  /// Held until the run is over.
  private var lock: Lock?

  init(_ command: Command) {
    self.command = command
    options = command.options
    folders = StudyFolders(options)
    screen = Screen(color: options.color, isQuiet: options.quiet)
    progress = Progress(screen, program: Command.program)
  }

  // MARK: Before the first await

  /// Loads the study, takes the lock, clears up after killed runs, closes the sandbox.
  func prepare() -> Result<StageRun, any Error> {
    Result {
      if let log = options.log { try screen.openLog(log) }
      let study = try StudyLoader.load(folder: folders.study)
      let run = StageRun(
        study: study, options: options, folders: folders, threads: options.threads ?? availableCores(),
        problems: problems, progress: progress, program: Command.program)
      if !options.check, !options.why, !Command.onlyReads {
        lock = try Lock(folders.lock)
        try FolderSwap.removeLeftovers(beside: target)
        try FolderSwap.removeLeftovers(beside: run.stewardFolder)
      }
      if Command.isSandboxed { try closeSandbox(run) }
      return run
    }
  }

  private var target: String { folders.target(of: Command.writes) }

  /// The new folder is made before: beside it nothing can be written, nor a file be read, wherever it lies.
  private func closeSandbox(_ run: StageRun) throws {
    if lock != nil { run.target = try FolderSwap(replacing: target, mode: targetMode) }
    let inputs = Command.reads.map { folders.target(of: $0) }
    let verdict = try Sandbox.restrict(
      read: inputs + [folders.study, target] + folders.shared, write: run.target.map { [$0.path] } ?? [],
      swap: run.target.map { [parent(of: $0.final)] } ?? [])
    if verdict == .unsupported {
      problems.append(Problem(.note, "this kernel has no Landlock: \(Command.program) runs without its sandbox"))
    }
  }

  // MARK: The run

  /// Runs to the end, prints what there is to say, and gives the exit code.
  func carryOut(_ prepared: Result<StageRun, any Error>) async -> StageExit {
    var exit = StageExit.done
    var lines: [String] = []
    do {
      let run = try prepared.get()
      if options.why {
        if !Command.onlyReads { try why(run) }
      } else {
        lines = try await options.check ? [check(run)] : Command.onlyReads ? read(run) : [make(run)]
      }
    } catch {
      exit = report(error)
    }
    progress.clear()
    screen.show(problems)
    for line in lines { screen.say("\(Command.program): \(line)") }
    lock = nil
    return exit
  }

  private func why(_ run: StageRun) throws {
    let expected = try manifest(of: run, inputs: [])
    for line in try Staleness(
      of: target, isReport: Command.writes == nil, expected: expected, reads: Command.reads,
      stages: folders.stages, data: run.dataFolder
    ).lines { print(line) }
  }

  private func check(_ run: StageRun) async throws -> String {
    try await open(run)
    return "study and input are in order"
  }

  private func open(_ run: StageRun) async throws {
    run.inputs = try await InputFolders(
      Command.reads, in: folders.stages, of: run.study.id, threads: run.threads)
    try command.check(run)
    try stopAtErrors()
  }

  /// Of a program that makes nothing; it has printed what it has to say.
  private func read(_ run: StageRun) async throws -> [String] {
    try await open(run)
    try await command.run(run)
    try stopAtErrors()
    return []
  }

  private func make(_ run: StageRun) async throws -> String {
    do {
      try await open(run)
      let folder = try run.target ?? FolderSwap(replacing: target, mode: targetMode)
      run.target = folder
      try await command.run(run)
      for output in run.outputs { try output.close() }
      try stopAtErrors()
      var manifest = try manifest(of: run, inputs: run.inputs?.entries ?? [])
      manifest.files = try entries(of: folder, run.outputs)
      try manifest.write(folder.path + "/" + Manifest.name(isReport: Command.writes == nil))
      try commitSteward(run)
      if try isUnchanged(folder) { folder.discard() } else { try folder.commit() }
    } catch {
      run.stewardTarget?.discard()
      run.target?.discard()
      throw error
    }
    return run.summaryText ?? "\(run.outputs.reduce(0) { $0 + ($1.entry.records ?? 0) }) records out"
  }

  /// Whether the final folder is already what was made, byte for byte. It then stays as it is, times and all,
  /// and nothing that depends on it need run.
  private func isUnchanged(_ folder: FolderSwap) throws -> Bool {
    let name = Manifest.name(isReport: Command.writes == nil)
    let made = try Manifest.read(folder.path + "/" + name, madeBy: Command.program)
    guard let old = try? Manifest.read(folder.final + "/" + name, madeBy: Command.program),
      old.digest == made.digest, try files(beneath: folder.final) == files(beneath: folder.path)
    else { return false }
    return try old.manifest.files.allSatisfy {
      try difference(of: folder.final + "/" + $0.name, from: $0, madeBy: Command.program) == nil
    }
  }

  /// The steward's folder comes first: what is published never speaks of more than the steward can look up.
  /// What an earlier run left there and this one has no word on is removed.
  private func commitSteward(_ run: StageRun) throws {
    if let steward = run.stewardTarget { try steward.commit() } else { try removeTree(run.stewardFolder) }
    run.stewardTarget = nil
  }

  private func entries(of folder: FolderSwap, _ outputs: [any StageOutput]) throws -> [Manifest.File] {
    try files(beneath: folder.path).map { name in
      if let output = outputs.first(where: { $0.name == name }) { return output.entry }
      var entry = Manifest.File()
      entry.name = name
      entry.sha256 = try Digest.ofFile(folder.path + "/" + name) { entry.bytes += $0.count }.description
      return entry
    }
  }

  private func manifest(of run: StageRun, inputs: [Manifest.Input]) throws -> Manifest {
    var manifest = Manifest()
    manifest.asOf = run.asOf
    manifest.conservation = run.conservation
    manifest.data = run.data.sources
    manifest.inputs = inputs
    manifest.options = command.ownOptions
    manifest.producer.name = Command.program
    manifest.producer.version = Command.producerVersion
    manifest.study = try Manifest.StudyContent(
      of: run.study, in: folders.study, forReport: Command.writes == nil)
    return manifest
  }

  private func stopAtErrors() throws(StageFailure) {
    if problems.hasErrors { throw StageFailure(.wrongData, []) }
  }

  /// What is published is for all to read, the rest for its owner alone.
  private var targetMode: UInt32 { Command.writes == nil ? 0o755 : 0o700 }

  // MARK: Errors

  private func report(_ error: any Error) -> StageExit {
    switch error {
    case let failure as StageFailure:
      problems.append(contentsOf: failure.problems)
      return failure.exit
    case let fault as FileFault:
      return report(fault.failure)
    default:
      // Its text might hold what a respondent wrote; its type does not.
      problems.append(
        Problem(
          .error, "an error that nobody expected", got: "\(type(of: error))",
          hint: "report it with the command line; the earlier output stands as it was"))
      return .ourFault
    }
  }
}
