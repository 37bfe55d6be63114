import Glibc
import StageSupport

/// Three stages in one program: `stage-probe source …`, `double …`, `publish …`.
@main
struct StageProbe {
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst(2))
    switch CommandLine.arguments.dropFirst().first {
    case "source": await SurveySource.main(arguments)
    case "double": await SurveyDouble.main(arguments)
    case "publish": await SurveyPublish.main(arguments)
    default: exit(64)
    }
  }
}
