import ReleasedRecords

/// Jobs that vanish and appear: screened statements, never a number in the forecast (FOR-12).
struct ChangeSection {
  let report: Report

  static func isOwn(_ statement: Statement) -> Bool { ["COD-07", "FOR-12"].contains(statement.feature) }

  var values: [String: String] {
    let words = report.words
    let lines = report.released.statements.filter(Self.isOwn).map { "- " + Markdown.escape(words.pick($0.sv, $0.en)) }
    return [
      "statements": lines.isEmpty
        ? words.pick(
          "Inget yrke har nämnts av tillräckligt många arbetsgivare för att kunna namnges.",
          "No occupation has been named by enough employers to be mentioned.")
        : lines.joined(separator: "\n")
    ]
  }
}
