import ReleasedRecords

/// Who was asked, who answered and who did not.
struct ResponseSection {
  let report: Report

  private var strata: [ReleasedFieldwork] { report.released.fieldwork }

  var values: [String: String] {
    let words = report.words
    let approached = strata.reduce(0) { $0 + $1.approached }
    let answered = strata.reduce(0) { $0 + $1.answered }
    let ineligible = strata.reduce(0) { $0 + $1.ineligible }
    let frame = strata.reduce(0) { $0 + $1.frameUnits }
    let rate = approached > ineligible ? Double(answered) / Double(approached - ineligible) : 0
    return [
      "frame": words.wording.number(frame),
      "approached": words.wording.number(approached),
      "answered": words.wording.number(answered),
      "ineligible": words.wording.number(ineligible),
      "refused": words.wording.number(strata.reduce(0) { $0 + $1.refused }),
      "no-contact": words.wording.number(strata.reduce(0) { $0 + $1.noContact }),
      "rate": words.wording.percent(rate),
      "table": table,
      "weakest": weakest,
    ]
  }

  private var table: String {
    let words = report.words
    var table = MarkdownTable(
      heading: words.language == .swedish
        ? ["Sektor och storlek", "I registret", "Tillfrågade", "Svarade", "Svarsfrekvens", "Andel av personalen"]
        : ["Sector and size", "On the frame", "Asked", "Answered", "Response rate", "Share of staff"])
    for stratum in strata where stratum.approached > 0 {
      let eligible = stratum.approached - stratum.ineligible
      table.rows.append([
        name(stratum), words.wording.number(stratum.frameUnits), words.wording.number(stratum.approached),
        words.wording.number(stratum.answered),
        eligible > 0 ? words.wording.percent(Double(stratum.answered) / Double(eligible)) : "–",
        stratum.answeredStaffShare.map { words.wording.percent($0) } ?? "×",
      ])
    }
    return table.text
  }

  /// The strata with the lowest response among those where many were asked: whom to phone.
  var lowest: [ReleasedFieldwork] {
    strata.filter { $0.approached - $0.ineligible >= 10 }
      .sorted { (rate($0), $0.stratum) < (rate($1), $1.stratum) }
      .prefix(2).map(\.self)
  }

  private func rate(_ stratum: ReleasedFieldwork) -> Double {
    Double(stratum.answered) / Double(max(1, stratum.approached - stratum.ineligible))
  }

  func name(_ stratum: ReleasedFieldwork) -> String {
    let words = report.words
    let place = report.study.municipalities.count > 1 ? words.municipality(stratum.municipality) + ", " : ""
    return place + words.sector(stratum.sector.rawValue) + ", " + words.sizeClass(stratum.sizeClass)
  }

  private var weakest: String {
    let words = report.words
    let named = lowest.map { "\(name($0).lowercasedFirst) (\(words.wording.percent(rate($0))))" }
    guard !named.isEmpty else {
      return words.pick(
        "Inget urvalsskikt är stort nog för att jämföras.", "No stratum is large enough to be compared.")
    }
    return words.pick(
      "Lägst är svarsfrekvensen bland: \(words.wording.list(named)).",
      "Response is lowest among: \(words.wording.list(named)).")
  }
}

extension String {
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
  var uppercasedFirst: String { prefix(1).uppercased() + dropFirst() }
}
