import ReleasedRecords

/// Posts to fill by cause: the study's premise, that retirement is the main driver, put to the test (EST-06).
struct NeedSection {
  let report: Report

  var values: [String: String] {
    ["sentences": sentences, "premise": premise]
  }

  /// One sentence per horizon, worded by grade.
  private var sentences: String {
    let words = report.words
    let lines = report.study.horizons.compactMap { horizon -> String? in
      guard let cell = report.released.cell("posts-to-fill", .postsToFill, Domain(horizon: horizon.years)) else {
        return nil
      }
      let when = words.pick("Inom \(words.years(horizon.years))", "Within \(words.years(horizon.years))")
      if let spoken = words.spoken(cell) {
        let perYear = perYear(cell, horizon).map { words.pick(", eller \($0) om året", ", or \($0) a year") } ?? ""
        return words.pick(
          "\(when) räknar arbetsgivarna med \(spoken) platser att fylla\(perYear).",
          "\(when) employers expect \(spoken) posts to fill\(perYear).")
      }
      guard cell.direction == .positive else {
        return words.pick(
          "\(when): svaren är för osäkra för att säga något.", "\(when): the answers are too uncertain to say anything.")
      }
      return words.pick(
        "\(when) finns det platser att fylla, men hur många går inte att säga.",
        "\(when) there are posts to fill, but how many cannot be said.")
    }
    return lines.map { "- " + $0 }.joined(separator: "\n")
  }

  func perYear(_ cell: ReleasedCell, _ horizon: Horizon) -> String? {
    let words = report.words
    let years = Double(horizon.years)
    if let estimate = cell.estimate { return words.pick("omkring ", "about ") + words.wording.number(estimate / years) }
    guard let low = cell.low, let high = cell.high, cell.grade == .B else { return nil }
    return words.pick("mellan ", "between ") + words.wording.number(low / years) + words.pick(" och ", " and ")
      + words.wording.number(high / years)
  }

  /// Supported when retirement is surely more than half of all who leave, contradicted when surely less.
  private var premise: String {
    let words = report.words
    let lines = report.study.horizons.map { horizon -> String in
      let when = words.pick("inom \(words.years(horizon.years))", "within \(words.years(horizon.years))")
      let share = report.released.cell("posts-to-fill", .retirementShareOfLeavers, Domain(horizon: horizon.years))
      guard let share, share.status == .shown else {
        return words.pick("\(when): avgörs inte av svaren", "\(when): the answers do not decide")
      }
      let range = words.interval(share).map { " (\($0))" } ?? ""
      if let low = share.low, low > 0.5 {
        return words.pick("\(when): stöds\(range)", "\(when): supported\(range)")
      }
      if let high = share.high, high < 0.5 {
        return words.pick("\(when): motsägs\(range)", "\(when): contradicted\(range)")
      }
      if let direction = share.direction {
        return direction == .positive
          ? words.pick("\(when): stöds", "\(when): supported") : words.pick("\(when): motsägs", "\(when): contradicted")
      }
      return words.pick("\(when): avgörs inte av svaren\(range)", "\(when): the answers do not decide\(range)")
    }
    return lines.map { "- " + $0.uppercasedFirst + "." }.joined(separator: "\n")
  }
}
