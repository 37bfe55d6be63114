import ReleasedRecords

/// How sure the figures are, and what cannot be said: made from the grades (FOR-16).
struct MethodSection {
  let report: Report

  private var words: Words { report.words }
  private var cells: [ReleasedCell] { report.released.cells }

  var values: [String: String] {
    [
      "limits": limits,
      "cannot-be-said": LimitsSection(report: report).markdown,
      "coherence": CoherenceSection(report: report).markdown,
      "comparability": ComparabilitySection(report: report).markdown,
      "cells": words.wording.number(cells.count),
      "minimum-group": words.wording.number(report.study.minimumGroup),
      "minimum-contributors": words.wording.number(report.study.protection.minimumContributors),
      "person-threshold": words.wording.number(report.study.protection.personThreshold),
      "rounding": words.wording.number(report.study.protection.rounding),
      "exempt": exempt,
      "groups": words.wording.number(report.released.count("aggregate", "response groups") ?? 0),
      "assumptions": AssumptionSection(report: report).markdown,
      "readability": readability,
    ]
  }

  /// Of the first page's running text.
  private var readability: String {
    let page = FirstPage(report: report).values
    let text = ["headline", "certainty", "actions"].compactMap { page[$0] }.joined(separator: "\n")
    return ReadabilityIndex(text).value.map { words.wording.number($0) } ?? words.symbol(.cannotOccur)
  }

  private var exempt: String {
    let sectors = report.study.protection.exemptSectors.map { words.employers(sector: $0.rawValue, sizeClass: nil) }
    guard !sectors.isEmpty else { return words.pick("Ingen sektor är undantagen", "No sector is exempt") }
    return words.pick(
      "Undantagna från reglerna om arbetsgivare, men inte från dem om personer, är: ",
      "Exempt from the rules on employers, but not from those on persons, are: ") + words.wording.list(sectors)
  }

  /// Per measure, in how many cells what may be said.
  private var limits: String {
    var table = MarkdownTable(
      heading: words.language == .swedish
        ? [
          "Mått", "Tal (A)", "Intervall (B)", "Ord (C)", "För osäkert (..)", "Sekretess (×)",
          "Noll, kan inte finnas, ej frågat",
        ]
        : [
          "Measure", "Number (A)", "Interval (B)", "Words (C)", "Too uncertain (..)", "Confidential (×)",
          "Zero, cannot occur, not asked",
        ])
    for indicator in Indicator.allCases {
      let own = cells.filter { $0.indicator == indicator }
      guard !own.isEmpty else { continue }
      table.rows.append([name(of: indicator)] + counts(own))
    }
    table.rows.append([words.pick("**Alla mått**", "**All measures**")] + counts(cells))
    return table.text
  }

  /// Two measures of the same name are told apart by whom they speak of.
  private func name(of indicator: Indicator) -> String {
    let name = words.name(of: indicator)
    let isShared = Indicator.allCases.contains { $0 != indicator && words.name(of: $0) == name }
    guard isShared, indicator.isPerOccupation else { return name }
    return name + words.pick(", efter yrke", ", by occupation")
  }

  private func counts(_ cells: [ReleasedCell]) -> [String] {
    let shown = cells.filter { $0.status == .shown }
    let grades = [Grade.A, .B, .C].map { grade in shown.count { $0.grade == grade } }
    // Supply is stated, not estimated: a number without a grade.
    let stated = shown.count { $0.grade == nil }
    let uncertain = cells.count { $0.status == .uncertain } + shown.count { $0.grade == .D }
    let hidden = cells.count { $0.status == .confidential }
    let rest = cells.count - grades.reduce(0, +) - stated - uncertain - hidden
    return ([grades[0] + stated] + grades.dropFirst() + [uncertain, hidden, rest]).map { words.wording.number($0) }
  }
}
