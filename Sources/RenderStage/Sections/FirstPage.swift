import ReleasedRecords
import SwedishText

/// The page a labour-market manager reads: at most five occupations, three sentences on how sure, five things to do.
struct FirstPage {
  let report: Report
  private static let most = 5
  /// Fewer than this is no list.
  private static let fewest = 3
  /// The horizon that decides what is started now.
  private static let horizon = Horizon.fiveYears.years

  private var words: Words { report.words }
  private var need: NeedSection { NeedSection(report: report) }

  var values: [String: String] {
    ["headline": headline, "occupations": occupations, "certainty": certainty, "actions": actions]
  }

  // MARK: Headline

  private var headline: String {
    let who = words.pick(
      "Arbetsgivarna i \(words.place) med \(report.study.longFormFrom) anställda eller fler",
      "Employers in \(words.place) with \(report.study.longFormFrom) staff or more")
    let horizons = [Self.horizon] + report.study.horizons.map(\.years).filter { $0 != Self.horizon }
    let whole = horizons.first { words.spoken(need.cell(.postsToFill, $0)) != nil }
    var sentences: [String] = []
    if let whole, let spoken = words.spoken(need.cell(.postsToFill, whole)) {
      let perYear = words.spokenPerYear(need.cell(.postsToFill, whole)) ?? ""
      sentences.append(
        words.pick(
          "\(who) räknar med **\(spoken) platser att fylla \(words.within(whole))**, \(perYear) om året.",
          "\(who) expect **\(spoken) posts to fill \(words.within(whole))**, \(perYear) a year."))
    }
    if let leavers = leavers(Self.horizon, who: sentences.isEmpty ? who : words.pick("De", "They")) {
      sentences.append(leavers)
    }
    if whole != Self.horizon, !sentences.isEmpty {
      sentences.append(
        words.pick(
          "Hur många platser det blir i allt \(words.within(Self.horizon)) går inte att säga, för om arbetsgivarna växer eller krymper är för osäkert.",
          "How many posts that makes in all \(words.within(Self.horizon)) cannot be said, since whether employers grow or shrink is too uncertain."
        ))
    }
    guard !sentences.isEmpty else {
      return words.pick(
        "Hur många platser som behöver fyllas går inte att säga med de svar som finns.",
        "How many posts will have to be filled cannot be said from the answers at hand.")
    }
    return sentences.joined(separator: " ")
  }

  private func leavers(_ horizon: Int, who: String) -> String? {
    let retirements = need.cell(.retirements, horizon)
    guard let spoken = words.spoken(retirements), let perYear = words.spokenPerYear(retirements) else { return nil }
    let others =
      words.spoken(need.cell(.otherLeavers, horizon)).map {
        words.pick(", och att \($0) slutar av andra skäl", ", and that \($0) leave for other reasons")
      } ?? ""
    return words.pick(
      "\(who) räknar med att \(spoken) går i pension \(words.within(horizon)), \(perYear) om året\(others).",
      "\(who) expect that \(spoken) retire \(words.within(horizon)), \(perYear) a year\(others).")
  }

  // MARK: Five occupations

  /// The largest needs that may be given in figures: posts to fill where enough occupations have them, else
  /// retirements; by occupational area before the ten broad groups.
  var largest: [ReleasedCell] {
    for (indicator, digits, horizon) in [
      (Indicator.postsToFill, 2, Self.horizon), (.retirements, 2, Self.horizon), (.postsToFill, 1, Self.horizon),
      (.retirements, 1, Self.horizon),
    ] {
      let cells = report.occupations(of: indicator, digits: digits)
        .compactMap { report.released.cell(indicator, Domain(occupation: $0, horizon: horizon)) }
        .filter { $0.isSpeakable && $0.least > 0 }
        .sorted { (-$0.least, $0.id) < (-$1.least, $1.id) }
      if cells.count >= Self.fewest { return Array(cells.prefix(Self.most)) }
    }
    return []
  }

  private var occupations: String {
    guard let first = largest.first else {
      return words.pick(
        "Inget enskilt yrke kan nämnas med siffror. Se avsnittet om yrken.",
        "No single occupation can be given in figures. See the section on occupations.")
    }
    let measure = words.name(of: first.indicator) + " " + words.within(Self.horizon)
    var table = MarkdownTable(heading: [words.pick("Yrke", "Occupation"), measure, words.pick("Om året", "A year")])
    for cell in largest {
      table.rows.append([
        words.occupation(cell.occupation ?? ""), words.cell(cell), (words.spokenPerYear(cell) ?? "").uppercasedFirst,
      ])
    }
    return table.text + "\n\n"
      + words.pick(
        "*Bland yrken vars siffror är säkra nog, efter vad behovet minst är. Andra yrken kan vara större: se avsnittet om yrken.*",
        "*Among occupations whose figures are sure enough, by what the need is at least. Others may be larger: see the section on occupations.*"
      )
  }

