import ReleasedRecords
import SwedishText

/// Which assumption moves the gap most, for all and for each municipality, the largest first (FOR-07).
struct SensitivityTable {
  let table: ForecastTable

  /// One assumption, as far as its moves may be told.
  struct Row {
    var item: String
    var low: ReleasedCell?
    var high: ReleasedCell?
    /// What else would be said of which occupation, were the assumption known to lie at one of its ends.
    var flips: [Flip] = []

    var isKnown: Bool { low?.estimate != nil && high?.estimate != nil }
    var reach: Double { max(abs(low?.estimate ?? 0), abs(high?.estimate ?? 0)) }
  }

  struct Flip {
    var occupation: String
    var end: AssumptionEnd
    var verdict: Verdict
  }

  private var words: Words { table.words }

  var markdown: String {
    places.compactMap { place in
      let rows = rows(at: place)
      guard !rows.isEmpty else { return nil }
      var text = MarkdownTable(
        heading: words.language == .swedish
          ? ["Antagande", "Lågt", "Högt", "Omdömet blir ett annat för"]
          : ["Assumption", "Low", "High", "The verdict changes for"],
        words: [0, 3])
      for row in rows {
        text.rows.append([
          Markdown.escape(words.gapItem(row.item)), move(row.low), move(row.high),
          row.flips.isEmpty ? words.symbol(.zero) : row.flips.map { said($0) }.joined(separator: "; "),
        ])
      }
      return "*\(title(place))*\n\n" + text.text
    }.joined(separator: "\n\n")
  }

  private func title(_ place: Domain) -> String {
    let name = place.municipality.map { words.municipality($0) + ", " } ?? words.pick("Alla yrken, ", "All, ")
    return name
      + words.pick(
        "\(words.within(table.horizon)): så många personer ändras gapet när ett antagande i taget går till sitt låga eller höga värde",
        "\(words.within(table.horizon)): by so many persons the gap changes when one assumption at a time goes to its low or high value"
      )
  }

  private func move(_ cell: ReleasedCell?) -> String {
    guard let cell, cell.status == .shown, let value = cell.estimate else { return words.cell(cell) }
    return words.change(value)
  }

  /// The whole, and each municipality where the table has them.
  var places: [Domain] {
    [Domain()] + table.report.study.municipalities.map { Domain(municipality: $0) }
  }

  /// The largest move first; what is not known comes last.
  func rows(at place: Domain) -> [Row] {
    var items: [String] = []
    for cell in table.cells where cell.indicator == .gapMoveLow && cell.horizon == table.horizon {
      guard let item = cell.item, cell.municipality == place.municipality, cell.occupation == nil, !items.contains(item)
      else { continue }
      items.append(item)
    }
    return items.map { item in
      Row(
        item: item, low: table.cell(.gapMoveLow, place, item: item), high: table.cell(.gapMoveHigh, place, item: item),
        flips: flips(item, place))
    }.enumerated().sorted { a, b in
      let (one, other) = (a.element, b.element)
      if one.isKnown != other.isKnown { return one.isKnown }
      return one.reach != other.reach ? one.reach > other.reach : a.offset < b.offset
    }.map(\.element)
  }

  /// `yrken inom byggverksamhet (lågt: brist i alla scenarier)`
  private func said(_ flip: Flip) -> String {
    words.inSentence(words.occupation(flip.occupation)) + " (\(words.end(flip.end)): \(words.verdict(flip.verdict)))"
  }

  private func flips(_ item: String, _ place: Domain) -> [Flip] {
    let codes = table.cells.filter {
      $0.indicator == .gapMoveLow && $0.municipality == place.municipality && $0.item == item
        && $0.horizon == table.horizon
    }.compactMap(\.occupation)
    return codes.flatMap { code -> [Flip] in
      var at = place
      at.occupation = code
      let ends: [(AssumptionEnd, Indicator)] = [(.low, .gapMoveLow), (.high, .gapMoveHigh)]
      let moved = ends.map { ($0, table.cell($1, at, item: item)?.verdict) }
      at.horizon = table.horizon
      let verdict = table.report.released.cell(.gap, at)?.verdict
      return moved.compactMap { end, other in
        other.flatMap { $0 == verdict ? nil : Flip(occupation: code, end: end, verdict: $0) }
      }
    }
  }
}
