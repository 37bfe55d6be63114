import ArgumentParser
import Diagnostics

/// One stage of the walk as a program: it says what it reads and writes, and does its work in `run(_:)`.
/// Arguments, study, lock, checks, cores, progress, manifest, exit code are done for it.
///
///     @main
///     struct SurveyClean: StageCommand {
///       static let summary = "Edit ingested responses and log each change with its reason."
///       static let examples = ["survey-clean --study Pipelines/demo-k", "survey-clean --study Pipelines/demo-k --check"]
///       static let reads = [StageFolder.ingested]
///       static let writes: StageFolder? = .cleaned
///       static let producerVersion = 1
///       @OptionGroup var options: StageOptions
///
///       func run(_ stage: StageRun) async throws { … }
///     }
package protocol StageCommand: AsyncParsableCommand {
  /// One sentence for `--help`.
  static var summary: String { get }
  /// Two command lines for `--help`.
  static var examples: [String] { get }
  static var reads: [StageFolder] { get }
  /// `nil` for the stage that writes `Reports/<study>`.
  static var writes: StageFolder? { get }
  /// Raised with every change that may alter the output, so that `--why` sees it.
  static var producerVersion: Int { get }
  /// Binds the program to its input, the study and its output before it opens a stage's file. Default: no.
  static var isSandboxed: Bool { get }

  /// Reads the stages, prints on standard output and makes nothing: no lock, no folder, no manifest. Default: no.
  static var onlyReads: Bool { get }

  var options: StageOptions { get }
  /// Arguments of the program's own that alter the output, for manifest and `--why`. Default: none.
  var ownOptions: [String: String] { get }

  /// What `--check` looks at beyond study and input folders, such as that declared sources exist. Default:
  /// nothing. Runs before `run(_:)` too.
  func check(_ stage: StageRun) throws
  /// The work: reads inputs and data of the stage, writes its outputs.
  func run(_ stage: StageRun) async throws
}

extension StageCommand {
  package static var isSandboxed: Bool { false }
  package static var onlyReads: Bool { false }
  package var ownOptions: [String: String] { [:] }
  package func check(_ stage: StageRun) throws {}

  /// `SurveyClean` is `survey-clean`.
  package static var program: String {
    var name = ""
    for letter in "\(Self.self)" {
      if letter.isUppercase, !name.isEmpty { name += "-" }
      name += letter.lowercased()
    }
    return name
  }

  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: program, abstract: summary,
      discussion: "Examples:\n" + examples.map { "  " + $0 }.joined(separator: "\n"),
      version: "\(program) \(producerVersion)")
  }

  /// Stays on the main thread up to the run itself, with no other thread started yet: the sandbox binds only
  /// the thread that closes it and those that come after.
  @MainActor package static func main() async { await main(nil) }

  @MainActor package static func main(_ arguments: [String]?) async {
    let command = parseOrExit(arguments)
    let execution = Execution(command)
    let prepared = execution.prepare()
    exit(withError: ExitCode(await execution.carryOut(prepared).rawValue))
  }

  package func run() async throws {
    let execution = Execution(self)
    throw ExitCode(await execution.carryOut(execution.prepare()).rawValue)
  }
}
