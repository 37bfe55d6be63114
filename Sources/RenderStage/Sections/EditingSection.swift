import ReleasedRecords
import SwedishText

/// What editing did to the figures that lead the report (EDT-11), verdicts that hang on outliers (EDT-05), and how every
/// edit rule came out (EDT-01, EDT-10).
struct EditingSection {
  let report: Report

  private var words: Words { report.words }
  private var released: Released { report.released }

  var values: [String: String] { ["effect": effect, "outliers": outliers, "rules": rules] }

  // MARK: Effect

  private var effect: String {
    guard !released.editing.isEmpty else {
      return words.pick(
        "Ingen av huvudsiffrorna visas med tal, så granskningens verkan kan inte anges.",
        "None of the main figures is shown with a number, so the effect of editing cannot be given.")
    }
    var table = MarkdownTable(
      heading: words.language == .swedish
        ? [
          "Siffra", "Efter granskning", "Ändring genom granskningen", "Regler som flyttade den mest",
          "De mest avvikande svaren flyttar den",
        ]
        : [
          "Figure", "After editing", "Change by editing", "Rules that moved it most", "The most unlike answers move it",
        ],
      words: [0, 3])
    for effect in released.editing {
      table.rows.append([
        name(effect), words.cell(released.cells.first { $0.id == effect.cell }), percent(effect.change),
        rules(of: effect), percent(effect.outliers),
      ])
    }
    let text = table.text
    return ([text] + words.footnotes(in: text).map { "*\($0)*" }).joined(separator: "\n\n")
  }

  private func name(_ effect: ReleasedEditing) -> String {
    let place = effect.municipality.map { ", " + words.municipality($0) } ?? ""
    let scope = effect.indicator.isPerOccupation ? words.pick(", efter yrke", ", by occupation") : ""
    return words.name(of: effect.indicator) + scope + place + (effect.horizon.map { ", " + words.within($0) } ?? "")
  }

  /// `+4 %`, `–` where nothing was changed, `×` where too few stand behind it.
  private func percent(_ change: Double?) -> String {
    guard let change else { return words.symbol(.confidential) }
    guard change != 0 else { return words.symbol(.zero) }
    return (change > 0 ? "+" : "") + words.wording.percent(change / 100)
  }

  private func rules(of effect: ReleasedEditing) -> String {
    effect.rules.filter { $0.change != 0 }.map { name(ofRule: $0.rule) + " " + percent($0.change) }
      .joined(separator: "; ")
  }

  /// By what the rule objects to; a step of the program by its name.
  private func name(ofRule id: String) -> String {
    if let rule = report.study.rules.first(where: { $0.id == id }) {
      return Markdown.escape(rule.message[words.language])
    }
    return ProcessWords.key(id, words) ?? Markdown.escape(id)
  }

  // MARK: Outliers

  private var outliers: String {
    let marked = released.count("clean", "outlier") ?? 0
    guard !report.study.outlierRules.isEmpty else { return "" }
    let intro = words.pick(
      "Svar som skiljer sig så mycket från andras att de bör kontrolleras: \(words.wording.number(marked)). De är med i alla siffror som de är.",
      "Answers that differ so much from others' that they should be checked: \(words.wording.number(marked)). They are in all figures as they are."
    )
    let statements = released.statements.filter { $0.section == "editing" }
    guard !statements.isEmpty else {
      return intro + " "
        + words.pick(
          "Inget omdöme om brist som kan visas skulle bli ett annat utan dem.",
          "No verdict on a shortage that may be shown would be another without them.")
    }
    return intro + "\n\n"
      + statements.map { "- " + Markdown.escape(words.language == .swedish ? $0.sv : $0.en) }.joined(separator: "\n")
  }

  // MARK: Rule coverage

  private struct Row {
    var message: String
    var severity: EditRule.Severity
    /// Holds, breaks, may break, does not apply.
    var counts: [Int]
  }

  /// Rules that say the same, of several horizons, stand in one row.
  private var rules: String {
    var rows: [Row] = []
    for rule in report.study.rules {
      let counts = ["rule holds", "rule breaks", "rule may break", "rule does not apply"].map {
        released.count("clean", $0, key: rule.id) ?? 0
      }
      let message = rule.message[words.language]
      if let same = rows.firstIndex(where: { $0.message == message && $0.severity == rule.severity }) {
        rows[same].counts = zip(rows[same].counts, counts).map { $0 + $1 }
      } else {
        rows.append(Row(message: message, severity: rule.severity, counts: counts))
      }
    }
    guard !rows.isEmpty else {
      return words.pick("Studien har inga granskningsregler.", "The study has no edit rules.")
    }
    var table = MarkdownTable(
      heading: words.language == .swedish
        ? ["Vad regeln säger ifrån om", "Slag", "Prövad", "Håller", "Bryts", "Kan brytas", "Gäller inte"]
        : ["What the rule objects to", "Kind", "Evaluated", "Holds", "Breaks", "May break", "Does not apply"],
      words: [0, 1])
    for row in rows {
      table.rows.append(
        [Markdown.escape(row.message), row.severity == .hard ? words.pick("hård", "hard") : words.pick("mjuk", "soft")]
          + ([row.counts.prefix(3).reduce(0, +)] + row.counts).map { words.wording.number($0) })
    }
    return table.text
  }
}
