import Diagnostics
import Markup

/// What stands before the rows of a file of responses: what it is, and its columns.
struct LimeSurveyHead {
  let type: String
  /// The version of LimeSurvey's tables.
  let version: Int
  /// As LimeSurvey calls them, such as `841748X3X3SQ009`.
  let columns: [String]

  /// More than thousands of columns can take.
  private static let limit = 4 << 20

  /// - Parameter open: starts reading the file from its beginning; called once for each of the three.
  init(at place: SourceLocation, options: MarkupOptions, _ open: () throws -> LimeSurveyExport.Source) throws {
    func first(_ name: String) throws -> MarkupNode? {
      let source = try open()
      var rest = Self.limit
      let elements = try XMLElements(named: name, path: place.path, options: options) { buffer in
        guard rest > 0 else { return 0 }
        let count = try source(&buffer)
        rest -= count
        return count
      }
      do {
        return try elements.next()?.root
      } catch is MarkupError where rest <= 0 {
        return nil  // only the head was read, and it has no such element
      }
    }
    do {
      type = try first(LimeSurveyTables.typeElement)?.text.trimmed ?? ""
      version = try first("DBVersion").flatMap { Int($0.text.trimmed) } ?? 0
      columns = try first("fields")?.children.map(\.text.trimmed) ?? []
    } catch let error as MarkupError {
      throw LimeSurveyFault.markup(error)
    }
  }
}
