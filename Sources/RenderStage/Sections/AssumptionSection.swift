import ReleasedRecords
import SwedishText

/// Every assumption with its values, owner, source and date, and the figure it moves most (DOC-10).
struct AssumptionSection {
  let report: Report

  private var words: Words { report.words }
  private var assumptions: Assumptions { report.study.assumptions }

  var markdown: String {
    guard !assumptions.entries.isEmpty else {
      return words.pick("Inga antaganden är angivna.", "No assumptions are stated.")
    }
    var table = MarkdownTable(
      heading: words.language == .swedish
        ? ["Antagande", "Värde", "Ägare", "Källa och datum", "Flyttar mest"]
        : ["Assumption", "Value", "Owner", "Source and date", "Moves most"],
      words: [0, 1, 2, 3, 4])
    for entry in assumptions.entries {
      table.rows.append([
        Markdown.escape(entry.text[words.language]), value(of: entry.id), Markdown.escape(entry.owner),
        Markdown.escape(entry.source) + ", " + (words.wording.date(entry.date) ?? entry.date), movesMost(entry.id),
      ])
    }
    let limits =
      assumptions.ratioLimits.isEmpty
      ? ""
      : words.pick(
        "Andelarna, för varje fråga och storlek, står i [tables/assumptions.csv](tables/assumptions.csv).\n\n",
        "The shares, for each question and size, stand in [tables/assumptions.csv](tables/assumptions.csv).\n\n")
    return limits + table.text
  }

  /// The value, or where it stands.
  func value(of id: String) -> String {
    if let factor = assumptions.factors.first(where: { $0.id == id }) { return words.size(of: factor) }
    if assumptions.supply.values.contains(id) { return "supply.csv" }
    if assumptions.limited[id] != nil { return "assumptions.csv" }
    if id == GapItem.sharedOptimism { return words.wording.number(assumptions.sharedOptimism, decimals: 1) }
    return words.symbol(.cannotOccur)
  }

  // MARK: What it moves

  private func movesMost(_ id: String) -> String {
    if let most = most(items(of: id)) { return said(most) }
    if let concepts = assumptions.limited[id] {
      let needs = Set(Indicator.replacementNeed.concepts)
      return concepts.isDisjoint(with: needs)
        ? words.pick("gränserna för sina egna frågor", "the bounds of its own questions")
        : words.pick("gränserna för behovet", "the bounds of the need")
    }
    if assumptions.factors.contains(where: { $0.id == id && !$0.isOn }) {
      return words.pick("räknas inte med", "not counted")
    }
    if items(of: id).isEmpty { return words.symbol(.cannotOccur) }
    return words.symbol(.uncertain)
  }

  /// What the sensitivity table calls an assumption: nothing where it does not enter the gap.
  private func items(of id: String) -> [String] {
    let components = SupplyComponent.allCases.filter { assumptions.supply[$0] == id }.map(\.rawValue)
    if !components.isEmpty { return components }
    return assumptions.factors.contains { $0.id == id } || id == GapItem.sharedOptimism ? [id] : []
  }

  struct Move {
    var item: String
    var occupation: String
    var horizon: Int
    var low: Double
    var high: Double
    var reach: Double { max(abs(low), abs(high)) }
  }

  /// The gap of one occupation and horizon that moves most, the first of equal ones in the order of the table.
  private func most(_ items: [String]) -> Move? {
    var best: Move?
    for cell in report.released.cells where cell.indicator == .gapMoveLow {
      guard let item = cell.item, items.contains(item), let occupation = cell.occupation, let horizon = cell.horizon,
        let low = cell.estimate,
        let high = report.released.cell(cell.table, .gapMoveHigh, cell.domain)?.estimate
      else { continue }
      let move = Move(item: item, occupation: occupation, horizon: horizon, low: low, high: high)
      if move.reach > best?.reach ?? 0 { best = move }
    }
    return best
  }

  private func said(_ move: Move) -> String {
    let moves = "\(words.change(move.low)) / \(words.change(move.high))"
    return words.pick("gapet för ", "the gap of ") + words.inSentence(words.occupation(move.occupation)) + ", "
      + words.within(move.horizon) + ": \(moves)"
  }

  /// The registry for machines.
  var file: TableFile {
    typealias Column = FileColumn<Assumptions.Entry>
    let sv = AssumptionSection(report: Report(study: report.study, released: report.released, language: .swedish))
    let en = AssumptionSection(report: Report(study: report.study, released: report.released, language: .english))
    return TableFile(
      name: "assumption-registry",
      title: LocalizedText(sv: "Antaganden, med ägare, källa och datum", en: "Assumptions with owner, source and date"),
      columns: [
        Column("id", .string, "Assumption, as scenarios name it") { .text($0.id) },
        Column("text_sv", .string, "What is assumed, in Swedish") { .text($0.text.sv) },
        Column("text_en", .string, "What is assumed, in English") { .text($0.text.en) },
        Column("value_sv", .string, "Its values or where they stand, in Swedish") { .text(sv.value(of: $0.id)) },
        Column("value_en", .string, "Its values or where they stand, in English") { .text(en.value(of: $0.id)) },
        Column("owner", .string, "Who answers for it") { .text($0.owner) },
        Column("source", .string, "Where it is from") { .text($0.source) },
        Column("date", .string, "Day it was made") { .text($0.date) },
        Column("moves_most_sv", .string, "The figure it moves most, in Swedish") { .text(sv.movesMost($0.id)) },
        Column("moves_most_en", .string, "The figure it moves most, in English") { .text(en.movesMost($0.id)) },
      ], records: report.study.assumptions.entries)
  }
}
