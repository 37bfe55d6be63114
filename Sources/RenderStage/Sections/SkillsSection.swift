import ReleasedRecords
import SwedishText

/// What is lacking, what is hard to find, and what it takes to hire from the target groups, in sentences.
struct SkillsSection {
  let report: Report

  private var words: Words { report.words }

  var values: [String: String] {
    [
      "lacking": lacking, "balance": balance, "obstacles": obstacles, "supports": supports,
      "index": ShortageIndexSection(report: report).markdown,
    ]
  }

  /// Items of an indicator that may be said in numbers, by what they are at least; of equal ones, those named first
  /// in the form.
  private func ranked(_ indicator: Indicator) -> [ReleasedCell] {
    report.items(of: indicator).filter { $0 != "none" }
      .compactMap { report.released.cell(indicator, Domain(item: $0)) }
      .filter { $0.isSpeakable && $0.least > 0 }
      .enumerated().sorted { (-$0.element.least, $0.offset) < (-$1.element.least, $1.offset) }
      .map(\.element)
  }

  /// Items with what is known of them; no claim that they come before others.
  func named(_ indicator: Indicator, atMost most: Int) -> String? {
    let named = ranked(indicator).prefix(most).map { cell in
      words.inSentence(words.item(cell.item ?? "", of: indicator)) + (words.interval(cell).map { " (\($0))" } ?? "")
    }
    return named.isEmpty ? nil : words.wording.list(named)
  }

  private static let mostNamed = 5

  /// What one question lists, as far as the answers put it in order (EST-07): those that nothing is above.
  private struct Leaders {
    var cells: [ReleasedCell]
    /// Items that are ranked.
    var of: Int
  }

  private func leaders(_ indicator: Indicator) -> Leaders? {
    let family = "item/" + indicator.rawValue
    let ranks = ranked(indicator).compactMap { cell in
      report.released.rank(of: cell, in: family).map { (cell, $0) }
    }
    guard let of = ranks.first?.1.of else { return nil }
    return Leaders(cells: ranks.filter { $0.1.first == 1 }.map(\.0), of: of)
  }

  /// - Parameters:
  ///   - most: how the sentence begins that names what comes first.
  ///   - meaning: what the intervals are the share of.
  private func order(_ indicator: Indicator, most: (sv: String, en: String), meaning: (sv: String, en: String))
    -> String
  {
    guard let leaders = leaders(indicator), !leaders.cells.isEmpty else {
      return words.pick("Svaren är för osäkra för att rangordnas.", "The answers are too uncertain to be ranked.")
    }
    guard leaders.cells.count <= Self.mostNamed, leaders.cells.count < leaders.of else {
      return words.pick(
        "Svaren avgör inte vad som är vanligast: \(words.wording.number(leaders.cells.count)) av \(words.wording.number(leaders.of)) kan vara det.",
        "The answers do not decide what is most common: \(words.wording.number(leaders.cells.count)) of \(words.wording.number(leaders.of)) may be."
      )
    }
    let family = "item/" + indicator.rawValue
    let named = leaders.cells.map { cell in
      let known = [
        words.interval(cell),
        report.released.rank(of: cell, in: family).map { words.pick("plats ", "place ") + words.place($0) },
      ].compactMap(\.self).joined(separator: ", ")
      return words.inSentence(words.item(cell.item ?? "", of: indicator)) + " (\(known))"
    }
    let tie =
      named.count == 1
      ? "." : words.pick("; i vilken ordning avgör svaren inte.", "; in which order the answers do not decide.")
    return words.pick(most.sv, most.en) + " " + named.joined(separator: "; ") + tie + " "
      + words.pick("Intervallen anger \(meaning.sv).", "The intervals give \(meaning.en).")
  }

  private var lacking: String {
    order(
      .competencesLacking, most: ("Oftast saknas", "Most often lacking:"),
      meaning: ("hur stor andel av arbetsgivarna som saknar det", "the share of employers who lack it"))
  }

  private var obstacles: String {
    order(
      .recruitmentObstacles,
      most: (
        "De vanligaste skälen, enligt arbetsgivare som har försökt:",
        "The most common reasons, according to employers who tried:"
      ), meaning: ("hur stor andel av dem som säger så", "the share of them who say so"))
  }

  private var supports: String {
    order(
      .hiringSupports, most: ("Oftast behövs", "What it most often takes:"),
      meaning: ("hur stor andel av arbetsgivarna som behöver det", "the share of employers who need it"))
  }

  /// Occupations whose balance lies on one side, whole interval and all.
  private var balance: String {
    let cells = report.occupations(of: .shortageBalance, digits: 1)
      .compactMap { report.released.cell(.shortageBalance, Domain(occupation: $0)) }
      .filter { $0.status == .shown && $0.grade != .D }
    func names(_ isIncluded: (ReleasedCell) -> Bool) -> String? {
      let named = cells.filter(isIncluded).map { words.inSentence(words.occupation($0.occupation ?? "")) }
      return named.isEmpty ? nil : named.joined(separator: "; ")
    }
    let hard = names { $0.change == .positive }
    let easy = names { $0.change == .negative }
    guard hard != nil || easy != nil else {
      return words.pick(
        "För inget yrkesområde går det att säga om det är mest svårt eller mest lätt att rekrytera.",
        "For no occupational group can it be said whether recruiting is mostly hard or mostly easy.")
    }
    return [
      hard.map { words.pick("Mest svårt är det att rekrytera till: \($0).", "Recruiting is mostly hard for: \($0).") },
      easy.map { words.pick("Mest lätt är det till: \($0).", "It is mostly easy for: \($0).") },
    ].compactMap(\.self).joined(separator: " ")
  }
}
