import ReleasedRecords
import SwedishText

/// The page a labour-market manager reads: at most five occupations, three sentences on how sure, five things to do.
struct FirstPage {
  let report: Report
  private static let most = 5
  /// The horizon that decides what is started now.
  private static let horizon = Horizon.fiveYears

  var values: [String: String] {
    ["headline": headline, "occupations": occupations, "certainty": certainty, "actions": actions]
  }

  private var words: Words { report.words }

  private var headline: String {
    let need = NeedSection(report: report)
    guard
      let cell = report.released.cell("posts-to-fill", .postsToFill, Domain(horizon: Self.horizon.years)),
      let spoken = words.spoken(cell), let perYear = need.perYear(cell, Self.horizon)
    else {
      return words.pick(
        "Hur många platser som behöver fyllas går inte att säga med de svar som finns.",
        "How many posts will have to be filled cannot be said from the answers at hand.")
    }
    let years = words.years(Self.horizon.years)
    return words.pick(
      "Arbetsgivarna i \(words.place) med \(report.study.longFormFrom) anställda eller fler räknar med **\(spoken) platser att fylla inom \(years)**, alltså \(perYear) om året.",
      "Employers in \(words.place) with \(report.study.longFormFrom) staff or more expect **\(spoken) posts to fill within \(years)**, that is \(perYear) a year."
    )
  }

  /// The largest needs that may be spoken of, by two-digit occupation where the study has it.
  var largest: [ReleasedCell] {
    for table in ["occupations-2-digits", "posts-to-fill"] {
      let cells = report.released.cells(ofTable: table)
        .filter {
          $0.indicator == .postsToFill && $0.horizon == Self.horizon.years && $0.occupation != nil
            && $0.occupation != Occupation.allOther && $0.occupation != Occupation.uncoded
            && words.spoken($0) != nil && (($0.estimate ?? $0.low ?? 0) > 0)
        }
        .sorted { (-middle($0), $0.id) < (-middle($1), $1.id) }
      if cells.count >= 3 { return Array(cells.prefix(Self.most)) }
    }
    return []
  }

  private func middle(_ cell: ReleasedCell) -> Double { cell.estimate ?? ((cell.low ?? 0) + (cell.high ?? 0)) / 2 }

  private var occupations: String {
    guard !largest.isEmpty else {
      return words.pick(
        "Inget enskilt yrke kan nämnas med siffror. Se avsnittet om yrken.",
        "No single occupation can be given in figures. See the section on occupations.")
    }
    let need = NeedSection(report: report)
    var table = MarkdownTable(
      heading: words.language == .swedish
        ? ["Yrkesområde", "Platser att fylla inom 5 år", "Per år"]
        : ["Occupational area", "Posts to fill within 5 years", "A year"])
    for cell in largest {
      table.rows.append([
        words.occupation(cell.occupation ?? ""), (words.spoken(cell) ?? "").uppercasedFirst,
        (need.perYear(cell, Self.horizon) ?? "").uppercasedFirst,
      ])
    }
    return table.text
  }

  private var certainty: String {
    let main = report.released.cells(ofTable: "posts-to-fill").filter { $0.indicator == .postsToFill }
    let sure = main.filter { $0.grade == .A || $0.grade == .B }.count
    let response = ResponseSection(report: report).values
    return [
      words.pick(
        "\(response["answered"] ?? "") av \(response["approached"] ?? "") tillfrågade arbetsplatser har svarat (\(response["rate"] ?? ""), stängda borträknade); de andra kan skilja sig från dem.",
        "\(response["answered"] ?? "") of the \(response["approached"] ?? "") workplaces asked have answered (\(response["rate"] ?? ""), closed ones left out); the others may differ from them."
      ),
      words.pick(
        "Av huvudtabellens \(main.count) siffror för platser att fylla är \(sure) säkra nog att skrivas med tal; resten står i ord eller inte alls.",
        "Of the \(main.count) figures for posts to fill in the main table, \(sure) are sure enough to be given in numbers; the rest stand in words or not at all."
      ),
      words.pick(
        "Siffrorna om tio år är arbetsgivarnas egen bild och delvis ofullständiga: arbetsgivare som inte finns i dag kan inte svara.",
        "Figures for ten years are the employers' own view and partly incomplete: employers who do not yet exist cannot answer."
      ),
    ].joined(separator: " ")
  }

  private var actions: String {
    let skills = SkillsSection(report: report)
    var lines: [String] = []
    if let first = largest.first {
      let names = largest.prefix(3).map { words.occupation($0.occupation ?? "").lowercasedFirst }
      _ = first
      lines.append(
        words.pick(
          "Ta kontakt med arbetsgivare som anställer \(words.wording.list(names)): där är behovet störst.",
          "Approach employers who hire \(words.wording.list(names)): that is where the need is largest."))
    }
    let competences = skills.ranked(.competencesLacking).prefix(2)
      .map { words.item($0.item ?? "", of: .competencesLacking).lowercasedFirst }
    if !competences.isEmpty {
      lines.append(
        words.pick(
          "Börja med kurser i \(words.wording.list(competences)): det är vad arbetsgivarna oftast saknar.",
          "Start courses in \(words.wording.list(competences)): that is what employers most often lack."))
    }
    let supports = skills.ranked(.hiringSupports).filter { $0.item != "none" }.prefix(2)
      .map { words.item($0.item ?? "", of: .hiringSupports).lowercasedFirst }
    if !supports.isEmpty {
      lines.append(
        words.pick(
          "Ordna \(words.wording.list(supports)): det är vad arbetsgivarna oftast behöver för att anställa ur målgrupperna.",
          "Arrange \(words.wording.list(supports)): that is what employers most often need to hire from the target groups."))
    }
    let response = ResponseSection(report: report)
    if let lowest = response.lowest.first {
      lines.append(
        words.pick(
          "Ring dem som inte har svarat, först \(response.name(lowest).lowercasedFirst): det gör siffrorna säkrare.",
          "Phone those who have not answered, first \(response.name(lowest).lowercasedFirst): it makes the figures surer."))
    }
    lines.append(
      words.pick(
        "Fråga grannkommunerna om de har samma behov: den här studien ser bara \(words.place), och kan inte säga vem som kan dela kurser.",
        "Ask the neighbouring municipalities whether they share the need: this study sees \(words.place) alone, and cannot say who could share courses."
      ))
    return lines.prefix(Self.most).enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")
  }
}
