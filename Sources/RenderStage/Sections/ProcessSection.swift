import ReleasedRecords
import SwedishText

/// What was rejected, edited and left uncoded, and why: nothing is lost on the way.
struct ProcessSection {
  let report: Report

  private var words: Words { report.words }
  private var released: Released { report.released }

  private static let mostRules = 12

  var values: [String: String] { ["table": table, "rules": rules] }

  /// One row per kind of count, with its parts where they have names that a reader knows.
  private var table: String {
    var table = MarkdownTable(
      heading: words.language == .swedish
        ? ["Steg", "Vad", "Antal", "Varav"] : ["Stage", "What", "Number", "Of which"],
      words: [0, 1, 3])
    var met: Set<[String]> = []
    let kinds = released.process.filter {
      met.insert([$0.stage, $0.what]).inserted && !ProcessWords.isForTheFileOnly($0)
    }
    for kind in kinds.enumerated().sorted(by: {
      (ProcessWords.order($0.element), $0.offset) < (ProcessWords.order($1.element), $1.offset)
    }).map(\.element) {
      let own = released.process.filter { $0.stage == kind.stage && $0.what == kind.what }
      let total = own.reduce(0) { $0 + $1.count }
      guard total > 0 else { continue }
      table.rows.append([
        Markdown.escape(ProcessWords.stage(kind.stage, words)), Markdown.escape(ProcessWords.what(kind, words)),
        words.wording.number(total), parts(own),
      ])
    }
    return table.rows.isEmpty ? words.pick("Inga räkneverk finns.", "There are no counts.") : table.text
  }

  /// The parts of a count in words; those named by rules, strata or questions stand in the CSV file.
  private func parts(_ records: [ProcessRecord]) -> String {
    let keyed = records.filter { $0.key != nil && $0.count > 0 }
    let named = keyed.compactMap { record in
      name(record).map { "\($0) \(words.wording.number(record.count))" }
    }
    let rest = keyed.filter { name($0) == nil }.reduce(0) { $0 + $1.count }
    if named.isEmpty { return keyed.count > 1 ? words.pick("se CSV-filen", "see the CSV file") : "" }
    let others = rest > 0 ? [words.pick("övriga ", "others ") + words.wording.number(rest)] : []
    return (named + others).joined(separator: "; ")
  }

  /// A source goes by its mode and carrier; what was removed as contact data may have the name of a source.
  private func name(_ record: ProcessRecord) -> String? {
    guard let key = record.key else { return nil }
    if record.what != "contact data removed", let source = report.study.responses.first(where: { $0.name == key }) {
      return words.source(source)
    }
    return ProcessWords.key(key, words)
  }

  /// The edit rules that some answer broke, the most broken first.
  private var rules: String {
    let study = report.study
    guard !study.rules.isEmpty else {
      return words.pick("Studien har inga granskningsregler.", "The study has no edit rules.")
    }
    let outcomes = ["rule breaks", "rule may break", "rule holds"]
    var rows: [RuleRow] = []
    var broken = 0
    for rule in study.rules {
      let own = outcomes.map { released.count("clean", $0, key: rule.id) ?? 0 }
      if own[0] > 0 { broken += 1 }
      let message = rule.message[words.language]
      if let same = rows.firstIndex(where: { $0.message == message && $0.isHard == (rule.severity == .hard) }) {
        rows[same].counts = zip(rows[same].counts, own).map { $0 + $1 }
      } else {
        rows.append(RuleRow(message: message, isHard: rule.severity == .hard, counts: own))
      }
    }
    let intro = words.pick(
      "Studien har \(words.wording.number(study.rules.count)) granskningsregler. \(words.wording.number(broken)) av dem bröts av något svar. En bruten hård regel stryker de värden den misstänker; en mjuk gör att svaret bör ses över. Regler som säger detsamma om flera år står på en rad.",
      "The study has \(words.wording.number(study.rules.count)) edit rules. \(words.wording.number(broken)) of them were broken by some answer. A broken hard rule strikes the values it suspects; a soft one means that the answer is worth a second look. Rules that say the same of several years stand on one row."
    )
    let worst = rows.enumerated().filter { $0.element.counts[0] > 0 }
      .sorted { (-$0.element.counts[0], $0.offset) < (-$1.element.counts[0], $1.offset) }
      .prefix(Self.mostRules).map(\.element)
    guard !worst.isEmpty else { return intro }
    var table = MarkdownTable(
      heading: words.language == .swedish
        ? ["Vad regeln säger ifrån om", "Slag", "Bryts", "Kan brytas", "Håller"]
        : ["What the rule objects to", "Kind", "Breaks", "May break", "Holds"], words: [0, 1])
    for row in worst {
      table.rows.append(
        [row.message, row.isHard ? words.pick("hård", "hard") : words.pick("mjuk", "soft")]
          + row.counts.map { words.wording.number($0) })
    }
    return intro + "\n\n" + table.text
  }

  /// Rules that say the same, of several horizons.
  private struct RuleRow {
    var message: String
    var isHard: Bool
    /// Breaks, may break, holds.
    var counts: [Int]
  }
}
