import ReleasedRecords

/// Municipalities side by side, measure by measure: each with the places it may have, and in words only what the
/// comparisons let stand (EST-11, F48). Never a league table: the municipalities come in the study's own order.
struct MunicipalityComparison {
  let report: Report
  private static let prefix = "municipality/"

  private var words: Words { report.words }

  var markdown: String {
    guard report.study.municipalities.count > 1 else { return "" }
    var families: [String] = []
    for contrast in report.released.contrasts
    where contrast.family.hasPrefix(Self.prefix) && !families.contains(contrast.family) {
      families.append(contrast.family)
    }
    guard !families.isEmpty else {
      return words.pick(
        "Kommunernas siffror är för osäkra, eller hemliga, för att jämföras.",
        "The figures of the municipalities are too uncertain, or confidential, to be compared.")
    }
    return families.map { part($0) }.joined(separator: "\n\n")
  }

  private func part(_ family: String) -> String {
    let contrasts = report.released.contrasts.filter { $0.family == family }
    let ids = contrasts.flatMap { [$0.first, $0.second] }
    let cells = report.study.municipalities.compactMap { code in
      ids.lazy.compactMap { report.released.cell(id: $0) }.first { $0.municipality == code }
    }
    guard let example = cells.first else { return "" }
    let measure = words.name(of: example.indicator) + (example.horizon.map { " " + words.within($0) } ?? "")
    var table = MarkdownTable(heading: [words.dimension(.municipality), measure, words.pick("Plats", "Place")])
    for cell in cells {
      table.rows.append([
        words.municipality(cell.municipality ?? ""), words.cell(cell),
        report.released.rank(of: cell, in: family).map { words.place($0) } ?? words.symbol(.uncertain),
      ])
    }
    let perStaff =
      example.indicator.kind == .signedTotal
      ? words.pick(
        " Jämförelsen gäller antalet per anställd i dag.", " The comparison is of the number per employee now.")
      : ""
    return ["**\(measure)**", table.text, said(contrasts) + perStaff].joined(separator: "\n\n")
  }

  private func said(_ contrasts: [ReleasedContrast]) -> String {
    var below: [(name: String, than: [String])] = []
    for contrast in contrasts {
      guard let direction = contrast.direction, let first = report.released.cell(id: contrast.first),
        let second = report.released.cell(id: contrast.second)
      else { continue }
      let (high, low) = direction == .positive ? (first, second) : (second, first)
      let (name, other) = (words.municipality(high.municipality ?? ""), words.municipality(low.municipality ?? ""))
      if let place = below.firstIndex(where: { $0.name == name }) {
        below[place].than.append(other)
      } else {
        below.append((name, [other]))
      }
    }
    guard !below.isEmpty else {
      return words.pick(
        "Svaren skiljer inte kommunerna åt.", "The answers do not tell the municipalities apart.")
    }
    return below.map { high in
      let than = words.wording.list(high.than)
      return words.pick("\(high.name) ligger högre än \(than).", "\(high.name) is higher than \(than).")
    }.joined(separator: " ")
  }
}

extension Words {
  /// The places that something may have: `1–4`, or one place where it is decided.
  func place(_ rank: ReleasedRank) -> String {
    rank.first == rank.last
      ? wording.number(rank.first) : wording.number(rank.first) + "–" + wording.number(rank.last)
  }
}
