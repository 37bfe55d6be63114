import ReleasedRecords

/// How the survey's staff agrees with a register, as a figure of quality (EST-14).
///
///     difference = (survey − register) / register, with the ends of the survey's interval
///
/// Made from printed cells alone. A figure that leaves a dominant employer out is not held against a register that
/// counts it: the difference would be that employer's own figure.
struct CoherenceSection {
  let report: Report
  private var words: Words { report.words }

  var markdown: String {
    guard let source = report.study.context.first(where: { $0.name == .employment }) else {
      return words.pick(
        "Studien har inget register att jämföra personalen med.", "The study has no register to hold its staff against."
      )
    }
    var table = MarkdownTable(
      heading: words.language == .swedish
        ? ["Anställda", "Undersökningen", "Registret", "Skillnad"]
        : ["Staff", "Survey", "Register", "Difference"])
    for row in rows {
      let cell = report.released.cell(.staff, row.domain)
      table.rows.append([
        label(row.domain), words.cell(cell), words.wording.number(row.employed), difference(cell, row.employed),
      ])
    }
    let made = source.isSynthetic ? words.pick(" Påhittade tal.", " Made-up figures.") : ""
    let footnotes = words.footnotes(in: table.text).map { "*\($0)*" }
    return
      ([
        table.text,
        words.pick(
          "*Registret: \(Markdown.escape(source.source)), \(source.vintage).\(made)*",
          "*Register: \(Markdown.escape(source.source)), \(source.vintage).\(made)*"),
      ] + footnotes).joined(separator: "\n\n")
  }

  private var rows: [(domain: Domain, employed: Double)] {
    let isOne = report.study.municipalities.count == 1
    return report.released.facts.compactMap { fact in
      let parts = fact.key.split(separator: "/").map(String.init)
      guard fact.kind == .source, fact.feature == "EST-14", parts.count == 3, let employed = Double(fact.value) else {
        return nil
      }
      let domain = Domain(municipality: isOne ? nil : parts[1], sector: parts[2] == "all" ? nil : parts[2])
      return (domain, employed)
    }
  }

  private func label(_ domain: Domain) -> String { words.domain(domain, of: .staff) }

  func difference(_ cell: ReleasedCell?, _ employed: Double) -> String {
    guard let cell, cell.isSpeakable, employed > 0, let low = cell.low, let high = cell.high else {
      return words.reason(cell)
    }
    if cell.excludesDominant == true || cell.dominantMissing == true {
      return words.pick("jämförs inte", "not compared")
    }
    func relative(_ value: Double) -> Double { 100 * (value - employed) / employed }
    let range = words.wording.range(relative(low), relative(high)) + words.pick("\u{A0}%", "%")
    guard cell.grade == .A, let estimate = cell.estimate else { return range }
    return words.wording.percent((estimate - employed) / employed) + (low == high ? "" : " (\(range))")
  }
}
