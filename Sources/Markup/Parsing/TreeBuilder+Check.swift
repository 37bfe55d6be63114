import Diagnostics

extension TreeBuilder {
  /// Throws what made the builder stop, if anything did.
  func check(path: String) throws(MarkupError) {
    switch failure {
    case nil: return
    case .limit(let limit, let line):
      throw .exceeds(limit, allowed: limits.allowed(limit), at: place(path, line))
    case .entity(let line):
      throw .entity(at: place(path, line))
    case .notWellFormed(let issue):
      throw .notWellFormed(issue.kind, code: issue.code, at: place(path, issue.line, issue.column))
    }
  }

  private func place(_ path: String, _ line: Int, _ column: Int = 0) -> SourceLocation {
    SourceLocation(path: path, line: line > 0 ? line : nil, column: column > 0 ? column : nil)
  }
}

extension MarkupLimits {
  fileprivate func allowed(_ limit: MarkupLimit) -> Int {
    switch limit {
    case .bytes: bytes
    case .depth: depth
    case .nodes: nodes
    case .attributeBytes: attributeBytes
    case .attributesPerElement: attributesPerElement
    case .names: Int(NameTable.text)
    case .documents: 64
    }
  }
}
