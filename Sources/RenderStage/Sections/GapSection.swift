import ReleasedRecords
import SwedishText

/// Need against supply: a verdict where it can be given, and which part of the supply is unknown (F17, F18).
struct GapSection {
  let report: Report

  var values: [String: String] { ["verdicts": verdicts, "missing": missing] }

  private var gaps: [ReleasedCell] { report.released.cells.filter { $0.indicator == .gap } }

  private var verdicts: String {
    let words = report.words
    let decided = gaps.filter {
      $0.verdict != nil && $0.verdict != .undetermined && $0.occupation != nil && $0.status == .shown
    }
    guard !decided.isEmpty else {
      return words.pick(
        "För inget yrkesområde går det att avgöra om det blir brist eller överskott.",
        "For no occupational group can it be decided whether there will be a shortage or a surplus.")
    }
    return decided.compactMap { cell -> String? in
      guard let verdict = cell.verdict, let horizon = cell.horizon, let occupation = cell.occupation else { return nil }
      let when = words.pick("inom \(words.years(horizon))", "within \(words.years(horizon))")
      return "- \(words.occupation(occupation)), \(when): \(words.verdict(verdict))."
    }.joined(separator: "\n")
  }

  private var missing: String {
    let words = report.words
    let components = Set(gaps.flatMap { $0.missingComponents ?? [] }).sorted()
    guard !components.isEmpty else {
      return gaps.isEmpty
        ? words.pick(
          "Studien har inga uppgifter om tillgången på arbetskraft. Därför jämförs behovet inte med någon tillgång.",
          "The study has no data on the supply of labour. Need is therefore not compared with supply.")
        : words.pick("Alla delar av tillgången är kända.", "Every component of supply is known.")
    }
    let named = components.map { component($0) }
    return words.pick(
      "För några yrken saknas uppgift om \(words.wording.list(named)). Där är omdömet aldrig starkare än att det inte går att avgöra.",
      "For some occupations there are no data on \(words.wording.list(named)). There the verdict is never stronger than undetermined."
    )
  }

  private func component(_ code: String) -> String {
    let words = report.words
    switch code {
    case "seekersReady": return words.pick("arbetssökande som är redo", "seekers who are ready")
    case "graduates": return words.pick("nyutbildade", "graduates")
    case "completions": return words.pick("de som blir klara med en insats", "completions")
    case "netInMoves": return words.pick("nettoinflyttning", "net in-moves")
    case "commutingChange": return words.pick("förändrad pendling", "change in commuting")
    default: return code
    }
  }
}
