import ReleasedRecords

/// Jobs that vanish and appear: screened statements, never a number in the forecast (FOR-12).
struct ChangeSection {
  let report: Report

  var values: [String: String] {
    let words = report.words
    let own = report.released.statements.filter { $0.feature == "COD-07" || $0.feature == "FOR-12" }
    let lines = own.map { "- " + Markdown.escape(words.language == .swedish ? $0.sv : $0.en) }
    return [
      "statements": lines.isEmpty
        ? words.pick(
          "Inget yrke har nämnts av tillräckligt många arbetsgivare för att kunna namnges.",
          "No occupation has been named by enough employers to be mentioned.")
        : lines.joined(separator: "\n")
    ]
  }
}
