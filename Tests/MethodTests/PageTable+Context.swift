import SurveyModel

extension PageTable {
  /// The table as one from outside the survey, its first column under the name that the stage knows it by.
  func context(_ name: ContextName, first column: String) -> ContextTable {
    let source = ContextSource(name: name, path: "", vintage: "2025", source: "example", isSynthetic: true)
    let rows = rows.enumerated().map { line, row in
      var texts = row
      texts[column] = row[first]
      return ContextTable.Row(line: line + 2, texts: texts, numbers: texts.compactMapValues { Double($0) })
    }
    return ContextTable(source: source, rows: rows)
  }
}
