import Diagnostics
import Foundation
import SurveyModel
import Testing

@testable import IngestStage
@testable import StudyFiles

/// The study files of the package, as the programs read them.
enum StudyDescriptions {
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The studies' own texts, where they lie beside the package.
  static let studyTexts = package.deletingLastPathComponent().path + "/shared/study-texts"

  /// A file of `Pipelines`, such as `demo-k/pages/project-bank.yaml`.
  static func file(_ path: String) throws -> PageDescription {
    try YAMLFile.load(package.path + "/Pipelines/" + path, as: .pageDescription)
  }

  /// A description as text. A fault of it fails the test.
  static func text(_ yaml: String) throws -> PageDescription {
    let faults = FaultList()
    let node = try #require(YAMLFile.parse(yaml, path: "pages/d.yaml", faults))
    let description = YAMLType<PageDescription>.pageDescription.read(node, faults)
    try faults.throwIfAny()
    return try #require(description)
  }

  static let classifications = ClassificationLoader(
    folder: package.path + "/Pipelines/classifications", faults: FaultList()
  ).load()

  /// Reads a page by a description.
  static func read(_ html: String, by description: PageDescription) throws -> PageReading {
    let reader = try PageReader(
      description, classifications: classifications, options: .init(), redaction: ContactRedaction())
    return try reader.read(Array(html.utf8), key: "p", path: "pages/p.html", at: SourceLocation(path: "pages/p.html"))
  }
}
