import ReleasedRecords
import SwedishText

/// A table that match alone has made (F17): supply by component, the gap by scenario, external factors, and which
/// assumption matters. At the middle horizon; the others are in the CSV file.
struct ForecastTable {
  let report: Report
  let spec: TableSpec

  static func isOwn(_ spec: TableSpec) -> Bool { spec.indicators.allSatisfy(\.isFromSupply) }

  var words: Words { report.words }
  var cells: [ReleasedCell] { report.released.cells(ofTable: spec.id) }

  var markdown: String {
    var parts: [String] = []
    if spec.indicators.contains(.supplyComponents) {
      parts += [ForecastNotes(report: report).supply, components, others]
    }
    if spec.indicators.contains(.gapByScenario) {
      parts += [ForecastNotes(report: report).scenarios, scenarios, others]
    }
    if spec.indicators.contains(.factorEffects) { parts += FactorTable(table: self).parts }
    if spec.indicators.contains(.gapMoveLow) {
      parts += [SensitivityTable(table: self).markdown, ForecastNotes(report: report).sensitivity, others]
    }
    if spec.indicators.contains(.countyNeed) { parts.append(ForecastNotes(report: report).county) }
    if spec.indicators.contains(.gapDrift) { parts.append(ForecastNotes(report: report).drift) }
    let text = parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
    let notes = words.footnotes(in: text).map { "*\($0)*" }
    return ([text] + notes + [plain]).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// What needs no table of its own kind.
  private var plain: String {
    let made: Set<Indicator> = [
      .supplyComponents, .supply, .gapByScenario, .factorEffects, .gapWithoutFactors, .gapMoveLow, .gapMoveHigh,
    ]
    var left = spec
    left.indicators = spec.indicators.filter { !made.contains($0) }
    return left.indicators.isEmpty
      ? "" : BodyTable(spec: left, released: report.released, words: words).markdown
  }

  /// The horizon of a table that has room for one: the middle one, or the only one.
  var horizon: Int {
    let own = report.study.horizons.map(\.years)
    return own.contains(BodyTable.horizon) ? BodyTable.horizon : own.last ?? BodyTable.horizon
  }

  /// The parts of the population that have cells, the whole first.
  func domains(of indicator: Indicator) -> [Domain] {
    BodyTable(spec: spec, released: report.released, words: words).domains(of: [indicator]).shown
  }

  func cell(_ indicator: Indicator, _ domain: Domain, item: String? = nil) -> ReleasedCell? {
    var at = domain
    (at.horizon, at.item) = (horizon, item)
    return report.released.cell(spec.id, indicator, at)
  }

  func label(_ domain: Domain) -> String {
    domain == Domain() ? words.pick("**Alla**", "**All**") : words.domain(domain, of: .gap)
  }

  private var others: String {
    let left = report.study.horizons.map(\.years).filter { $0 != horizon }.map { words.within($0) }
    return left.isEmpty
      ? "" : words.pick("I CSV-filen finns också: ", "The CSV file also has: ") + words.wording.list(left) + "."
  }

  private func table(_ title: String, _ heading: [String], _ rows: [[String]]) -> String {
    guard !rows.isEmpty else { return "" }
    var table = MarkdownTable(heading: heading)
    table.rows = rows
    return "*\(title)*\n\n" + table.text
  }

  private var occupation: String { words.dimension(.occupation1) }

  // MARK: Components

  private var components: String {
    table(
      words.within(horizon).uppercasedFirst,
      [occupation] + SupplyComponent.allCases.map { words.component($0) } + [words.pick("**Summa**", "**Sum**")],
      domains(of: .supplyComponents).map { domain in
        var at = domain
        at.horizon = horizon
        return [label(domain)]
          + SupplyComponent.allCases.map { words.cell(cell(.supplyComponents, domain, item: $0.rawValue)) }
          + [words.cell(report.released.cell(.supply, at))]
      })
  }

  // MARK: Scenarios

  private var scenarios: String {
    let set = report.study.assumptions.scenarioSet
    let text = table(
      words.within(horizon).uppercasedFirst, [occupation] + set.map { Markdown.escape($0.name[words.language]) },
      domains(of: .gapByScenario).map { domain in
        [label(domain)] + set.map { words.cell(cell(.gapByScenario, domain, item: $0.id)) }
      })
    return set.map { "- **\(Markdown.escape($0.name[words.language])):** \(values(of: $0))" }.joined(separator: "\n")
      + "\n\n" + text
  }

  /// What a scenario assumes, in words: `Nyutbildade högt; elektrifierad fordonsindustri lågt. Resten bas.`
  private func values(of scenario: Scenario) -> String {
    let assumptions = report.study.assumptions
    var ids = SupplyComponent.allCases.map { assumptions.id(of: $0) } + assumptions.factors.map(\.id)
    var met: Set<String> = []
    ids = ids.filter { met.insert($0).inserted }
    let named = ids.compactMap { id in
      scenario.values[id].flatMap { end in
        end == .base ? nil : words.inSentence(words.assumption(id)) + " " + words.end(end)
      }
    }
    guard !named.isEmpty else {
      return words.pick("alla antaganden har sitt troligaste värde.", "every assumption has its base value.")
    }
    let rest = named.count == ids.count ? "" : words.pick(" Resten bas.", " The rest base.")
    return Markdown.escape(named.joined(separator: "; ")) + "." + rest
  }
}
