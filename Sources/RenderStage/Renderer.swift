import Diagnostics
import ReleasedRecords

/// A file of the report: its path within the report's folder, and what it holds.
package struct RenderedFile: Sendable {
  package var path: String
  package var bytes: [UInt8]

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }
}

/// A template as it lies on disk.
package struct TemplateText: Sendable {
  /// For error messages.
  package var path: String
  package var text: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}

/// Makes the report of a study from what was released: text and figures in both languages, tables for machines.
///
/// Same records and templates, same bytes.
package struct Renderer {
  private let study: Study
  private let released: Released
  private let templates: [Language: StrictTemplate]

  /// - Throws: `wrongStudyFile` for a template that cannot be read as one.
  package init(study: Study, released: Released, templates: [Language: TemplateText]) throws(StageFailure) {
    self.study = study
    self.released = released
    var strict: [Language: StrictTemplate] = [:]
    for (language, template) in templates {
      strict[language] = try StrictTemplate(path: template.path, text: template.text)
    }
    self.templates = strict
  }

  /// Every file but `run.json`, sorted by path.
  ///
  /// - Throws: `wrongStudyFile` with every name of a template that nothing provides.
  package func files() throws(StageFailure) -> [RenderedFile] {
    var files: [RenderedFile] = []
    for language in Language.allCases {
      let report = Report(study: study, released: released, language: language)
      if let template = templates[language] {
        let text = try report.text(from: template)
        files.append(RenderedFile(path: "report.\(language.rawValue).md", text: text))
      }
      do { files += try Figures(report: report).files() } catch {
        throw StageFailure(.ourFault, [Problem(.error, "a figure could not be drawn", got: "\(error)")])
      }
      files.append(Codebook(study: study, language: language).file)
    }
    let tables = TableFiles(study: study, released: released)
    files += tables.files
    files.append(DataPackage(study: study, tables: tables.all).file)
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
