import ReleasedRecords

/// The comparability card: which measures may be held against surveys abroad, and which may not (EST-20).
struct ComparabilitySection {
  let report: Report
  private var words: Words { report.words }

  var markdown: String {
    var table = MarkdownTable(
      heading: [words.pick("Mått", "Measure")] + ComparedSurvey.allCases.map { name(of: $0) })
    let asked = Indicator.allCases.filter { report.asks($0) }
    let compared = asked.filter { indicator in
      ComparedSurvey.allCases.contains { indicator.comparability(with: $0) != .notComparable }
    }
    for indicator in compared {
      table.rows.append(
        [words.name(of: indicator)] + ComparedSurvey.allCases.map { degree(indicator, $0) })
    }
    let rest = asked.count - compared.count
    let others = words.pick(
      "Rapportens \(rest) andra mått har ingen motsvarighet där och ska inte jämföras.",
      "The report's \(rest) other measures have no counterpart there and should not be compared.")
    return (compared.isEmpty ? [] : [table.text]).joined() + "\n\n" + others
  }

  private func degree(_ indicator: Indicator, _ survey: ComparedSurvey) -> String {
    switch indicator.comparability(with: survey) {
    case .same: return words.pick("samma", "same")
    case .near:
      let why = indicator.difference(from: survey).map { ": " + $0[words.language] } ?? ""
      return words.pick("nära", "near") + why
    case .notComparable: return words.pick("jämförs inte", "not comparable")
    }
  }

  private func name(of survey: ComparedSurvey) -> String {
    switch survey {
    case .employerSkillsSurvey: "Employer Skills Survey (UK)"
    case .jobVacancyStatistics: words.pick("Lediga jobb (Eurostat)", "Job vacancy statistics (Eurostat)")
    }
  }
}
