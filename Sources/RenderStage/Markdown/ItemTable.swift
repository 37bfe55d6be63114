import ReleasedRecords

/// A measure that lists items, such as competences: the items down, and the parts of the population across where they
/// are few; where they are many, three items of each part that are named often. Where items are ranked, their places.
struct ItemTable {
  let table: BodyTable
  let indicator: Indicator

  private static let mostAcross = 6
  private static let mostNamed = 3
  private var words: Words { table.words }

  var markdown: String {
    let parts = table.domains(of: [indicator]).shown
    guard !items.isEmpty, !parts.isEmpty else { return "" }
    guard parts.count > Self.mostAcross else { return across(parts) }
    return [across([Domain()]), named(parts.filter { $0 != Domain() })].joined(separator: "\n\n")
  }

  private var items: [String] {
    var seen: [String] = []
    for cell in table.cells where cell.indicator == indicator {
      if let item = cell.item, !seen.contains(item) { seen.append(item) }
    }
    return seen
  }

  private func find(_ domain: Domain, _ item: String?) -> ReleasedCell? {
    var at = domain
    at.item = item
    return table.released.cell(table.spec.id, indicator, at)
  }

  private func across(_ parts: [Domain]) -> String {
    var text = MarkdownTable(
      heading: [words.name(of: indicator)]
        + parts.map { $0 == Domain() ? words.pick("Alla", "All") : words.domain($0, of: indicator) }
        + (isRanked
          ? [parts.count > 1 ? words.pick("Plats bland alla", "Place among all") : words.pick("Plats", "Place")] : []))
    for item in items {
      text.rows.append(
        [words.item(item, of: indicator)] + parts.map { words.cell(find($0, item)) } + (isRanked ? [place(item)] : []))
    }
    if indicator.itemsAddUp, parts.contains(where: { find($0, nil) != nil }) {
      text.rows.append([words.pick("**Summa**", "**Sum**")] + parts.map { words.cell(find($0, nil)) })
    }
    return text.text
  }

  private var isRanked: Bool { items.contains { rank($0) != nil } }

  private func rank(_ item: String) -> ReleasedRank? {
    find(Domain(), item).flatMap { table.released.rank(of: $0, in: "item/" + indicator.rawValue) }
  }

  /// The places an item may have among all, by the answers of everybody.
  private func place(_ item: String) -> String {
    rank(item).map { words.place($0) } ?? words.symbol(item == "none" ? .cannotOccur : .uncertain)
  }

  private func named(_ parts: [Domain]) -> String {
    var text = MarkdownTable(
      heading: [table.rowHeading, words.pick("Ofta nämnt", "Often named")], words: [0, 1])
    for part in parts {
      let cells = items.compactMap { find(part, $0) }.filter { $0.isSpeakable && $0.least > 0 }
        .enumerated().sorted { (-$0.element.least, $0.offset) < (-$1.element.least, $1.offset) }
        .prefix(Self.mostNamed).map(\.element)
      let said = cells.map { cell in
        words.inSentence(words.item(cell.item ?? "", of: indicator)) + " " + words.cell(cell)
      }
      text.rows.append([
        words.domain(part, of: indicator),
        said.isEmpty ? words.symbol(.uncertain) : said.joined(separator: "; ").uppercasedFirst,
      ])
    }
    return text.text
  }
}
