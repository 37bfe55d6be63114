import ReleasedRecords

/// Retirements in two ways side by side (F14), and the employers' view of ten years as the opinion it is (FOR-09).
struct RetirementSection {
  let report: Report
  private var words: Words { report.words }

  var values: [String: String] { ["side-by-side": sideBySide, "opinion": opinion] }

  private func cell(_ indicator: Indicator, _ horizon: Int) -> ReleasedCell? {
    report.released.cell(indicator, Domain(horizon: horizon))
  }

  /// One row for each horizon: the employers' figure, and the scenarios by age, at the same employers.
  private var sideBySide: String {
    var table = MarkdownTable(
      heading: [
        words.pick("Inom", "Within"), words.pick("Arbetsgivarnas siffra", "Employers' figure"),
        words.pick("Ur åldrarna, sent uttag", "By age, late exit"), words.pick("Ur åldrarna", "By age"),
        words.pick("Ur åldrarna, tidigt uttag", "By age, early exit"),
      ])
    for horizon in report.study.horizons.map(\.years) {
      let scenarios = ExitAges.Scenario.allCases.map { cell(.occupationRetirementsFromAges($0), horizon) }
      table.rows.append(
        [words.years(horizon), words.cell(cell(.retirements, horizon))] + scenarios.map { words.cell($0) })
    }
    let said = report.study.horizons.map { "- " + agreement($0.years) }.joined(separator: "\n")
    return ([table.text] + words.footnotes(in: table.text).map { "*\($0)*" } + [said]).joined(separator: "\n\n")
  }

  /// Whether the two can both be right: said only where the intervals do not meet, over all scenarios.
  private func agreement(_ horizon: Int) -> String {
    let when = "**\(words.within(horizon).uppercasedFirst)**: "
    let own = cell(.retirements, horizon)
    let scenarios = ExitAges.Scenario.allCases.compactMap { cell(.occupationRetirementsFromAges($0), horizon) }
    guard let own, own.isSpeakable, scenarios.count == 3, scenarios.allSatisfy(\.isSpeakable),
      let low = scenarios.compactMap(\.low).min(), let high = scenarios.compactMap(\.high).max(),
      let ownLow = own.low, let ownHigh = own.high
    else {
      return when
        + words.pick(
          "de två siffrorna går inte att hålla mot varandra.", "the two figures cannot be held against each other.")
    }
    if ownHigh < low {
      return when
        + words.pick(
          "arbetsgivarna räknar med färre än åldrarna säger, vilket uttag man än antar.",
          "employers expect fewer than the ages say, whichever exit is assumed.")
    }
    if ownLow > high {
      return when
        + words.pick(
          "arbetsgivarna räknar med fler än åldrarna säger, vilket uttag man än antar.",
          "employers expect more than the ages say, whichever exit is assumed.")
    }
    return when
      + words.pick(
        "de två siffrorna motsäger inte varandra.", "the two figures do not contradict each other.")
  }

  /// Ten years on: what employers think, beside what ages and rates of separation give. Nothing is blended.
  private var opinion: String {
    guard report.study.horizons.contains(.tenYears) else { return "" }
    let horizon = Horizon.tenYears.years
    let rows: [(Indicator, String)] = [
      (.postsToFill, words.pick("Arbetsgivarnas åsikt: platser att fylla", "Employers' opinion: posts to fill")),
      (.occupationGrowth, words.pick("Arbetsgivarnas åsikt: tillväxt", "Employers' opinion: growth")),
      (.retirements, words.pick("Arbetsgivarnas åsikt: pensionsavgångar", "Employers' opinion: retirements")),
      (
        .occupationRetirementsFromAges,
        words.pick("Framskrivning: pension ur åldrarna", "Projection: retirements by age")
      ),
      (.openings, words.pick("Framskrivning: öppningar enligt avgångstal", "Projection: openings by separation rates")),
    ]
    var table = MarkdownTable(heading: [words.within(horizon).uppercasedFirst, words.pick("Personer", "Persons")])
    for (indicator, name) in rows where report.asks(indicator) {
      table.rows.append([name, words.cell(cell(indicator, horizon))])
    }
    return ([table.text] + words.footnotes(in: table.text).map { "*\($0)*" }).joined(separator: "\n\n")
  }
}

extension Report {
  /// Some table of the study has the indicator.
  func asks(_ indicator: Indicator) -> Bool { study.tables.contains { $0.indicators.contains(indicator) } }
}
