import ReleasedRecords
import SwedishText

/// One report in one language: every name a template may use, in groups. `first-page.actions`, `tables.recruitment`.
struct Report {
  let study: Study
  let released: Released
  let words: Words

  init(study: Study, released: Released, language: Language) {
    self.study = study
    self.released = released
    words = Words(language: language, study: study)
  }

  var values: [String: [String: String]] {
    [
      "report": ReportHead(report: self).values,
      "first-page": FirstPage(report: self).values,
      "response": ResponseSection(report: self).values,
      "need": NeedSection(report: self).values,
      "contrast": ContrastSection(report: self).values,
      "change": ChangeSection(report: self).values,
      "skills": SkillsSection(report: self).values,
      "gap": GapSection(report: self).values,
      "method": MethodSection(report: self).values,
      "process": ProcessSection(report: self).values,
      "sources": SourceSection(report: self).values,
      "tables": tables,
      "figures": Figures(report: self).values,
    ]
  }

  /// The tables of each section of the study, each with its caption.
  private var tables: [String: String] {
    Dictionary(grouping: study.tables, by: \.section).mapValues { specs in
      specs.map { captioned($0) }.joined(separator: "\n\n")
    }
  }

  /// A section without a cell to show says why instead.
  private func captioned(_ spec: TableSpec) -> String {
    let table = BodyTable(spec: spec, released: released, words: words)
    let title = "**\(spec.title[words.language])**"
    guard table.cells.contains(where: { $0.status == .shown }) else {
      return title + "\n\n"
        + words.pick(
          "Ingen siffra i tabellen kan visas: svaren är för få eller för osäkra, eller pekar ut någon enskild arbetsgivare.",
          "No figure of the table can be shown: the answers are too few or too uncertain, or would point at one employer.")
    }
    return title + "\n\n" + table.markdown + "\n\n" + caption(spec, table.cells)
  }

  /// Base, answers, effective size and field dates of a table (REP-20).
  private func caption(_ spec: TableSpec, _ cells: [ReleasedCell]) -> String {
    let total = cells.first { $0.domain.dimensionsInUse == 0 && $0.answers != nil }
    let answers = total?.answers ?? 0
    let effective = total?.effectiveSize.map { words.wording.number($0) }
    let isLong = spec.indicators.contains(where: \.needsLongForm)
    let base =
      isLong
      ? words.pick(
        "arbetsgivare med \(study.longFormFrom) anställda eller fler", "employers with \(study.longFormFrom) staff or more")
      : words.pick("alla arbetsgivare", "all employers")
    let excluded =
      cells.contains { $0.excludesDominant == true }
      ? words.pick(" Utan ", " Without ") + words.wording.list(study.dominant.map { $0.label[words.language] }) + "."
      : ""
    let size = effective.map { words.pick(", effektivt antal \($0)", ", effective number \($0)") } ?? ""
    return "<small>"
      + words.pick(
        "Avser \(base) i \(words.place). Svar: \(words.wording.number(answers))\(size). Insamling \(fieldDates).\(excluded)",
        "Base: \(base) in \(words.place). Answers: \(words.wording.number(answers))\(size). Fieldwork \(fieldDates).\(excluded)")
      + "</small>"
  }

  var fieldDates: String {
    words.wording.dates(from: study.fieldworkStart, to: study.fieldworkEnd)
      ?? "\(study.fieldworkStart)–\(study.fieldworkEnd)"
  }
}
