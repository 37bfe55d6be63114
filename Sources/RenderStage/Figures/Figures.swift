import Markup
import ReleasedRecords
import SwedishText

/// The figures of the report: each a picture in its language, and the same in words beneath it (REP-07, REP-08).
struct Figures {
  let report: Report

  /// A figure as the template places it, and as a file.
  struct Figure {
    var name: String
    var title: String
    /// All that the picture shows, in sentences.
    var sentences: String
    var svg: (Words, String) throws(XMLWriterError) -> String
  }

  private var words: Words { report.words }

  /// By the name that templates use; a figure with nothing to draw says so.
  var values: [String: String] {
    var values: [String: String] = [:]
    for (name, figure) in all {
      values[name] =
        figure.map { figure in
          "![\(figure.title)](\(path(figure)))\n\n" + words.pick("*I ord:* ", "*In words:* ") + figure.sentences
        }
        ?? words.pick(
          "*Ingen figur: inget av det den skulle visa är pålitligt nog att ritas.*",
          "*No figure: nothing of what it would show is sure enough to be drawn.*")
    }
    return values
  }

  func files() throws(XMLWriterError) -> [RenderedFile] {
    var files: [RenderedFile] = []
    for (_, figure) in all {
      guard let figure else { continue }
      files.append(RenderedFile(path: path(figure), text: try figure.svg(words, Markdown.plain(figure.sentences))))
    }
    return files
  }

  private func path(_ figure: Figure) -> String { "figures/\(figure.name).\(words.language.rawValue).svg" }

  private var all: [(name: String, figure: Figure?)] {
    [
      ("causes", causes), ("sectors", sectors), ("balance", balance), ("competences", competences),
      ("supports", supports), ("response", response), ("sensitivity", sensitivity),
    ]
  }

  // MARK: Posts to fill and their causes

  private static let causes: [(indicator: Indicator, fill: Drawing.Fill)] = [
    (.retirements, .solid), (.otherLeavers, .stripes), (.occupationGrowth, .dots), (.postsToFill, .cross),
  ]

  private func causeRows(_ domain: Domain) -> [RangeChart.Row] {
    Self.causes.map { indicator, fill in
      RangeChart.Row(
        label: indicator == .postsToFill
          ? words.pick("Platser att fylla i allt", "Posts to fill in all") : words.name(of: indicator),
        cell: report.released.cell(indicator, domain), fill: fill)
    }
  }

  private var causes: Figure? {
    ranges(
      "causes",
      RangeChart(
        title: words.pick("Platser att fylla efter orsak", "Posts to fill by cause"),
        axisLabel: words.pick("personer", "persons"),
        groups: report.study.horizons.map { horizon in
          RangeChart.Group(
            title: words.pick("Inom \(words.years(horizon.years))", "Within \(words.years(horizon.years))"),
            rows: causeRows(Domain(horizon: horizon.years)))
        }, style: .bars))
  }

  private var sectors: Figure? {
    let horizon = Horizon.fiveYears.years
    let groups = Sector.allCases.compactMap { sector -> RangeChart.Group? in
      let rows = causeRows(Domain(sector: sector.rawValue, horizon: horizon))
      return rows.contains { $0.cell != nil }
        ? RangeChart.Group(title: words.sector(sector.rawValue), rows: rows) : nil
    }
    return ranges(
      "sectors",
      RangeChart(
        title: words.pick(
          "Platser att fylla efter sektor och orsak, inom \(words.years(horizon))",
          "Posts to fill by sector and cause, within \(words.years(horizon))"),
        axisLabel: words.pick("personer", "persons"), groups: groups, style: .bars))
  }

  // MARK: One row per occupation or item

  private var balance: Figure? {
    let codes = report.occupations(of: .shortageBalance, digits: 1)
    let rows = ([nil] + codes.map(Optional.some)).map { code in
      RangeChart.Row(
        label: code.map { words.occupation($0) } ?? words.pick("Alla yrken", "All occupations"),
        cell: report.released.cell(.shortageBalance, Domain(occupation: code)))
    }
    return ranges(
      "balance",
      RangeChart(
        title: words.pick("Svårt eller lätt att rekrytera", "Hard or easy to recruit"),
        axisLabel: words.pick(
          "andel av de anställda i yrket där det är svårt, minus andelen där det är lätt (procentenheter)",
          "share of the occupation's staff where it is hard, minus the share where it is easy (points)"),
        groups: [RangeChart.Group(rows: rows)], limits: -1...1,
        ends: (words.pick("mest lätt", "mostly easy"), words.pick("mest svårt", "mostly hard"))))
  }

  private var competences: Figure? {
    items(
      "competences", .competencesLacking,
      words.pick("Kompetens som arbetsgivare saknar", "Competences that employers lack"))
  }

  private var supports: Figure? {
    items(
      "supports", .hiringSupports,
      words.pick("Vad som behövs för att anställa ur målgrupperna", "What it takes to hire from the target groups"))
  }

