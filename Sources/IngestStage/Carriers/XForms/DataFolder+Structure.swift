import Diagnostics
import Markup

extension DataFolder {
  /// The XML file that says what a source's answers are answers to.
  ///
  /// - Throws: `.noInput` when there is none, `.cannotRead`, or `.wrongData` when it is no XML.
  func structure(_ path: String) throws(StageFailure) -> MarkupTree {
    try structure(try file(path), at: location(path))
  }

  /// The same of a file, with the place that messages tell.
  func structure(_ file: DataFile, at place: SourceLocation) throws(StageFailure) -> MarkupTree {
    let bytes: [UInt8]
    do throws(IngestProblem) {
      bytes = try read(file, limit: MarkupLimits().bytes)
    } catch {
      throw error.failure(.cannotRead)
    }
    do throws(MarkupError) {
      return try MarkupParser.parseXML(bytes, path: place.path)
    } catch {
      throw IngestProblem.markup(error).failure(.wrongData)
    }
  }

  func form(_ path: String) throws(StageFailure) -> XFormsForm {
    let tree = try structure(path)
    do throws(IngestProblem) {
      return try XFormsForm(tree, at: location(path))
    } catch {
      throw error.failure(.wrongData)
    }
  }
}
