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
    // A study that does not ask for posts to fill: whether staff grows.
    if mainTable == nil { return StaffSection(report: report).growth }
    let who = words.pick(
      "Arbetsgivarna i \(words.place) med \(report.study.longFormFrom) anställda eller fler",
      "Employers in \(words.place) with \(report.study.longFormFrom) staff or more")
    let horizons = [Self.horizon] + report.study.horizons.map(\.years).filter { $0 != Self.horizon }
    let whole = horizons.first { need.posts($0) != nil }
    var sentences: [String] = []
    if let whole, let spoken = need.posts(whole) {
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
          "Hur många platser det blir i allt \(words.within(Self.horizon)) går inte att säga: om yrkena växer eller krymper är för osäkert.",
          "How many posts that makes in all \(words.within(Self.horizon)) cannot be said: whether the occupations grow or shrink is too uncertain."
        ))
    }
    guard !sentences.isEmpty else {
      return words.pick(
        "Hur många platser som behöver fyllas går inte att säga med de svar som finns.",
        "How many posts will have to be filled cannot be said from the answers at hand.")
    }
    let staff = StaffSection(report: report)
    if let growth = staff.cell(Self.horizon), growth.isSpeakable, growth.change != nil {
      sentences.append(
        words.pick(
          "Hos alla arbetsgivare tillsammans, också de minsta, gäller ", "At all employers together, the smallest too, "
        )
          + words.within(Self.horizon) + words.pick(" att ", ", ") + staff.sentence(growth))
    }
    let cells = [whole ?? Self.horizon, Self.horizon].flatMap { horizon in
      [Indicator.postsToFill, .retirements, .otherLeavers].map { need.cell($0, horizon) }
    }
    sentences += report.without(cells)
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

  /// Occupational areas with the largest need by the lower end of its interval: posts to fill where their number may be said,
  /// else the retirements, which are part of them. The ten broad groups where there are too few areas.
  var largest: [String] {
    for digits in [2, 1] {
      let known = report.occupations(of: .postsToFill, digits: digits)
        .map { (code: $0, least: least($0)) }.filter { $0.least > 0 }
        .sorted { (-$0.least, $0.code) < (-$1.least, $1.code) }
      if known.count >= Self.fewest { return known.prefix(Self.most).map(\.code) }
    }
    return []
  }

  private func cell(_ indicator: Indicator, _ code: String) -> ReleasedCell? {
    report.released.cell(indicator, Domain(occupation: code, horizon: Self.horizon))
  }

  private func least(_ code: String) -> Double {
    [cell(.postsToFill, code), cell(.retirements, code)].compactMap { $0.flatMap { $0.isSpeakable ? $0.least : nil } }
      .max() ?? 0
  }

  private var occupations: String {
    guard !largest.isEmpty else {
      return words.pick(
        "Inget enskilt yrke kan nämnas med siffror. Se avsnittet om yrken.",
        "No single occupation can be given in figures. See the section on occupations.")
    }
    var table = MarkdownTable(
      heading: [
        words.pick("Yrke", "Occupation"), words.name(of: .postsToFill) + " " + words.within(Self.horizon),
        words.pick("Om året", "A year"), words.pick("Därav pensionsavgångar", "Of which retirements"),
        words.pick("Om året", "A year"),
      ])
    for code in largest {
      table.rows.append(
        [words.occupation(code)]
          + [Indicator.postsToFill, .retirements].flatMap { indicator in
            let cell = cell(indicator, code)
            return [words.cell(cell), words.spokenPerYear(cell)?.uppercasedFirst ?? words.symbol(.uncertain)]
          })
    }
    let text = table.text
    let order = words.pick(
      "*I ordning efter intervallets nedre gräns. Andra yrken kan vara större, men deras siffror är för osäkra.*",
      "*In the order of the lower end of the interval. Others may be larger, but their figures are too uncertain.*")
    return ([text] + words.footnotes(in: text).map { "*\($0)*" } + [order]).joined(separator: "\n\n")
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
      main.isEmpty
        ? nil
        : words.pick(
          "Av de \(words.wording.number(main.count)) siffrorna för platser att fylla i huvudtabellen är \(words.wording.number(sure)) pålitliga nog att skrivas med tal; resten står i ord eller inte alls.",
          "Of the \(words.wording.number(main.count)) figures for posts to fill in the main table \(words.wording.number(sure)) are reliable enough to be given in numbers; the rest stand in words or not at all."
        ),
      words.pick(
        "Siffrorna om \(words.years(Horizon.tenYears.years)) är arbetsgivarnas egen bild och ofullständiga: arbetsgivare som inte finns i dag kan inte svara.",
        "Figures for \(words.years(Horizon.tenYears.years)) are the employers' own view and incomplete: employers who do not yet exist cannot answer."
      ),
    ].compactMap(\.self).joined(separator: " ")
  }

  /// The first table of the study that has posts to fill; nil when none has.
  private var mainTable: String? { report.study.tables.first { $0.indicators.contains(.postsToFill) }?.id }

  // MARK: Five things to do

  private var actions: String {
    let skills = SkillsSection(report: report)
    var lines: [String] = []
    if !largest.isEmpty {
      let names = largest.prefix(3).map { words.inSentence(words.occupation($0)) }.joined(separator: "; ")
      let neighbours =
        report.study.municipalities.count == 1
        ? words.pick(
          " Fråga grannkommunerna om de har samma behov: den här studien ser bara \(words.place).",
          " Ask the neighbouring municipalities whether they share the need: this study sees \(words.place) alone.")
        : ""
      lines.append(
        words.pick(
          "Ta kontakt med dem som anställer i yrkena överst i tabellen: \(names).",
          "Approach those who hire in the occupations at the top of the table: \(names).") + neighbours)
    }
    if let lacking = skills.named(.competencesLacking, atMost: 2) {
      lines.append(
        words.pick(
          "Lägg utbildning och validering på det som arbetsgivarna ofta saknar: \(lacking).",
          "Put training and validation into what employers often lack: \(lacking)."))
    }
    if let supports = skills.named(.hiringSupports, atMost: 2) {
      lines.append(
        words.pick(
          "Ordna det som arbetsgivarna ofta behöver för att anställa ur målgrupperna: \(supports).",
          "Arrange what employers often need to hire from the target groups: \(supports)."))
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
          "Påminn dem som inte har svarat, först \(response.employers(lowest)): det gör siffrorna pålitligare.",
          "Remind those who have not answered, first \(response.employers(lowest)): it makes the figures more reliable."
        ))
    }
    return lines.prefix(Self.most).enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")
  }
}
