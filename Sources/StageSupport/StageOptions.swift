import ArgumentParser
import Diagnostics

/// What every program takes on its command line.
///
///     @OptionGroup var options: StageOptions
package struct StageOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Folder of the study, such as Pipelines/demo-k.", valueName: "dir"))
  package var study: String

  @Option(help: ArgumentHelp("Folder of the study's stages. (default: Stages/<study>)", valueName: "dir"))
  package var stages: String?

  @Option(help: ArgumentHelp("Folder of the study's data. (default: what study.yaml says)", valueName: "dir"))
  package var data: String?

  @Option(help: ArgumentHelp("Folder of the study's report. (default: Reports/<study>)", valueName: "dir"))
  package var reports: String?

  @Option(help: ArgumentHelp("Cores to use; the result is the same. (default: all)", valueName: "n"))
  package var threads: Int?

  @Option(help: ArgumentHelp("The day to count from. (default: what study.yaml says)", valueName: "date"))
  package var asOf: String?

  @Flag(help: "Look at the study and the input, and write nothing.")
  package var check = false

  @Flag(help: "Say what would be made again and which content forces it, and write nothing.")
  package var why = false

  @Flag(help: "Print problems only.")
  package var quiet = false

  @Option(help: ArgumentHelp("Colours: auto, always or never.", valueName: "when"))
  package var color = ColorChoice.auto

  @Option(help: ArgumentHelp("Write what the screen shows at the end of this file too.", valueName: "file"))
  package var log: String?

  package init() {}

  package func validate() throws {
    if let threads, !(1...256).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 256.")
    }
    if let asOf, !isDate(asOf) { throw ValidationError("--as-of takes a date such as 2026-04-15.") }
    for (name, path) in [("--study", study), ("--stages", stages), ("--data", data), ("--reports", reports)]
    where path == "" {
      throw ValidationError("\(name) takes a folder.")
    }
  }
}

extension ColorChoice: ExpressibleByArgument {}

/// Whether the text has the form of an ISO date and its parts lie within their bounds.
private func isDate(_ text: String) -> Bool {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard parts.map(\.utf8.count) == [4, 2, 2], text.utf8.allSatisfy({ $0 == 45 || (48...57).contains($0) }),
    let month = Int(parts[1]), let day = Int(parts[2])
  else { return false }
  return (1...12).contains(month) && (1...31).contains(day)
}
