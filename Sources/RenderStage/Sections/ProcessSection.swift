import ReleasedRecords
import SwedishText

/// What was rejected, edited and left uncoded, and why: nothing is lost on the way.
struct ProcessSection {
  let report: Report

  private var words: Words { report.words }
  private var released: Released { report.released }

  /// More parts than this stand in `tables/process.csv` alone.
  private static let mostParts = 7
  private static let mostRules = 12

  var values: [String: String] { ["table": table, "rules": rules] }

  /// One row per kind of count, with its parts where they are few.
  private var table: String {
    var table = MarkdownTable(
      heading: words.language == .swedish
        ? ["Steg", "Vad", "Antal", "Varav"] : ["Stage", "What", "Number", "Of which"])
    var met: Set<[String]> = []
    for record in released.process where !record.what.hasPrefix("rule ") {
      guard met.insert([record.stage, record.what]).inserted else { continue }
      let own = released.process.filter { $0.stage == record.stage && $0.what == record.what }
      let total = own.reduce(0) { $0 + $1.count }
      guard total > 0 else { continue }
      table.rows.append([
        ProcessWords.stage(record.stage, words), ProcessWords.what(record, words), words.wording.number(total),
        parts(own),
      ])
    }
    return table.rows.isEmpty ? words.pick("Inga räkneverk finns.", "There are no counts.") : table.text
  }

  private func parts(_ records: [ProcessRecord]) -> String {
    let keyed = records.filter { $0.key != nil && $0.count > 0 }
    guard keyed.count > 1 || keyed.first?.key.map({ !report.study.frame.vintage.contains($0) }) == true else {
      return ""
    }
    guard keyed.count <= Self.mostParts else { return words.pick("se CSV-filen", "see the CSV file") }
    return keyed.map { record in
      Markdown.escape(ProcessWords.key(record.key ?? "", of: record, words)) + " " + words.wording.number(record.count)
    }.joined(separator: "; ")
  }

  /// The edit rules that some answer broke, the most broken first.
  private var rules: String {
    let study = report.study
    guard !study.rules.isEmpty else {
      return words.pick("Studien har inga granskningsregler.", "The study has no edit rules.")
    }
    func count(_ what: String, _ rule: EditRule) -> Int { released.count("clean", what, key: rule.id) ?? 0 }
    let broken = study.rules.filter { count("rule breaks", $0) > 0 }.enumerated()
      .sorted { (-count("rule breaks", $0.element), $0.offset) < (-count("rule breaks", $1.element), $1.offset) }
      .map(\.element)
    let intro = words.pick(
      "Studien har \(words.wording.number(study.rules.count)) granskningsregler. \(words.wording.number(broken.count)) av dem bröts av något svar. En bruten hård regel stryker de värden den misstänker; en mjuk gör att svaret bör ses över.",
      "The study has \(words.wording.number(study.rules.count)) edit rules. \(words.wording.number(broken.count)) of them were broken by some answer. A broken hard rule strikes the values it suspects; a soft one means that the answer is worth a second look."
    )
    guard !broken.isEmpty else { return intro }
    var table = MarkdownTable(
      heading: words.language == .swedish
        ? ["Vad regeln säger ifrån om", "Slag", "Bryts", "Kan brytas", "Håller"]
        : ["What the rule objects to", "Kind", "Breaks", "May break", "Holds"])
    for rule in broken.prefix(Self.mostRules) {
      table.rows.append(
        [
          rule.message[words.language],
          rule.severity == .hard ? words.pick("hård", "hard") : words.pick("mjuk", "soft"),
        ] + ["rule breaks", "rule may break", "rule holds"].map { words.wording.number(count($0, rule)) })
    }
    return intro + "\n\n" + table.text
  }
}
