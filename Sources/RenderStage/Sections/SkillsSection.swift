import ReleasedRecords
import SwedishText

/// What is lacking, what is hard to find, and what it takes to hire from the target groups, in sentences.
struct SkillsSection {
  let report: Report

  var values: [String: String] {
    ["lacking": lacking, "hardest": hardest, "supports": supports]
  }

  /// Items of an indicator that may be said in numbers, largest first; of equal ones, those named first in the form.
  func ranked(_ indicator: Indicator) -> [ReleasedCell] {
    report.released.cells
      .filter { $0.indicator == indicator && $0.item != nil && $0.domain.dimensionsInUse == 0 && $0.status == .shown }
      .filter { $0.grade == .A || $0.grade == .B }
      .enumerated()
      .sorted { (-middle($0.element), $0.offset) < (-middle($1.element), $1.offset) }
      .map(\.element)
  }

  private func middle(_ cell: ReleasedCell) -> Double {
    cell.estimate ?? ((cell.low ?? 0) + (cell.high ?? 0)) / 2
  }

  private func sentence(_ cells: [ReleasedCell], _ sv: String, _ en: String) -> String {
    let words = report.words
    let named = cells.prefix(3).map { cell in
      words.item(cell.item ?? "", of: cell.indicator).lowercasedFirst + " (\(words.interval(cell) ?? ""))"
    }
    guard !named.isEmpty else {
      return words.pick("Svaren är för osäkra för att rangordnas.", "The answers are too uncertain to be ranked.")
    }
    return words.pick(sv, en) + words.wording.list(named) + "."
  }

  private var lacking: String {
    sentence(
      ranked(.competencesLacking), "Oftast saknas: ", "Most often lacking: ")
      + report.words.pick(
        " Intervallen anger andelen av arbetsgivarna.", " The intervals are shares of employers.")
  }

  private var supports: String {
    sentence(
      ranked(.hiringSupports).filter { $0.item != "none" },
      "Det som oftast behövs: ", "What it most often takes: ")
  }

  /// Occupations whose balance is surely on the hard side.
  private var hardest: String {
    let words = report.words
    let cells = report.released.cells
      .filter {
        $0.table == "shortage-balance" && $0.indicator == .shortageBalance && $0.occupation != nil
          && $0.status == .shown
          && ($0.low ?? -1) > 0 || $0.table == "shortage-balance" && $0.direction == .positive && $0.occupation != nil
      }
      .sorted { (-middle($0), $0.id) < (-middle($1), $1.id) }
    guard !cells.isEmpty else {
      return words.pick(
        "Inget yrkesområde är säkert svårt att rekrytera till; se intervallen.",
        "No occupational group is surely hard to recruit to; see the intervals.")
    }
    let named = cells.prefix(4).map { words.occupation($0.occupation ?? "").lowercasedFirst }
    return words.pick(
      "Fler anställda arbetar där det är svårt än där det är lätt att rekrytera, bland: \(words.wording.list(named)).",
      "More staff work where recruiting is hard than where it is easy, among: \(words.wording.list(named)).")
  }
}
