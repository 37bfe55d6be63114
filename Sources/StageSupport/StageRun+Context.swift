import Diagnostics
import StudyFiles
import SurveyModel

extension StageRun {
  /// A pinned table of the study, noted in the manifest; nil where the study brings none of that name.
  ///
  ///     let employment = try stage.context(
  ///       .employment, columns: [.init("municipality", .code(among: study.municipalities)), …], key: ["municipality"])
  ///
  /// - Parameters:
  ///   - columns: all columns of the file.
  ///   - key: the columns that together tell the rows apart.
  /// - Throws: `StageFailure` `.noInput` when the file is missing, `.wrongData` with everything that is wrong with it.
  package func context(
    _ name: ContextName, columns: [ContextColumn], key: [String]
  ) throws(StageFailure) -> ContextTable? {
    guard let source = study.context.first(where: { $0.name == name }) else { return nil }
    return try ContextReader.read(path: try data.file(source.path), source: source, columns: columns, key: key)
  }
}
