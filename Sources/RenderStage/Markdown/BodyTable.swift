import ReleasedRecords
import SwedishText

/// One table of the study as the report's body shows it: short enough to read, the rest is in its CSV file.
///
/// - With three or more measures that have horizons: one table per horizon, the measures side by side.
/// - With fewer: one table per measure, the horizons side by side.
/// - Occupation by something else: one table at the middle horizon, the other dimension across.
/// - Other pairs of dimensions: each of them at the other's margin.
struct BodyTable {
  let spec: TableSpec
  let released: Released
  let words: Words

  /// Rows that a reader can take in, and columns of figures.
  static let mostRows = 14
  static let mostColumns = 4
  /// The horizon of a table that has room for one.
  static let horizon = Horizon.fiveYears.years

  var cells: [ReleasedCell] { released.cells(ofTable: spec.id) }

  var markdown: String {
    var parts: [String] = []
    let items = spec.indicators.filter(\.hasItems)
    if crosses {
      parts += figures.map { crossTable($0) }
    } else if spec.indicators.count(where: \.hasHorizon) >= 3 {
      parts += byHorizon
    } else {
      parts += byMeasure
    }
    parts += items.map { ItemTable(table: self, indicator: $0).markdown }
    let text = parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
    return ([text] + words.footnotes(in: text).map { "*\($0)*" }).joined(separator: "\n\n")
  }

  /// Measures without items, those that tell most first.
  private var figures: [Indicator] {
    let order: [Indicator] = [
      .postsToFill, .retirements, .otherLeavers, .occupationGrowth, .replacementNeed, .supply, .gap, .gapPerYear,
      .gapPerStaff, .staffNeeded, .growth,
    ]
    let own = spec.indicators.filter { !$0.hasItems }
    return order.filter { own.contains($0) } + own.filter { !order.contains($0) }
  }

  var dimensions: [Dimension] { spec.by.filter { $0 != .horizon && $0 != .item } }

  private var crosses: Bool { dimensions.count == 2 && dimensions.contains { $0.occupationDigits != nil } }

  private typealias Column = (indicator: Indicator, horizon: Int?)

  private var byHorizon: [String] {
    let plain = figures.filter { !$0.hasHorizon }.prefix(1)
    let measures = figures.filter(\.hasHorizon)
    let shown = measures.prefix(Self.mostColumns + (plain.isEmpty ? 1 : 0))
    let columns = Array(plain) + shown
    let horizons = words.study.horizons.map(\.years).filter { isMain || $0 == Self.horizon }
    let parts = horizons.map { horizon in
      "*\(words.within(horizon).uppercasedFirst)*\n\n"
        + table(
          rows: domains(of: columns), columns: columns.map { ($0, $0.hasHorizon ? horizon : nil) },
          heading: columns.map { words.name(of: $0) })
    }
    return parts + rest(of: horizons, figures.filter { !columns.contains($0) })
  }

  /// The first table with the decomposition has all horizons; the others would say much the same three times.
  private var isMain: Bool {
    words.study.tables.first { $0.indicators.count(where: \.hasHorizon) >= 3 }?.id == spec.id
  }

  /// What has been left to the CSV file.
  private func rest(of horizons: [Int], _ measures: [Indicator]) -> [String] {
    let others = words.study.horizons.map(\.years).filter { !horizons.contains($0) }.map { words.within($0) }
    let left = others + measures.map { words.inSentence(words.name(of: $0)) }
    return left.isEmpty
      ? [] : [words.pick("I CSV-filen finns också: ", "The CSV file also has: ") + words.wording.list(left) + "."]
  }

  private var byMeasure: [String] {
    let plain = figures.filter { !$0.hasHorizon }
    let measures = figures.filter(\.hasHorizon)
    let beside = plain.count == 1 && !measures.isEmpty ? plain : []
    let alone = beside.isEmpty ? plain : []
    var parts = stride(from: 0, to: alone.count, by: Self.mostColumns).map { start in
      let columns = alone[start..<min(start + Self.mostColumns, alone.count)].map { ($0, Int?.none) }
      return table(
        rows: domains(of: columns.map(\.0)), columns: columns, heading: columns.map { words.name(of: $0.0) })
    }
    for measure in measures {
      let columns = beside.map { ($0, Int?.none) } + words.study.horizons.map { (measure, Optional($0.years)) }
      let heading =
        beside.map { words.name(of: $0) } + words.study.horizons.map { words.within($0.years).uppercasedFirst }
      let text = table(rows: domains(of: beside + [measure]), columns: columns, heading: heading)
      if !text.isEmpty { parts.append("*\(words.name(of: measure))*\n\n" + text) }
    }
    return parts
  }

