import Diagnostics
import StudyFiles
import SurveyModel
import Testing

/// The top folder of the package.
let packageFolder = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

@Suite("Demo K's study files")
struct DemoKTests {
  @Test("say what they should")
  func loads() {
    do throws(StageFailure) {
      let study = try StudyLoader.load(folder: packageFolder + "/Pipelines/demo-k")
      #expect(study.id == "demo-k")
    } catch {
      for problem in error.problems {
        Issue.record(
          "\(problem.location?.description ?? "") \(problem.summary) exp \(problem.expected ?? "") got \(problem.got ?? "") \(problem.hint ?? "")"
        )
      }
    }
  }
}
