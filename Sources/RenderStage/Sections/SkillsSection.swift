import ReleasedRecords
import SwedishText

/// What is lacking, what is hard to find, and what it takes to hire from the target groups, in sentences.
struct SkillsSection {
  let report: Report

  private var words: Words { report.words }

  var values: [String: String] {
    ["lacking": lacking, "balance": balance, "obstacles": obstacles, "supports": supports]
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

  /// The most named items with their intervals, largest first.
  private func items(_ indicator: Indicator, atMost most: Int) -> [String] {
    ranked(indicator).prefix(most).map { cell in
      words.inSentence(words.item(cell.item ?? "", of: indicator)) + (words.interval(cell).map { " (\($0))" } ?? "")
    }
  }

  /// The most named items in a sentence; nil where none may be said.
  func named(_ indicator: Indicator, atMost most: Int) -> String? {
    let named = items(indicator, atMost: most)
    return named.isEmpty ? nil : words.wording.list(named)
  }

  private var uncertain: String {
    words.pick("Svaren är för osäkra för att rangordnas.", "The answers are too uncertain to be ranked.")
  }

  private var lacking: String {
    named(.competencesLacking, atMost: 3).map {
      words.pick(
        "Oftast saknas \($0). Intervallen anger hur stor andel av arbetsgivarna som saknar det.",
        "Most often lacking are \($0). The intervals give the share of employers who lack it.")
    } ?? uncertain
  }

  private var obstacles: String {
    let reasons = items(.recruitmentObstacles, atMost: 3)
    guard !reasons.isEmpty else {
      return words.pick(
        "Vad det beror på är för osäkert för att rangordnas.", "What it is because of is too uncertain to be ranked.")
    }
    return words.pick(
      "De vanligaste skälen, enligt arbetsgivare som har försökt: ",
      "The most common reasons, according to employers who tried: ")
      + reasons.joined(separator: "; ")
      + words.pick(
        ". Intervallen anger hur stor andel av dem som säger så.", ". The intervals give the share of them who say so.")
  }

  private var supports: String {
    named(.hiringSupports, atMost: 3).map {
      words.pick(
        "Det som oftast behövs är \($0). Intervallen anger hur stor andel av arbetsgivarna som behöver det.",
        "What it most often takes is \($0). The intervals give the share of employers who need it.")
    } ?? uncertain
  }

  /// Occupations whose balance is surely on one side.
  private var balance: String {
    let cells = report.occupations(of: .shortageBalance, digits: 1)
      .compactMap { report.released.cell(.shortageBalance, Domain(occupation: $0)) }
      .filter { $0.status == .shown && $0.grade != .D }
    func names(_ isIncluded: (ReleasedCell) -> Bool) -> String? {
      let named = cells.filter(isIncluded).map { words.inSentence(words.occupation($0.occupation ?? "")) }
      return named.isEmpty ? nil : named.joined(separator: "; ")
    }
    let hard = names { $0.low.map { $0 > 0 } ?? ($0.direction == .positive) }
    let easy = names { $0.high.map { $0 < 0 } ?? ($0.direction == .negative) }
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
