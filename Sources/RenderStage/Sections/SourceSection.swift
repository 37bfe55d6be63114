import ReleasedRecords
import SwedishText

/// What the report was made from: the project as its page describes it, the frame, the carriers, permitted quotations.
struct SourceSection {
  let report: Report

  var values: [String: String] { ["project": project, "data": data, "quotations": quotations] }

  private var project: String {
    let words = report.words
    let facts = report.released.facts.filter { $0.kind == .project && isShort($0) }
    guard !facts.isEmpty else { return words.pick("Ingen projektsida är inläst.", "No project page was read.") }
    var table = MarkdownTable(
      heading: words.language == .swedish ? ["Uppgift", "Enligt projektsidan"] : ["Item", "On the project page"])
    for (key, values) in grouped(facts) {
      table.rows.append([ProjectWords.name(key, words), values.map { Markdown.escape($0) }.joined(separator: ", ")])
    }
    return table.text
  }

  /// Running text stays on the page; the facts are what the report repeats.
  private func isShort(_ fact: FactRecord) -> Bool { fact.value.count <= 80 }

  private func grouped(_ facts: [FactRecord]) -> [(String, [String])] {
    var order: [String] = []
    var values: [String: [String]] = [:]
    for fact in facts {
      if values[fact.key] == nil { order.append(fact.key) }
      values[fact.key, default: []].append(fact.value)
    }
    return order.map { ($0, values[$0] ?? []) }
  }

  private var data: String {
    let words = report.words
    let modes = report.released.facts.filter { $0.kind == .source && $0.key != "frame" }
    let lines = modes.map { fact in
      let count = report.released.count("ingest", "responses", key: fact.key) ?? 0
      return "- \(Markdown.escape(fact.key)) (\(mode(fact.value)))"
        + (count > 0
          ? ": " + words.pick("\(words.wording.number(count)) svar", "\(words.wording.number(count)) responses") : "")
    }
    return
      ([
        "- " + words.pick("Företagsregistret, uttag ", "Business register, read ") + report.study.frame.vintage
      ] + lines).joined(separator: "\n")
  }

  private func mode(_ mode: String) -> String {
    let words = report.words
    switch Mode(rawValue: mode) {
    case .web: return words.pick("webbformulär", "web form")
    case .telephone: return words.pick("telefonintervju", "telephone interview")
    case .paper: return words.pick("papper", "paper")
    case .visit: return words.pick("besök", "visit")
    case nil: return mode
    }
  }

  private var quotations: String {
    let words = report.words
    let quoted = report.released.facts.filter { $0.kind == .quotation }
    guard !quoted.isEmpty else {
      return words.pick(
        "Inga citat: studien har inte godkänt något för publicering.",
        "No quotations: the study has approved none for publication.")
    }
    return quoted.map { "> " + Markdown.escape($0.value) }.joined(separator: "\n>\n")
  }
}

/// The fields of a project page in the words of the report.
enum ProjectWords {
  static func name(_ key: String, _ words: Words) -> String {
    let names: [String: (String, String)] = [
      "title": ("Projekt", "Project"), "programmeArea": ("Programområde", "Programme area"),
      "phase": ("Projektfas", "Phase"), "owner": ("Projektägare", "Owner"), "support": ("Beviljat stöd", "Support"),
      "budget": ("Total budget", "Total budget"), "region": ("Region", "Region"),
      "partner": ("Samarbetspartner", "Partner"),
    ]
    return names[key].map { words.pick($0.0, $0.1) } ?? "`\(key)`"
  }
}
