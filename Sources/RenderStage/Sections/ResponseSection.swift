import ReleasedRecords
import SwedishText

/// Who was asked, who answered and who did not.
struct ResponseSection {
  let report: Report

  private var words: Words { report.words }
  private var strata: [ReleasedFieldwork] { report.released.fieldwork }
  private var counts: ResponseCounts { ResponseCounts(report.released) }

  var values: [String: String] {
    ["summary": summary, "table": table, "weakest": weakest]
  }

  private func number(_ count: Int) -> String { words.wording.number(count) }

  private var summary: String {
    let c = counts
    guard c.asked > 0 else { return words.pick("Ingen har tillfrågats.", "Nobody has been asked.") }
    var sentences = [
      words.pick(
        "I registret finns \(number(c.frame)) arbetsställen. \(number(c.asked)) tillfrågades: alla större och ett urval av de mindre.",
        "The frame holds \(number(c.frame)) workplaces. \(number(c.asked)) were asked: all the larger ones and a sample of the smaller."
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
        "*\(words.wording.count(counts.dominant, one: "mycket stor arbetsgivare", many: "mycket stora arbetsgivare")) står för sig själva, företräder ingen annan och är inte med i tabellen.*",
        "*\(words.wording.count(counts.dominant, one: "very large employer", many: "very large employers")) stand for themselves, represent nobody else and are not in the table.*"
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

  private var weakest: String {
    let named = lowest.map { "\(words.inSentence(name($0))) (\(words.wording.percent($0.responseRate ?? 0)))" }
    guard !named.isEmpty else {
      return words.pick(
        "Ingen grupp är stor nog för att jämföras.", "No group is large enough to be compared.")
    }
    return words.pick(
      "Lägst är svarsfrekvensen bland arbetsgivare i \(words.wording.list(named)).",
      "Response is lowest among employers in \(words.wording.list(named)).")
  }
}
