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

  init(_ source: LimeSurveyExport.Source, at place: SourceLocation, options: MarkupOptions) throws {
    var bytes = [UInt8](repeating: 0, count: Self.limit)
    bytes.removeLast(bytes.count - (try source(&bytes)))
    /// The first element of the name that the head holds, whatever is wrong after it.
    func first(_ name: String) throws -> MarkupNode? {
      var rest = bytes[...]
      let elements = try XMLElements(named: name, path: place.path, options: options) { buffer in
        let count = min(buffer.count, rest.count)
        buffer.replaceSubrange(0..<count, with: rest.prefix(count))
        rest = rest.dropFirst(count)
        return count
      }
      do { return try elements.next()?.root } catch let error as MarkupError where bytes.count == Self.limit {
        _ = error  // the head is cut where it is
        return nil
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
