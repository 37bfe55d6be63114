import ReleasedRecords
import SwedishText

/// Need against supply: a verdict where it can be given, and which part of the supply is unknown (F17, F18).
struct GapSection {
  let report: Report

  var values: [String: String] { ["base": base, "verdicts": verdicts, "missing": missing] }

  private var words: Words { report.words }
  private var gaps: [ReleasedCell] { report.released.cells.filter { $0.indicator == .gap } }

  /// Need and supply do not speak of the same employers, and which way that pulls the gap.
  private var base: String {
    let needs = report.released.cells.filter { $0.indicator == .replacementNeed }
    guard !needs.isEmpty else { return "" }
    let isWithout = needs.contains { $0.excludesDominant == true && $0.status == .shown }
    let without = isWithout ? words.pick(" och är ", " and is ") + words.withoutDominant : ""
    return words.pick(
      "**Att tänka på:** behovet gäller arbetsgivare med \(report.study.longFormFrom) anställda eller fler\(without), men tillgången gäller hela \(words.place). Behöver också de andra folk är en brist större än den ser ut, och något överskott går inte att hävda.",
      "**Bear in mind:** the need is that of employers with \(report.study.longFormFrom) staff or more\(without), but the supply is that of all of \(words.place). If the others need people too, a shortage is larger than it looks, and no surplus can be claimed."
    )
  }

  /// By horizon and verdict, the occupations it is given for.
  private var verdicts: String {
    let decided = gaps.filter {
      $0.verdict != nil && $0.verdict != .undetermined && $0.occupation != nil && $0.status == .shown
        && $0.grade != .D
    }
    guard !decided.isEmpty else {
      return words.pick(
        "För inget yrkesområde går det att avgöra om det blir brist eller överskott.",
        "For no occupational group can it be decided whether there will be a shortage or a surplus.")
    }
    var lines: [String] = []
    for horizon in report.study.horizons.map(\.years) {
      for verdict in Verdict.allCases {
        let names = decided.filter { $0.horizon == horizon && $0.verdict == verdict }
          .map { words.inSentence(words.occupation($0.occupation ?? "")) }
        guard !names.isEmpty else { continue }
        lines.append(
          "- **\(words.within(horizon).uppercasedFirst)**, \(words.verdict(verdict)): \(names.joined(separator: "; "))."
        )
      }
    }
    return lines.joined(separator: "\n")
  }

  private var missing: String {
    let components = Set(gaps.flatMap { $0.missingComponents ?? [] }).sorted()
    guard !components.isEmpty else {
      return gaps.isEmpty
        ? words.pick(
          "Studien har inga uppgifter om tillgången på arbetskraft. Därför jämförs behovet inte med någon tillgång.",
          "The study has no data on the supply of labour. Need is therefore not compared with supply.")
        : words.pick("Alla delar av tillgången är kända.", "Every component of supply is known.")
    }
    let named = components.map { words.inSentence(words.gapItem($0)) }
    return words.pick(
      "För några yrken saknas uppgift om \(words.wording.list(named)). Där är omdömet aldrig starkare än att det inte går att avgöra.",
      "For some occupations there are no data on \(words.wording.list(named)). There the verdict is never stronger than undetermined."
    )
  }
}