  private func items(_ name: String, _ indicator: Indicator, _ title: String) -> Figure? {
    let rows = report.items(of: indicator).map { item in
      RangeChart.Row(
        label: words.item(item, of: indicator), cell: report.released.cell(indicator, Domain(item: item)))
    }
    return ranges(
      name,
      RangeChart(
        title: title, axisLabel: words.pick("andel av arbetsgivarna", "share of employers"),
        groups: [RangeChart.Group(rows: rows)]))
  }

  private func ranges(_ name: String, _ chart: RangeChart) -> Figure? {
    guard !chart.drawn.isEmpty else { return nil }
    return Figure(name: name, title: chart.title, sentences: sentences(of: chart)) {
      (words, description) throws(XMLWriterError) in try chart.svg(words, description: description)
    }
  }

  /// Group by group what is drawn, and at the end what is not.
  private func sentences(of chart: RangeChart) -> String {
    let drawn = chart.groups.compactMap { group -> String? in
      let rows = group.rows.filter { RangeChart.mark($0.cell) != nil }
      guard !rows.isEmpty else { return nil }
      let said = rows.map { "\(words.inSentence($0.label)) \(words.cell($0.cell))" }.joined(separator: "; ")
      return (group.title.map { "\($0): \(said)" } ?? said.uppercasedFirst) + "."
    }
    let left = chart.groups.flatMap { group in
      group.rows.filter { RangeChart.mark($0.cell) == nil }.map { row in
        words.inSentence(row.label) + (group.title.map { ", " + words.inSentence($0) } ?? "")
          + " (\(words.reason(row.cell)))"
      }
    }
    let rest =
      left.isEmpty ? "" : words.pick(" Inte ritat: ", " Not drawn: ") + left.joined(separator: "; ") + "."
    return drawn.joined(separator: " ") + rest
  }

  // MARK: What moves the gap

  private var sensitivity: Figure? {
    guard let spec = report.study.tables.first(where: { $0.indicators.contains(.gapMoveLow) }) else { return nil }
    let forecast = ForecastTable(report: report, spec: spec)
    let rows = SensitivityTable(table: forecast).rows(at: Domain()).compactMap { row -> TornadoChart.Row? in
      guard row.isKnown, let low = row.low?.estimate, let high = row.high?.estimate else { return nil }
      return TornadoChart.Row(
        label: words.gapItem(row.item), low: low, high: high,
        note: "\(words.change(low)) / \(words.change(high))")
    }
    guard !rows.isEmpty else { return nil }
    let chart = TornadoChart(
      title: words.pick(
        "Vad som flyttar gapet mest, \(words.within(forecast.horizon))",
        "What moves the gap most, \(words.within(forecast.horizon))"),
      axisLabel: words.pick("ändring av gapet, personer", "change of the gap, persons"), rows: rows)
    let said = rows.map { row in
      words.inSentence(row.label)
        + words.pick(
          " \(words.change(row.low)) när det är lågt och \(words.change(row.high)) när det är högt",
          " \(words.change(row.low)) when low and \(words.change(row.high)) when high")
    }.joined(separator: "; ")
    return Figure(
      name: "sensitivity", title: chart.title, sentences: said.uppercasedFirst + "."
    ) { (words, description) throws(XMLWriterError) in try chart.svg(words, description: description) }
  }

  // MARK: Response

  private var response: Figure? {
    let strata = report.released.fieldwork
    let sectors = Sector.allCases.filter { sector in strata.contains { $0.sector == sector && $0.approached > 0 } }
    let sizes = report.study.sizeClasses.map(\.code)
    guard !sectors.isEmpty else { return nil }
    let cells = sectors.map { sector in
      sizes.map { size -> ResponseChart.Cell? in
        let own = strata.filter { $0.sector == sector && $0.sizeClass == size && $0.approached > 0 }
        guard !own.isEmpty else { return nil }
        return ResponseChart.Cell(
          answered: own.reduce(0) { $0 + $1.answered }, eligible: own.reduce(0) { $0 + $1.approached - $1.ineligible })
      }
    }
    let chart = ResponseChart(
      title: words.pick("Svarsfrekvens efter sektor och storlek", "Response rate by sector and size"),
      rows: sectors.map { words.sector($0.rawValue) }, columns: sizes.map { words.sizeClass($0) }, cells: cells)
    let said = zip(chart.rows, cells).compactMap { row, cells -> String? in
      let all = ResponseChart.Cell(
        answered: cells.reduce(0) { $0 + ($1?.answered ?? 0) }, eligible: cells.reduce(0) { $0 + ($1?.eligible ?? 0) })
      return all.said(words).map { "\(words.inSentence(row)) \($0)" }
    }
    let sentences =
      words.pick("Svarsfrekvens i alla storlekar tillsammans: ", "Response rate of all sizes together: ")
      + said.joined(separator: "; ")
      + words.pick(". Varje storlek står i tabellen nedanför.", ". Each size stands in the table below.")
    return Figure(name: "response", title: chart.title, sentences: sentences) {
      (words, description) throws(XMLWriterError) in try chart.svg(words, description: description)
    }
  }
}
