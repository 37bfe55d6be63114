import ArgumentParser
import Diagnostics
import Foundation
import IngestStage

/// `survey-ingest --describe FILE`: needs no study, for it is where a study begins.
struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "survey-ingest", abstract: "Print a draft questionnaire file made of a survey tool's own file.",
    discussion: """
      Examples:
        survey-ingest --describe survey.lss > Pipelines/my-study/questionnaires/employer.yaml
        survey-ingest --describe archive.lsa --questionnaire-id employer
      """)

  @Option(help: ArgumentHelp("The file, such as a LimeSurvey structure (.lss) or archive (.lsa).", valueName: "file"))
  var describe: String

  @Option(name: .customLong("questionnaire-id"), help: "The id to write into it. (default: the file's name)")
  var questionnaireID: String?

  /// Whether the command line asks for this and not for a run of the stage.
  static func isMeant(by arguments: [String]) -> Bool {
    arguments.dropFirst().contains { $0 == "--describe" || $0.hasPrefix("--describe=") }
  }

  func validate() throws {
    if questionnaireID?.isEmpty == true { throw ValidationError("--questionnaire-id takes a name.") }
  }

  func run() throws {
    do throws(StageFailure) {
      let draft = try QuestionnaireDescriber.describe(describe, id: questionnaireID)
      FileHandle.standardOutput.write(Data(draft.utf8))
    } catch {
      let printer = ProblemPrinter(color: .auto)
      for problem in error.problems { FileHandle.standardError.write(Data(printer.text(of: problem).utf8)) }
      throw ExitCode(error.exit.rawValue)
    }
  }
}
