import SurveyModel

/// Fills in a sheet as a person does: with more or less care, in figures and in words.
struct Respondent {
  let plan: SimulationPlan

  /// The values of a page or an interview: every number written, every code in the respondent's own words.
  func fill(_ sheet: AnswerSheet, mode: Mode, oddity: Oddity?, stopsHalfWay: Bool) -> FormScope {
    var sheet = sheet
    if let oddity { Self.contradict(&sheet, oddity) }
    let id = sheet.employer.id
    var stream = RandomStream(seed: plan.seed, id, "care")
    let isNamed = sheet.employer.workplace.isNamed
    // An office with a staff register of its own answers every question.
    let care = isNamed ? nil : stream.place(inWeights: plan.writing.respondents)
    let seesTenYears = !stream.chance(0.02 * Double(care ?? 0))
    var scope = write(sheet.single, id, mode, care, seesTenYears)
    var rows: [FormScope] = []
    for (place, row) in sheet.occupations.enumerated() {
      var written = write(row, "\(id) row \(place)", mode, care, seesTenYears)
      let code = row["occupationTitle"]?.written ?? ""
      written["occupationTitle"] = .written(title(code, id, misspells: !isNamed))
      rows.append(written)
    }
    scope["occupations"] = .list(numbered(rows, allOtherLast: true))
    scope["vanishingJobs"] = .list(numbered(sheet.vanishing, atLeast: 1))
    scope["emergingJobs"] = .list(numbered(sheet.emerging, atLeast: 1))
    if stopsHalfWay {
      // The page is sent all the same; what comes after the staff needed is empty.
      let kept = scope.filter { $0.key.hasPrefix("staff") || Self.alwaysKept.contains($0.key) }
      scope = kept
      scope["occupations"] = .list(numbered([], allOtherLast: true, atLeast: 1))
      scope["vanishingJobs"] = .list(numbered([], atLeast: 1))
      scope["emergingJobs"] = .list(numbered([], atLeast: 1))
    }
    scope["skipsRecruiting"] = .flag(scope["triedToRecruit"]?.written == "no")
    return scope
  }

  private static let alwaysKept = ["unit", "establishmentsCovered", "women", "men"]

  private func write(
    _ scope: FormScope, _ entity: String, _ mode: Mode, _ care: Int?, _ seesTenYears: Bool
  ) -> FormScope {
    var written = scope
    for (key, value) in scope {
      guard case .count(let number) = value else { continue }
      var stream = RandomStream(seed: plan.seed, entity, "write \(key)")
      written[key] = .written(number.write(key, care, seesTenYears, mode, plan.writing, &stream))
    }
    return written
  }

  private func title(_ code: String, _ id: String, misspells: Bool) -> String {
    guard code != Occupation.allOther else { return "Alla övriga" }
    guard let occupation = plan.occupations[code] else { return code }
    var stream = RandomStream(seed: plan.seed, id, "title \(code)")
    var chances = plan.writing.titles
    if !misspells { chances.typo = 0 }
    return TitleWriting.text(occupation, chances, &stream)
  }

  /// Numbers the rows; the row for all others stands last, as number 6, also when it is empty.
  private func numbered(_ rows: [FormScope], allOtherLast: Bool = false, atLeast: Int = 0) -> [FormScope] {
    var rows = rows
    let hasRest = rows.last?["occupationTitle"]?.written == "Alla övriga"
    while rows.count - (hasRest ? 1 : 0) < atLeast { rows.append([:]) }
    if allOtherLast, !hasRest {
      rows.append(["occupationTitle": .written("Alla övriga"), "headcount": .written(rows.isEmpty ? "" : "0")])
    }
    for place in rows.indices {
      let isRest = allOtherLast && place == rows.count - 1
      rows[place]["row"] = .written(String(isRest ? 6 : place + 1))
      rows[place]["isAllOther"] = .flag(isRest)
    }
    return rows
  }

  /// Makes the sheet say what cannot be.
  private static func contradict(_ sheet: inout AnswerSheet, _ oddity: Oddity) {
    guard let place = sheet.occupations.indices.first else { return }
    func count(_ key: String) -> Int { if case .count(let n) = sheet.occupations[place][key] { n } else { 0 } }
    switch oddity {
    case .impossibleRetirements:
      for years in [5, 10] { sheet.occupations[place]["retirements(\(years))"] = .count(count("headcount") + years) }
    case .partsAboveStaff:
      sheet.occupations[place]["headcount"] = .count(count("headcount") * 2 + 10)
    case .hardToFillAboveVacancies:
      sheet.occupations[place]["hardToFill"] = .count(count("vacancies") + 2)
    default: break
    }
  }
}

extension Int {
  /// The number as it comes to stand in the field.
  fileprivate func write(
    _ key: String, _ care: Int?, _ seesTenYears: Bool, _ mode: Mode, _ writing: WritingPlan,
    _ stream: inout RandomStream
  ) -> String {
    if !seesTenYears, key.hasSuffix("(10)") { return "vet ej" }
    // Small numbers in many columns are mostly written as they are, and most employers know how many they are.
    let isDetail = ["leavers", "retirements", "establishments", "staffNeededLow", "staffNeededHigh"]
      .contains(where: key.hasPrefix)
    let isCore = key == "staff" || key == "headcount"
    var style: NumberStyle?
    var draw = stream.unit() / (isDetail ? 0.3 : 1)
    for candidate in NumberStyle.allCases {
      draw -= (writing.numbers[candidate]?[care ?? 0] ?? 0) * (isCore && candidate.changesNumber ? 0.15 : 1)
      if draw < 0 {
        style = candidate
        break
      }
    }
    if care == nil, style?.isMissing == true { style = nil }
    let spread = stream.unit()
    if self < 3, [.about, .range, .atLeast].contains(style) { style = nil }
    if mode == .telephone, style == nil, stream.chance(writing.decimalComma) { return "\(self),0" }
    return NumberWriting.text(self, style, spread: spread, dash: mode == .web && spread < 0.7 ? "–" : "-")
  }
}
