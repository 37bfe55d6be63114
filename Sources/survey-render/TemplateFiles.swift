import Diagnostics
import FoundationEssentials
import RenderStage
import SurveyModel

/// The template of each language: the study's own, else the one that studies share.
///
/// - Throws: `StageFailure` `.wrongStudyFile` for one that is missing or no text.
func templates(of studyFolder: String) throws(StageFailure) -> [Language: TemplateText] {
  var templates: [Language: TemplateText] = [:]
  for language in Language.allCases {
    let name = "templates/report.\(language.rawValue).mustache"
    let own = studyFolder + "/" + name
    let path = FileManager.default.fileExists(atPath: own) ? own : studyFolder + "/../" + name
    guard let data = FileManager.default.contents(atPath: path), let text = String(validating: data, as: UTF8.self)
    else {
      throw StageFailure(
        .wrongStudyFile,
        [
          Problem(
            .error, at: SourceLocation(path: path), "the report's template is missing, or is not UTF-8",
            hint: "put it there, or into the study's own folder templates")
        ])
    }
    templates[language] = TemplateText(path: path, text: text)
  }
  return templates
}
