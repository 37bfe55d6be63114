import SurveyModel

/// Makes the page on which a firm of interviewers delivers its telephone interviews: one table, one row per employer.
/// It asked the questions of the short form.
struct InterviewTableMaker {
  let plan: SimulationPlan
  let templates: TemplateSet

  /// In windows-1252, as the firm's spreadsheet saves a page.
  func page(_ answered: [(employer: Employer, approach: Approach)]) -> [UInt8] {
    var scope: FormScope = ["count": .written(String(answered.count))]
    scope["supports"] = .list(SupportCode.allCases.map { ["label": .written($0.label)] })
    scope["responses"] = .list(
      answered.enumerated().map { number, answer in row(answer.employer, answer.approach, number: number + 1) })
    return Windows1252.bytes(templates.interviews.render(scope, escape: PageMaker.escaped))
  }

  private func row(_ employer: Employer, _ approach: Approach, number: Int) -> FormScope {
    var scope = Respondent(plan: plan).fill(
      AnswerSheet(employer), mode: .telephone, oddity: approach.oddity, stopsHalfWay: approach.disposition == .partial)
    Contact(plan: plan).add(to: &scope, for: employer.id)
    scope["number"] = .written(String(number))
    scope["answered"] = .written(approach.closed.description)
    for key in ["triedToRecruit", "contactAboutTrainees", "quotePermission"] {
      scope[key] = .written(["yes": "Ja", "no": "Nej"][scope[key]?.written ?? ""] ?? "")
    }
    let supports = scope["hiringSupports"]
    scope["supports"] = .list(
      SupportCode.allCases.map { ["ticked": .written(supports?.holds($0.rawValue) == true ? "1" : "")] })
    return scope
  }
}
