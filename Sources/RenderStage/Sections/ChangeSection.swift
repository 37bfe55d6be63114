import ReleasedRecords

/// Jobs that vanish and appear, on a ladder of evidence: screened statements, never a number in the forecast (FOR-12).
///
///     one or two employers      counted, not named: who said it might be guessed
///     several enterprises       named, with the first horizon by which several say so
///     and an outside source     named, with the source
struct ChangeSection {
  let report: Report
  private var words: Words { report.words }

  static let several = "COD-07"
  static let severalAndOutside = "FOR-12"

  static func isOwn(_ statement: Statement) -> Bool { [several, severalAndOutside].contains(statement.feature) }

  var values: [String: String] { ["statements": ladder] }

  private var ladder: String {
    var parts = [
      rung(
        Self.severalAndOutside,
        words.pick(
          "Flera arbetsgivare i olika företag, och en källa utanför undersökningen",
          "Several employers of different enterprises, and a source outside the survey")),
      rung(
        Self.several,
        words.pick("Flera arbetsgivare i olika företag", "Several employers of different enterprises")),
    ].compactMap(\.self)
    if parts.isEmpty {
      parts.append(
        words.pick(
          "Inget yrke har nämnts av tillräckligt många arbetsgivare för att kunna namnges.",
          "No occupation has been named by enough employers to be mentioned."))
    }
    if let few = report.released.count("protect", "remarks of too few employers, not named"), few > 0 {
      parts.append(
        words.pick(
          "**En eller två arbetsgivare** har nämnt \(words.wording.count(few, one: "yrke", many: "yrken")) till. De räknas men namnges inte.",
          "**One or two employers** have named \(words.wording.count(few, one: "more occupation", many: "more occupations")). They are counted but not named."
        ))
    }
    return parts.joined(separator: "\n\n")
  }

  private func rung(_ feature: String, _ heading: String) -> String? {
    let own = report.released.statements.filter { $0.feature == feature }
    guard !own.isEmpty else { return nil }
    return "**\(heading)**\n\n" + own.map { "- " + Markdown.escape(words.pick($0.sv, $0.en)) }.joined(separator: "\n")
  }
}