  private func table(rows: Choice, columns: [Column], heading: [String]) -> String {
    guard !rows.shown.isEmpty, !columns.isEmpty else { return "" }
    var table = MarkdownTable(heading: [rowHeading] + heading)
    for domain in rows.shown {
      table.rows.append(
        [rowLabel(domain, columns[0].indicator)]
          + columns.map { words.cell(find($0.indicator, domain, $0.horizon)) })
    }
    return table.text + leftNote(rows.left)
  }

  /// Rows by occupation, columns by the other dimension, at the middle horizon.
  private func crossTable(_ indicator: Indicator) -> String {
    let horizon = indicator.hasHorizon ? Self.horizon : nil
    let own = cells.filter { $0.indicator == indicator && $0.horizon == horizon }
    func distinct(_ domains: [Domain]) -> [Domain] {
      Set(domains).sorted { words.place(of: $0).lexicographicallyPrecedes(words.place(of: $1)) }
    }
    let columns = distinct(
      own.map { cell in
        var domain = cell.domain
        (domain.occupation, domain.horizon) = (nil, nil)
        return domain
      })
    let rows = distinct(own.map { Domain(occupation: $0.occupation) })
    let speaking = rows.filter { row in
      row == Domain() || own.contains { $0.occupation == row.occupation && $0.isSpeakable }
    }
    guard !columns.isEmpty, !speaking.isEmpty else { return "" }
    var table = MarkdownTable(
      heading: [words.dimension(.occupation1)] + columns.map { words.domain($0, of: indicator) })
    for row in speaking {
      table.rows.append(
        [rowLabel(row, indicator)]
          + columns.map { column in
            var domain = column
            domain.occupation = row.occupation
            return words.cell(find(indicator, domain, horizon))
          })
    }
    let when = horizon.map { ", " + words.within($0) } ?? ""
    return "*\(words.name(of: indicator))\(when)*\n\n" + table.text + leftNote(rows.count - speaking.count)
  }

  private func find(_ indicator: Indicator, _ domain: Domain, _ horizon: Int?) -> ReleasedCell? {
    var at = domain
    at.horizon = horizon
    return released.cell(spec.id, indicator, at)
  }

  // MARK: Rows

  typealias Choice = (shown: [Domain], left: Int)

  /// The domains that have cells, with at most one dimension away from its margin, in the order of the codes; the
  /// whole comes first. When there are too many, those that say most stay.
  func domains(of indicators: [Indicator]) -> Choice {
    var order: [Domain] = []
    var worth: [Domain: Int] = [:]
    for cell in cells where indicators.contains(cell.indicator) {
      var domain = cell.domain
      (domain.horizon, domain.item) = (nil, nil)
      guard domain.dimensionsInUse <= 1 else { continue }
      if worth[domain] == nil { order.append(domain) }
      worth[domain, default: 0] += Self.worth(cell)
    }
    order = order.enumerated()
      .sorted {
        (words.place(of: $0.element) + [$0.offset]).lexicographicallyPrecedes(words.place(of: $1.element) + [$1.offset])
      }
      .map(\.element)
    guard order.count > Self.mostRows else { return (order, 0) }
    let best = order.enumerated()
      .filter { (worth[$0.element] ?? 0) > 0 }
      .sorted { a, b in
        let (x, y) = (a.element.dimensionsInUse == 0, b.element.dimensionsInUse == 0)
        if x != y { return x }
        let (p, q) = (worth[a.element] ?? 0, worth[b.element] ?? 0)
        return p == q ? a.offset < b.offset : p > q
      }
      .prefix(Self.mostRows).map(\.offset).sorted()
    return (best.map { order[$0] }, order.count - best.count)
  }

  /// How much a cell tells the reader.
  private static func worth(_ cell: ReleasedCell) -> Int {
    guard cell.status == .shown else { return 0 }
    switch cell.grade {
    case .A: return 4
    case .B, nil: return 3
    case .C: return 1
    case .D: return 0
    }
  }

  func rowLabel(_ domain: Domain, _ indicator: Indicator) -> String {
    domain == Domain() ? words.pick("**Alla**", "**All**") : words.domain(domain, of: indicator)
  }

  private func leftNote(_ left: Int) -> String {
    guard left > 0 else { return "" }
    return "\n\n"
      + words.pick(
        "Ytterligare \(words.wording.count(left, one: "rad", many: "rader")) med färre pålitliga siffror finns i CSV-filen.",
        "A further \(words.wording.count(left, one: "row", many: "rows")) with fewer reliable figures are in the CSV file."
      )
  }

  var rowHeading: String {
    let names = dimensions.map { words.dimension($0) }
    return names.isEmpty
      ? " " : ([names[0]] + names.dropFirst().map(\.lowercasedFirst)).joined(separator: words.pick(" eller ", " or "))
  }
}

extension Domain {
  /// How many dimensions are away from their margin, horizon and item aside.
  var dimensionsInUse: Int {
    [municipality, sector, section, sizeClass, occupation].compactMap(\.self).count
  }
}
