import ReleasedRecords

/// What cannot be said, made from the grades: nobody writes it, and nobody can forget it (FOR-16).
struct LimitsSection {
  let report: Report
  private var words: Words { report.words }

  var markdown: String {
    let lines = headlines + [occupations, ladder].compactMap(\.self)
    guard !lines.isEmpty else {
      return words.pick(
        "Alla huvudsiffror har ett tal eller ett intervall.", "Every headline has a number or an interval.")
    }
    return lines.map { "- " + $0 }.joined(separator: "\n")
  }

  private static let questions: [Indicator] = [
    .staff, .growth, .postsToFill, .retirements, .occupationGrowth, .replacementNeed, .openings, .gap,
  ]

  /// Headlines of which there is a word at most, horizon by horizon, and why.
  private var headlines: [String] {
    Self.questions.filter { report.asks($0) }.compactMap { indicator in
      let horizons: [Int?] = indicator.hasHorizon ? report.study.horizons.map(\.years) : [nil]
      let silent = horizons.compactMap { horizon -> (when: String, why: String)? in
        let cell = report.released.cell(indicator, Domain(horizon: horizon))
        guard cell?.isSpeakable != true else { return nil }
        return (horizon.map { words.within($0) } ?? words.pick("i dag", "today"), words.reason(cell))
      }
      guard let first = silent.first else { return nil }
      let name = "**\(words.name(of: indicator))**"
      let isSame = silent.allSatisfy { $0.why == first.why }
      let parts =
        isSame
        ? words.wording.list(silent.map(\.when)) + ": " + first.why
        : words.wording.list(silent.map { "\($0.when) (\($0.why))" })
      return words.pick("\(name) går inte att ange i tal \(parts).", "\(name) cannot be put in numbers \(parts).")
    }
  }

  /// Major groups of which no number of posts can be given at the middle horizon.
  private var occupations: String? {
    let horizon = Horizon.fiveYears.years
    let codes = report.occupations(of: .postsToFill, digits: 1)
    let silent = codes.filter {
      report.released.cell(.postsToFill, Domain(occupation: $0, horizon: horizon))?.isSpeakable != true
    }
    guard !silent.isEmpty, report.study.horizons.contains(.fiveYears) else { return nil }
    let names = words.wording.list(silent.map { words.inSentence(words.occupation($0)) })
    return words.pick(
      "Platser att fylla \(words.within(horizon)) går inte att ange i tal för \(silent.count) av \(codes.count) yrkesområden: \(names).",
      "Posts to fill \(words.within(horizon)) cannot be put in numbers for \(silent.count) of \(codes.count) major groups: \(names)."
    )
  }

  /// Remarks on jobs that too few have made.
  private var ladder: String? {
    guard let count = report.released.count("protect", "remarks of too few employers, not named"), count > 0 else {
      return nil
    }
    return words.pick(
      "Vad en enda eller två arbetsgivare säger om \(words.wording.count(count, one: "yrke", many: "yrken")) som försvinner eller kommer till går inte att återge.",
      "What one or two employers say about \(words.wording.count(count, one: "occupation", many: "occupations")) that vanish or appear cannot be told."
    )
  }
}
