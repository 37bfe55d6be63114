import SurveyModel

/// Keys in the telephone interviews: one line per employer, in the columns of the template.
struct TelephoneMaker {
  let plan: SimulationPlan
  let templates: TemplateSet

  /// With a byte order mark, as the interviewers' spreadsheet saves it.
  func file(_ interviews: [(employer: Employer, approach: Approach)]) -> String {
    let empty = padded([:], long: false)
    var text = "\u{FEFF}" + templates.telephoneHeading.render(empty) { $0 }
    for (employer, approach) in interviews {
      text += line(employer, approach)
    }
    return text
  }

  private func line(_ employer: Employer, _ approach: Approach) -> String {
    let respondent = Respondent(plan: plan)
    let twice = approach.oddity == .telephoneAndWeb
    var scope = respondent.fill(
      AnswerSheet(employer), mode: .telephone, oddity: approach.oddity,
      stopsHalfWay: approach.disposition == .partial || twice)
    Contact(plan: plan).add(to: &scope, for: employer.id)
    // Who was phoned although the page was on its way.
    let day = twice ? max(approach.sent + 1, approach.closed + -2) : approach.closed
    scope["answered"] = .written(day.description)
    scope["form"] = .written(employer.hasLongForm ? "lang" : "kort")
    for key in ["triedToRecruit", "contactAboutTrainees", "quotePermission"] {
      switch scope[key]?.written {
      case "yes": scope[key] = .written("Ja")
      case "no": scope[key] = .written("Nej")
      default: scope[key] = .written("")
      }
    }
    scope = padded(scope, long: employer.hasLongForm)
    return templates.telephoneRow.render(scope) { DelimitedText.quoted($0, ";") }
  }

  /// As many rows as the file has columns for, and labels for codes.
  private func padded(_ scope: FormScope, long: Bool) -> FormScope {
    var scope = labelled(scope)
    for (key, count) in [("occupations", 6), ("vanishingJobs", 2), ("emergingJobs", 2)] {
      var rows: [FormScope] = []
      if case .list(let given) = scope[key] { rows = given.map(labelled) }
      var last: FormScope?
      if key == "occupations", !rows.isEmpty { last = rows.removeLast() }
      // Interviewers leave the last row empty where there is no rest.
      if !long || last?["retirements(2)"] == nil { last = nil }
      while rows.count < count - (last == nil ? 0 : 1) { rows.append([:]) }
      rows = Array(rows.prefix(count)) + [last].compactMap(\.self)
      for place in rows.indices { rows[place]["row"] = .written(String(place + 1)) }
      scope[key] = .list(rows)
    }
    return scope
  }

  private func labelled(_ scope: FormScope) -> FormScope {
    var labelled = scope
    for (key, value) in scope {
      guard case .codes(let codes) = value else { continue }
      labelled[key] = .written(codes.map { Self.label($0, under: key) ?? $0 }.joined(separator: ","))
    }
    return labelled
  }

  /// The lists have codes in common, so the question says which one is meant.
  private static func label(_ code: String, under key: String) -> String? {
    switch key {
    case "hiringSupports": SupportCode(rawValue: code)?.label
    case "recruitmentObstacles": ObstacleCode(rawValue: code)?.label
    default: CompetenceCode(rawValue: code)?.label
    }
  }
}
