import ReleasedRecords
import SwedishText

/// The tables of one section of the report, each with its caption; who stands behind the figures is said once for
/// tables that have it in common (REP-20).
struct TableSection {
  let report: Report
  let specs: [TableSpec]
  private var words: Words { report.words }

  var markdown: String {
    var parts = statements
    var said: String?
    for spec in specs {
      let table = BodyTable(spec: spec, released: report.released, words: words)
      let base = base(spec, table.cells)
      // What match has made says itself what it is made of.
      if base != said, !ForecastTable.isOwn(spec) {
        parts.append(base)
        said = base
      }
      parts.append(caption(spec))
      // A section without a cell to show says why instead.
      if !table.cells.contains(where: { $0.status == .shown }) {
        parts.append(nothing(in: table.cells))
      } else {
        parts.append(ForecastTable.isOwn(spec) ? ForecastTable(report: report, spec: spec).markdown : table.markdown)
      }
    }
    return parts.joined(separator: "\n\n")
  }

  /// Screened sentences that belong here; those on jobs have a place of their own.
  private var statements: [String] {
    let own = report.released.statements.filter { statement in
      specs.contains { $0.section == statement.section } && !ChangeSection.isOwn(statement)
    }
    return own.isEmpty ? [] : [own.map { "- " + Markdown.escape(words.pick($0.sv, $0.en)) }.joined(separator: "\n")]
  }

  private func caption(_ spec: TableSpec) -> String {
    let path = "tables/\(spec.id)"
    return "**\(spec.title[words.language])** "
      + words.pick(
        "([CSV](\(path).csv), [för svenskt Excel](\(path).semicolon.csv))",
        "([CSV](\(path).csv), [for Swedish Excel](\(path).semicolon.csv))")
  }

  /// Who the figures speak of, how many answered, and when.
  private func base(_ spec: TableSpec, _ cells: [ReleasedCell]) -> String {
    let total = cells.first { $0.domain.dimensionsInUse == 0 && $0.answers != nil }
    var parts = [
      spec.indicators.contains(where: \.needsLongForm)
        ? words.pick(
          "arbetsgivare i \(words.place) med \(report.study.longFormFrom) anställda eller fler",
          "employers in \(words.place) with \(report.study.longFormFrom) staff or more")
        : words.pick("alla arbetsgivare i \(words.place)", "all employers in \(words.place)")
    ]
    if let answers = total?.answers {
      let size = total?.effectiveSize.map {
        words.pick(" (effektivt antal \(words.wording.number($0)))", " (effective number \(words.wording.number($0)))")
      }
      parts.append(
        words.wording.count(answers, one: words.pick("svar", "answer"), many: words.pick("svar", "answers"))
          + (size ?? ""))
    }
    if let rate = ResponseCounts(report.released).rate {
      parts.append(
        words.pick("svarsfrekvens \(words.wording.percent(rate))", "response rate \(words.wording.percent(rate))"))
    }
    parts.append(words.pick("insamlat \(report.fieldDates)", "collected \(report.fieldDates)"))
    return words.pick("*Underlag: ", "*Base: ") + parts.joined(separator: "; ") + ".*"
  }

  /// Why no figure can be shown, by what the cells say.
  private func nothing(in cells: [ReleasedCell]) -> String {
    let reasons = [
      (
        ReleasedCell.Status.uncertain,
        words.pick("svaren är för få eller för osäkra", "the answers are too few or too uncertain")
      ),
      (.confidential, words.pick("de skulle peka ut någon enskild arbetsgivare", "they would point at one employer")),
      (.notAsked, words.pick("frågan är inte ställd", "the question was not asked")),
      (.zero, words.pick("ingen har svarat annat än noll", "nobody has answered anything but zero")),
    ].filter { reason in cells.contains { $0.status == reason.0 } }.map(\.1)
    guard !reasons.isEmpty else {
      return words.pick("Tabellen har inga siffror.", "The table has no figures.")
    }
    return words.pick("Inga siffror kan visas: ", "No figures can be shown: ") + words.wording.list(reasons) + "."
  }
}
