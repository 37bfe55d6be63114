import ArgumentParser
import Diagnostics
import FileSafety
import Foundation
import SimulateTool

/// Makes a study's sample data, whose truth is known because it is made up.
@main
struct SurveySimulate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "survey-simulate",
    abstract: "Write a study's sample data and its known truth from a seed.")

  @Option(help: "The study's folder, such as Pipelines/demo-k.") var study: String
  @Option(help: "Where the sample data go; the study gets a folder of its own there.") var output: String

  func run() throws {
    do {
      let simulation = try Simulation(studyFolder: study)
      let files = simulation.files()
      let prefix = "\(simulation.study)/"
      let swap = try FolderSwap(replacing: "\(output)/\(simulation.study)", mode: 0o755)
      var data = SampleOutput(folder: swap.path)
      var rest = SampleOutput(folder: output)
      for file in files where file.path.hasPrefix(prefix) {
        try data.write(SampleFile(String(file.path.dropFirst(prefix.count)), file.bytes))
      }
      for file in files where !file.path.hasPrefix(prefix) {
        try rest.write(SampleFile(file.path + ".new", file.bytes))
      }
      try swap.commit()
      for file in files where !file.path.hasPrefix(prefix) {
        rename("\(output)/\(file.path).new", "\(output)/\(file.path)")
      }
    } catch let failure as StageFailure {
      for problem in failure.problems {
        FileHandle.standardError.write(Data("\(problem.location?.description ?? "-"): \(problem.summary) \(problem.expected ?? "") \(problem.got ?? "") \(problem.hint ?? "")\n".utf8))
      }
      throw ExitCode(failure.exit.rawValue)
    }
  }
}
