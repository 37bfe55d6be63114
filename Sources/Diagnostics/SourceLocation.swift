/// A place in a file that a person can open: path, and line and column where known (both from 1).
package struct SourceLocation: Hashable, Sendable, CustomStringConvertible {
  package var path: String
  package var line: Int?
  package var column: Int?

  package init(path: String, line: Int? = nil, column: Int? = nil) {
    self.path = path
    self.line = line
    self.column = column
  }

  /// `path:line:column`, as far as known: what terminals and editors turn into a link.
  package var description: String {
    var text = path
    if let line {
      text += ":\(line)"
      if let column { text += ":\(column)" }
    }
    return text
  }
}
