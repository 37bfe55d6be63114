import ReleasedRecords

/// What was rejected, edited and left uncoded, and why: nothing is lost on the way.
struct ProcessSection {
  let report: Report

  var values: [String: String] { ["table": table, "rules": rules] }

  private var table: String {
    let words = report.words
    var table = MarkdownTable(
      heading: words.language == .swedish ? ["Steg", "Vad", "Varav", "Antal"] : ["Stage", "What", "Of which", "Number"])
    for record in report.released.process where !record.what.hasPrefix("rule ") && record.count > 0 {
      table.rows.append([
        stage(record.stage), ProcessWords.what(record.what, words), record.key.map { ProcessWords.key($0, words) } ?? "",
        words.wording.number(record.count),
      ])
    }
    return table.rows.isEmpty ? words.pick("Inga räkneverk finns.", "There are no counts.") : table.text
  }

  private func stage(_ name: String) -> String {
    let words = report.words
    switch name {
    case "ingest": return words.pick("Inläsning", "Ingest")
    case "clean": return words.pick("Granskning", "Clean")
    case "aggregate": return words.pick("Skattning", "Aggregate")
    case "match": return words.pick("Jämförelse med tillgång", "Match")
    case "protect": return words.pick("Sekretess", "Protect")
    default: return name
    }
  }

  /// How each edit rule came out.
  private var rules: String {
    let words = report.words
    var table = MarkdownTable(
      heading: words.language == .swedish
        ? ["Regel", "Håller", "Bryts", "Kan brytas", "Gäller inte"]
        : ["Rule", "Holds", "Breaks", "May break", "Does not apply"])
    for rule in report.study.rules {
      let counts = ["rule holds", "rule breaks", "rule may break", "rule does not apply"].map {
        words.wording.number(report.released.count("clean", $0, key: rule.id))
      }
      table.rows.append([rule.message[words.language]] + counts)
    }
    return table.rows.isEmpty ? words.pick("Studien har inga granskningsregler.", "The study has no edit rules.") : table.text
  }
}
