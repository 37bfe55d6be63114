import SurveyModel

/// Makes the export of the public employers' own survey: its structure and its responses, as LimeSurvey writes them.
///
/// What a respondent was not shown has no element; what was shown and left empty has an empty one.
struct LimeSurveyMaker {
  let plan: SimulationPlan
  let templates: TemplateSet

  func responses(_ answered: [(employer: Employer, approach: Approach)]) -> String {
    var scope: FormScope = [:]
    scope["responses"] = .list(
      answered.enumerated().map { number, answer in
        response(answer.employer, answer.approach, number: number + 1)
      })
    return templates.limeSurveyResponses.render(scope, escape: Self.escaped)
  }

  private func response(_ employer: Employer, _ approach: Approach, number: Int) -> FormScope {
    let stops = approach.disposition == .partial
    var scope = Respondent(plan: plan).fill(
      AnswerSheet(employer), mode: .web, oddity: approach.oddity, stopsHalfWay: stops)
    Contact(plan: plan).add(to: &scope, for: employer.id)
    scope["number"] = .written(String(number))
    scope["answered"] = .written(approach.closed.description)
    scope["lastPage"] = .written(stops ? "1" : "5")
    scope["form"] = .written(employer.hasLongForm ? "lang" : "kort")
    let tried = scope["triedToRecruit"]?.written == "yes"
    scope["isLong"] = .flag(employer.hasLongForm)
    scope["isShort"] = .flag(!employer.hasLongForm)
    scope["reachesEnd"] = .flag(!stops)
    scope["tried"] = .flag(tried)
    scope["triedLong"] = .flag(tried && employer.hasLongForm)
    for key in ["triedToRecruit", "contactAboutTrainees", "quotePermission"] {
      scope[key] = .written(["yes": "Y", "no": "N"][scope[key]?.written ?? ""] ?? "")
    }
    scope = ticked(scope)
    nameRows(&scope, "occupations", as: "occupation", upTo: 6)
    nameRows(&scope, "vanishingJobs", as: "vanishing", upTo: 2)
    nameRows(&scope, "emergingJobs", as: "emerging", upTo: 2)
    return scope
  }

  /// Every row that the survey has, each also under a name of its own: `occupation3`.
  private func nameRows(_ scope: inout FormScope, _ key: String, as name: String, upTo count: Int) {
    var rows: [String: FormScope] = [:]
    if case .list(let given) = scope[key] {
      for row in given { rows[row["row"]?.written ?? ""] = ticked(row) }
    }
    let all = (1...count).map { number in
      rows[String(number)] ?? ["row": .written(String(number))]
    }
    scope[key] = .list(all)
    for (place, row) in all.enumerated() { scope["\(name)\(place + 1)"] = .list([row]) }
  }

  /// Choices one by one: `hiringSupports.mentor` is `Y` where it is ticked.
  private func ticked(_ scope: FormScope) -> FormScope {
    var ticked = scope
    for (key, value) in scope {
      guard case .codes(let codes) = value else { continue }
      for code in codes { ticked["\(key).\(code)"] = .written("Y") }
    }
    return ticked
  }

  /// Text inside a CDATA section.
  static func escaped(_ text: String) -> String {
    text.split(separator: "]]>", omittingEmptySubsequences: false).joined(separator: "]]]]><![CDATA[>")
  }
}
