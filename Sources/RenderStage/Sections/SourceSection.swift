import ReleasedRecords
import SwedishText

/// What the report was made from: the project as its page describes it, the frame, the carriers, permitted quotations.
struct SourceSection {
  let report: Report

  private var words: Words { report.words }

  var values: [String: String] {
    ["project": ProjectPage(report: report).markdown, "data": data, "quotations": quotations]
  }

  private var data: String {
    let study = report.study
    let vintage = words.wording.months(from: study.frame.vintage, to: study.frame.vintage) ?? study.frame.vintage
    let frame = words.pick(
      "- Registret över arbetsställen, uttag \(vintage).", "- The register of workplaces, as of \(vintage).")
    let carriers = study.responses.map { source in
      let count = report.released.count("ingest", "responses", key: source.name) ?? 0
      return "- \(words.source(source).uppercasedFirst): "
        + words.wording.count(count, one: words.pick("svar", "answer"), many: words.pick("svar", "answers")) + "."
    }
    let tables = study.context.map { table in
      "- \(Markdown.escape(table.source)), \(table.vintage)."
        + (table.isSynthetic ? words.pick(" Påhittade tal.", " Made-up figures.") : "")
    }
    let codebook = words.pick(
      "- Frågorna, med koder och var svaren står: se [kodboken](codebook.sv.md).",
      "- The questions, with codes and where the answers stand: see the [codebook](codebook.en.md).")
    return ([frame] + carriers + tables + [codebook]).joined(separator: "\n")
  }

  private var quotations: String {
    let quoted = report.released.facts.filter { $0.kind == .quotation }
    guard !quoted.isEmpty else {
      return words.pick(
        "Inga citat: studien har inte godkänt något för publicering.",
        "No quotations: the study has approved none for publication.")
    }
    return words.pick("Med egna ord, med tillstånd:", "In their own words, with permission:") + "\n\n"
      + quoted.map { "> " + Markdown.escape($0.value) }.joined(separator: "\n>\n")
  }
}
