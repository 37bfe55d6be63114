import ReleasedRecords
import SwedishText

/// Who was asked, who answered and who did not.
struct ResponseSection {
  let report: Report

  private var words: Words { report.words }

  /// In the order of sectors and sizes.
  private var strata: [ReleasedFieldwork] {
    let sizes = report.study.sizeClasses.map(\.code)
    func place(_ stratum: ReleasedFieldwork) -> [Int] {
      [
        report.study.municipalities.firstIndex(of: stratum.municipality) ?? .max,
        Sector.allCases.firstIndex(of: stratum.sector) ?? .max, sizes.firstIndex(of: stratum.sizeClass) ?? .max,
      ]
    }
    return report.released.fieldwork.enumerated()
      .sorted { (place($0.element) + [$0.offset]).lexicographicallyPrecedes(place($1.element) + [$1.offset]) }
      .map(\.element)
  }

  private var counts: ResponseCounts { ResponseCounts(report.released) }

  var values: [String: String] {
    ["summary": summary, "table": table, "weakest": weakest, "modes": modes]
  }

  private func number(_ count: Int) -> String { words.wording.number(count) }

  private var summary: String {
    let c = counts
    guard c.asked > 0 else { return words.pick("Ingen har tillfrågats.", "Nobody has been asked.") }
    var sentences = [
      words.pick(
        "I registret finns \(number(c.frame)) arbetsställen. \(number(c.asked)) tillfrågades\(selection).",
        "The frame holds \(number(c.frame)) workplaces. \(number(c.asked)) were asked\(selection)."
      )
    ]
    if c.covered > 0 {
      sentences.append(
        words.pick(
          "Ytterligare \(number(c.covered)) ingår i ett svar som någon annan har gett åt dem.",
          "Another \(number(c.covered)) are part of an answer that somebody else gave for them."))
    }
    let rate = c.rate.map { words.wording.percent($0) } ?? words.symbol(.cannotOccur)
    sentences.append(
      words.pick(
        "**\(number(c.answered)) svarade, \(rate) av dem som kunde svara.** \(number(c.refused)) ville inte, \(number(c.noContact)) gick inte att nå, \(number(c.ineligible)) hade lagt ner, flyttat eller saknade anställda\(c.other > 0 ? ", och om \(number(c.other)) är utfallet okänt eller svaret återtaget" : "").",
        "**\(number(c.answered)) answered, \(rate) of those who could.** \(number(c.refused)) refused, \(number(c.noContact)) could not be reached, \(number(c.ineligible)) had closed, moved or had no staff\(c.other > 0 ? ", and for \(number(c.other)) the outcome is not known or the answer was withdrawn" : "")."
      ))
    return sentences.joined(separator: " ")
  }

  /// Whether it matters how employers were asked: compared on the headline measures, in words (ING-02).
  private var modes: String {
    let compared = report.released.process.filter { $0.stage == "aggregate" && $0.what == "modes compared" }
    guard !compared.isEmpty else {
      return words.pick(
        "För få har svarat på mer än ett sätt för att jämföra webb och telefon.",
        "Too few have answered in more than one way for web and telephone to be compared.")
    }
    let differing = report.released.process.filter {
      $0.stage == "aggregate" && $0.what == "modes differ" && $0.count > 0
    }
    let names = differing.compactMap { record -> String? in
      guard let name = record.key?.split(separator: ":").first, let indicator = Indicator(rawValue: String(name))
      else { return nil }
      return words.name(of: indicator).lowercasedFirst
    }
    guard !names.isEmpty else {
      return words.pick(
        "Svaren visar ingen skillnad mellan dem som svarade i telefon och dem som svarade på webben: det är prövat på platser att fylla, pensionernas del av avgångarna och försök att rekrytera.",
        "The answers show no difference between those who answered by telephone and those who answered on the web: tried on posts to fill, retirement's share of leavers and attempts to recruit."
      )
    }
    return words.pick(
      "**Telefon och webb skiljer sig** i \(words.wording.list(names)). Det kan bero på vilka som tillfrågades hur.",
      "**Telephone and web differ** in \(words.wording.list(names)). It may be due to who was asked how.")
  }

  /// From which size everybody was asked, where the strata say so.
  private var selection: String {
    let sizes = report.study.sizeClasses
    let isWhole = sizes.map { size in
      strata.allSatisfy { $0.sizeClass != size.code || $0.approached >= $0.frameUnits }
    }
    let first = isWhole.lastIndex(of: false).map { $0 + 1 } ?? 0
    guard first > 0, first < sizes.count else {
      return first == 0 ? words.pick(", alltså alla", ", that is all") : ""
    }
    let from = number(sizes[first].smallest)
    return words.pick(
      ": alla med \(from) anställda eller fler och ett urval av de mindre",
      ": all with \(from) staff or more and a sample of the smaller")
  }

  private var table: String {
    var table = MarkdownTable(
      heading: words.language == .swedish
        ? ["Sektor och storlek", "I registret", "Tillfrågade", "Svarade", "Svarsfrekvens", "Andel av personalen"]
        : ["Sector and size", "On the frame", "Asked", "Answered", "Response rate", "Share of staff"])
    for stratum in strata where stratum.approached > 0 {
      table.rows.append([
        name(stratum), number(stratum.frameUnits), number(stratum.approached), number(stratum.answered),
        stratum.responseRate.map { words.wording.percent($0) } ?? words.symbol(.cannotOccur),
        stratum.answeredStaffShare.map { words.wording.percent($0) } ?? words.symbol(.confidential),
      ])
    }
    guard counts.dominant > 0 else { return table.text }
    return table.text + "\n\n"
      + words.pick(
        "*Inte med i tabellen: \(words.wording.count(counts.dominant, one: "arbetsställe", many: "arbetsställen")) hos arbetsgivare som är så stora att de bara företräder sig själva.*",
        "*Not in the table: \(words.wording.count(counts.dominant, one: "workplace", many: "workplaces")) of employers so large that they stand for themselves alone.*"
      )
  }

  /// The strata with the lowest response among those where many were asked: whom to phone.
  var lowest: [ReleasedFieldwork] {
    strata.filter { $0.approached - $0.ineligible >= Self.many }
      .sorted { ($0.responseRate ?? 0, $0.stratum) < ($1.responseRate ?? 0, $1.stratum) }
      .prefix(2).map(\.self)
  }

  /// Asked, for a rate to be worth comparing.
  private static let many = 10

  func name(_ stratum: ReleasedFieldwork) -> String {
    let place = report.study.municipalities.count > 1 ? words.municipality(stratum.municipality) + ", " : ""
    return place + words.sector(stratum.sector.rawValue) + ", " + words.sizeClass(stratum.sizeClass)
  }

  /// A stratum in a sentence.
  func employers(_ stratum: ReleasedFieldwork) -> String {
    let place =
      report.study.municipalities.count > 1
      ? words.pick(" i ", " in ") + words.municipality(stratum.municipality) : ""
    return words.employers(sector: stratum.sector.rawValue, sizeClass: stratum.sizeClass) + place
  }

  private var weakest: String {
    let named = lowest.map { "\(employers($0)) (\(words.wording.percent($0.responseRate ?? 0)))" }
    guard !named.isEmpty else {
      return words.pick(
        "Ingen grupp är stor nog för att jämföras.", "No group is large enough to be compared.")
    }
    return words.pick(
      "Lägst är svarsfrekvensen bland \(words.wording.list(named)).",
      "Response is lowest among \(words.wording.list(named)).")
  }
}
