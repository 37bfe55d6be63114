import ArgumentParser
import Diagnostics
import FileSafety
import Foundation
import SimulateTool

/// Makes a study's sample data, whose truth is known because it is made up.
@main
struct SurveySimulate: AsyncParsableCommand {
  enum Kind: String, ExpressibleByArgument, CaseIterable { case sample, cleaned, forms }

  static let configuration = CommandConfiguration(
    commandName: "survey-simulate",
    abstract: "Write a study's sample data and its known truth from a seed.",
    discussion: """
      Examples:
        survey-simulate --study Pipelines/demo-k --output SampleData
        survey-simulate --study Pipelines/demo-k --output /tmp/cleaned --as cleaned --employers 200000
      """,
    version: "survey-simulate 1")

  @Option(help: "The study's folder, with simulation.yaml and simulation-templates.") var study: String
  @Option(help: "Where the data go; a sample gets a folder of its own in it, beside truth/.") var output: String
  @Option(name: .customLong("as"), help: "The study's sample, or large data for measuring speed.")
  var kind = Kind.sample
  @Option(help: "How many employers, of cleaned and forms.") var employers = 1000
  @Option(help: "How many cores to use.") var threads = ProcessInfo.processInfo.activeProcessorCount

  func run() async throws {
    do {
      let simulation = try Simulation(studyFolder: study)
      switch kind {
      case .sample: try SampleFolders(output: output, study: simulation.study).replace(with: simulation.files())
      case .cleaned:
        try createFolders(output, mode: 0o755)
        try await simulation.writeCleaned(employers: employers, to: output, threads: threads)
      case .forms:
        try createFolders(output, mode: 0o755)
        var folder = SampleOutput(folder: output)
        try await simulation.makeForms(employers: employers, threads: threads) { try folder.write($0) }
      }
    } catch let fault as FileFault {
      throw end(fault.failure)
    } catch let failure as StageFailure {
      throw end(failure)
    }
  }

  private func end(_ failure: StageFailure) -> ExitCode {
    let printer = ProblemPrinter(color: .auto)
    for problem in failure.problems { FileHandle.standardError.write(Data(printer.text(of: problem).utf8)) }
    return ExitCode(failure.exit.rawValue)
  }
}
