import Diagnostics
import Markup

/// The tables of a LimeSurvey file, as rows of named texts. A column that is NULL is not in its row.
struct LimeSurveyTables {
  struct Row {
    private let values: [String: String]

    init(_ node: MarkupNode) {
      values = Dictionary(node.children.map { ($0.name, $0.text) }, uniquingKeysWith: { a, _ in a })
    }

    /// Empty where the column is NULL, or unknown to the version.
    subscript(_ column: String) -> String { values[column] ?? "" }
  }

  let version: Int
  let languages: [String]
  private let tables: [String: [Row]]
  let place: SourceLocation

  /// What a file says it is, such as `Survey`.
  static let typeElement = "LimeSurveyDocType"

  init(_ bytes: [UInt8], at place: SourceLocation) throws(LimeSurveyFault) {
    let tree: MarkupTree
    do throws(MarkupError) {
      tree = try MarkupParser.parseXML(bytes, path: place.path)
    } catch {
      throw .markup(error)
    }
    let children = tree.root.children
    guard children.first(where: { $0.name == Self.typeElement })?.text.trimmed == "Survey" else {
      throw .notASurvey(at: place)
    }
    version = children.first { $0.name == "DBVersion" }.flatMap { Int($0.text.trimmed) } ?? 0
    languages = children.first { $0.name == "languages" }?.children.map(\.text.trimmed) ?? []
    tables = Dictionary(
      children.map { table in
        (table.name, table.children.first { $0.name == "rows" }?.children.map(Row.init) ?? [])
      }, uniquingKeysWith: { a, _ in a })
    self.place = place
  }

  subscript(_ table: String) -> [Row] { tables[table] ?? [] }
}
