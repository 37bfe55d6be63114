import ReleasedRecords
import SwedishText

/// The facts of a project page as a table: what belongs together in one row, codes as names, running text left out.
struct ProjectPage {
  let report: Report

  private var words: Words { report.words }
  private static let shortText = 80

  var markdown: String {
    let rows = rows
    guard !rows.isEmpty else { return words.pick("Ingen projektsida är inläst.", "No project page was read.") }
    var table = MarkdownTable(
      heading: [words.pick("Uppgift", "Item"), words.pick("Enligt projektsidan", "On the project page")], words: [0, 1])
    table.rows = rows.map { [$0.label, Markdown.escape($0.value)] }
    return table.text
  }

  private typealias Row = (label: String, value: String)

  private var rows: [Row] {
    var rows: [Row] = []
    func add(_ sv: String, _ en: String, _ value: String?) {
      if let value, !value.isEmpty { rows.append((words.pick(sv, en), value)) }
    }
    add("Projekt", "Project", one("title"))
    add("Programområde", "Programme area", joined(["programmeArea", "programmeAreaName"]))
    add("Projektfas", "Phase", one("phase"))
    add("Projektägare", "Owner", one("owner"))
    add("Beviljat stöd", "Support granted", one("support").map { money($0) + supportShare })
    add("Total budget", "Total budget", one("budget").map { money($0) })
    add("Projektperiod", "Period", period)
    add("Region", "Region", one("regionName") ?? one("region"))
    add("Samarbetspartner", "Partners", all("partners").joined(separator: "; "))
    add("Kommuner som sidan räknar upp", "Municipalities that the page lists", municipalities)
    return rows + others
  }

  private func all(_ key: String) -> [String] { report.released.facts(key) }
  private func one(_ key: String) -> String? { all(key).first }

  private func joined(_ keys: [String]) -> String? {
    let values = keys.compactMap { one($0) }
    return values.isEmpty ? nil : values.joined(separator: " ")
  }

  /// `250000 kr` with its thousands set apart.
  private func money(_ value: String) -> String {
    guard value.hasSuffix(" kr"), let amount = Int(value.dropLast(3)) else { return value }
    return words.wording.number(amount) + words.pick("\u{A0}kr", " SEK")
  }

  private var supportShare: String {
    one("supportSharePercent").flatMap(Double.init).map {
      " (" + words.wording.percent($0 / 100, decimals: 1) + words.pick(" av budgeten)", " of the budget)")
    } ?? ""
  }

  private var period: String? {
    guard let from = one("periodFrom"), let to = one("periodTo") else { return one("periodFrom") }
    let days =
      one("periodDays").flatMap(Int.init).map {
        ", " + words.wording.count($0, one: words.pick("dag", "day"), many: words.pick("dagar", "days"))
      } ?? ""
    return (words.wording.dates(from: from, to: to) ?? "\(from)–\(to)") + days
  }

  private var municipalities: String? {
    let names = all("municipalitiesListed").map { words.municipality($0) }
    guard !names.isEmpty else { return nil }
    return words.wording.number(names.count) + ": " + names.sortedInSwedish(by: { $0 }).joined(separator: ", ")
  }

  private static let known: Set<String> = [
    "title", "programmeArea", "programmeAreaName", "phase", "owner", "support", "supportSharePercent", "budget",
    "periodFrom", "periodTo", "periodDays", "periodJulyDays", "region", "regionName", "ownerMunicipality", "partners",
    "municipalitiesListed",
  ]

  /// What another kind of page has: its own labels, one short value each.
  private var others: [Row] {
    var met: Set<String> = []
    let keys = report.released.facts.filter { $0.kind == .project }.map(\.key)
      .filter { !Self.known.contains($0) && met.insert($0).inserted }
    return keys.compactMap { key in
      let values = all(key)
      guard values.count == 1, let value = values.first, value.count <= Self.shortText else { return nil }
      return (Markdown.escape(label(key)), value)
    }
  }

  private func label(_ key: String) -> String {
    report.study.pageDescriptions.flatMap { $0.fields + $0.sections }.first { $0.key == key }?.label ?? key
  }
}
