import ReleasedRecords
import SwedishText

/// One table of the study as the report's body shows it: short enough to read, the rest is in its CSV file.
///
/// Indicators with horizons get a table each, with the horizons across; all others stand side by side in one. A table
/// over two dimensions shows each of them at the other's margin.
struct BodyTable {
  let spec: TableSpec
  let words: Words
  let cells: [ReleasedCell]

  /// Rows that a reader can take in; a longer table is cut, and says so.
  static let mostRows = 14

  init(spec: TableSpec, released: Released, words: Words) {
    self.spec = spec
    self.words = words
    cells = released.cells(ofTable: spec.id)
  }

  var markdown: String {
    let withHorizon = spec.indicators.filter(\.hasHorizon)
    let withItems = spec.indicators.filter(\.hasItems)
    let plain = spec.indicators.filter { !$0.hasHorizon && !$0.hasItems }
    var parts: [String] = []
    if !plain.isEmpty { parts += split(plain).map { table(rows: domains(of: $0), columns: $0.map { ($0, nil) }) } }
    for indicator in withHorizon {
      let columns = Horizon.allCases.map { (indicator, Optional($0.years)) }
      parts.append("*\(words.name(of: indicator))*\n\n" + table(rows: domains(of: [indicator]), columns: columns))
    }
    for indicator in withItems { parts.append(itemTable(indicator)) }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// At most four columns of figures side by side.
  private func split(_ indicators: [Indicator]) -> [[Indicator]] {
    stride(from: 0, to: indicators.count, by: 4).map { Array(indicators[$0..<min($0 + 4, indicators.count)]) }
  }

  private func find(_ indicator: Indicator, _ domain: Domain, _ horizon: Int?) -> ReleasedCell? {
    var at = domain
    at.horizon = horizon
    return cells.first { $0.indicator == indicator && $0.domain == at }
  }

  private func table(rows: (shown: [Domain], left: Int), columns: [(indicator: Indicator, horizon: Int?)]) -> String {
    guard !rows.shown.isEmpty else { return "" }
    let heading = columns.map { column in
      column.horizon.map { words.pick("Inom \(words.years($0))", "Within \(words.years($0))") }
        ?? words.name(of: column.indicator)
    }
    var table = MarkdownTable(heading: [rowHeading] + heading)
    for domain in rows.shown {
      let label = domain == Domain() ? words.pick("**Alla**", "**All**") : words.domain(domain, of: columns[0].indicator)
      table.rows.append([label] + columns.map { words.cell(find($0.indicator, domain, $0.horizon)) })
    }
    return table.text + leftNote(rows.left)
  }

  private func itemTable(_ indicator: Indicator) -> String {
    let own = cells.filter { $0.indicator == indicator }
    let items = own.reduce(into: [String]()) { seen, cell in
      if let item = cell.item, !seen.contains(item) { seen.append(item) }
    }
    let columns = Array(domains(of: [indicator]).shown.prefix(5))
    guard !items.isEmpty, !columns.isEmpty else { return "" }
    var table = MarkdownTable(
      heading: [words.name(of: indicator)]
        + columns.map { $0 == Domain() ? words.pick("Alla", "All") : words.domain($0, of: indicator) })
    for item in items + (indicator.itemsAddUp ? [nil] : []) {
      let label = item.map { words.item($0, of: indicator) } ?? words.pick("**Alla**", "**All**")
      let cellsOfRow = columns.map { domain -> String in
        var at = domain
        at.item = item
        return words.cell(own.first { $0.domain == at })
      }
      table.rows.append([label] + cellsOfRow)
    }
    return table.text
  }

  /// The domains that have cells, with at most one dimension away from its margin, in the order of the codes; the
  /// whole comes first. When there are too many, those with something to show come before those without.
  private func domains(of indicators: [Indicator]) -> (shown: [Domain], left: Int) {
    var seen: [Domain] = []
    var met: Set<Domain> = []
    for cell in cells where indicators.contains(cell.indicator) {
      var domain = cell.domain
      domain.horizon = nil
      domain.item = nil
      if domain.dimensionsInUse <= 1, met.insert(domain).inserted { seen.append(domain) }
    }
    guard seen.count > Self.mostRows else { return (seen, 0) }
    let telling = Set(
      cells.filter { indicators.contains($0.indicator) && $0.status == .shown }.map { cell in
        var domain = cell.domain
        domain.horizon = nil
        domain.item = nil
        return domain
      })
    let shown = seen.filter { telling.contains($0) }.prefix(Self.mostRows)
    return (Array(shown), seen.count - shown.count)
  }

  private func leftNote(_ left: Int) -> String {
    guard left > 0 else { return "" }
    return "\n\n"
      + words.pick(
        "Ytterligare \(words.wording.count(left, one: "rad", many: "rader")) finns i `tables/\(spec.id).csv`.",
        "A further \(words.wording.count(left, one: "row", many: "rows")) can be found in `tables/\(spec.id).csv`.")
  }

  private var rowHeading: String {
    let names = spec.by.filter { $0 != .horizon && $0 != .item }.map { dimension in
      switch dimension {
      case .municipality: words.pick("Kommun", "Municipality")
      case .sector: words.pick("Sektor", "Sector")
      case .section: words.pick("Näringsgren", "Industry")
      case .sizeClass: words.pick("Storlek", "Size")
      default: words.pick("Yrke", "Occupation")
      }
    }
    return names.isEmpty ? " " : names.joined(separator: words.pick(" eller ", " or "))
  }
}

extension Domain {
  /// How many dimensions are away from their margin, horizon and item aside.
  var dimensionsInUse: Int {
    [municipality, sector, section, sizeClass, occupation].compactMap(\.self).count
  }
}