  // MARK: How sure

  private var certainty: String {
    let main = report.released.cells.filter { $0.table == mainTable && $0.indicator == .postsToFill }
    let sure = main.count { $0.isSpeakable }
    let counts = ResponseCounts(report.released)
    let rate = counts.rate.map { words.wording.percent($0) } ?? words.symbol(.cannotOccur)
    return [
      words.pick(
        "\(words.wording.number(counts.answered)) av \(words.wording.number(counts.asked)) tillfrågade arbetsställen har svarat (\(rate) av dem som kunde svara); de som inte har svarat kan skilja sig från dem som har det.",
        "\(words.wording.number(counts.answered)) of the \(words.wording.number(counts.asked)) workplaces asked have answered (\(rate) of those who could); those who have not may differ from those who have."
      ),
      words.pick(
        "Av de \(words.wording.number(main.count)) siffrorna för platser att fylla i huvudtabellen är \(words.wording.number(sure)) säkra nog att skrivas med tal; resten står i ord eller inte alls.",
        "Of the \(words.wording.number(main.count)) figures for posts to fill in the main table \(words.wording.number(sure)) are sure enough to be given in numbers; the rest stand in words or not at all."
      ),
      words.pick(
        "Siffrorna om \(words.years(Horizon.tenYears.years)) är arbetsgivarnas egen bild och ofullständiga: arbetsgivare som inte finns i dag kan inte svara.",
        "Figures for \(words.years(Horizon.tenYears.years)) are the employers' own view and incomplete: employers who do not yet exist cannot answer."
      ),
    ].joined(separator: " ")
  }

  /// The first table of the study that has posts to fill.
  private var mainTable: String { report.study.tables.first { $0.indicators.contains(.postsToFill) }?.id ?? "" }

  // MARK: Five things to do

  private var actions: String {
    let skills = SkillsSection(report: report)
    var lines: [String] = []
    if !largest.isEmpty {
      let names = largest.prefix(3).map { words.inSentence(words.occupation($0.occupation ?? "")) }
      lines.append(
        words.pick(
          "Ta kontakt med arbetsgivare som har \(words.wording.list(names)). Där är behovet stort och siffrorna säkra nog att handla efter.",
          "Approach employers who have \(words.wording.list(names)). The need there is large and the figures sure enough to act on."
        ))
    }
    if let lacking = skills.named(.competencesLacking, atMost: 2) {
      lines.append(
        words.pick(
          "Lägg utbildning och validering på det som arbetsgivarna oftast saknar: \(lacking).",
          "Put training and validation into what employers most often lack: \(lacking)."))
    }
    if let supports = skills.named(.hiringSupports, atMost: 2) {
      lines.append(
        words.pick(
          "Ordna det som arbetsgivarna oftast behöver för att anställa ur målgrupperna: \(supports).",
          "Arrange what employers most often need to hire from the target groups: \(supports)."))
    }
    if let contact = words.spoken(report.released.cell(.traineeContactShare)) {
      lines.append(
        words.pick(
          "Ring dem som vill bli kontaktade om praktik eller validering: \(contact) av arbetsgivarna har sagt ja.",
          "Phone those who want to be contacted about trainees or validation: \(contact) of the employers have said yes."
        ))
    }
    let response = ResponseSection(report: report)
    if let lowest = response.lowest.first {
      lines.append(
        words.pick(
          "Påminn dem som inte har svarat, först \(words.inSentence(response.name(lowest))): det gör siffrorna säkrare.",
          "Remind those who have not answered, first \(words.inSentence(response.name(lowest))): it makes the figures surer."
        ))
    }
    lines.append(
      words.pick(
        "Fråga grannkommunerna om de har samma behov. Den här studien ser bara \(words.place) och kan inte säga vem som kan dela kurser.",
        "Ask the neighbouring municipalities whether they share the need. This study sees \(words.place) alone and cannot say who could share courses."
      ))
    return lines.prefix(Self.most).enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")
  }
}
