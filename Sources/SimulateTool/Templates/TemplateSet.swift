/// The hand-written pages and lines of a study, ready to be filled in.
package struct TemplateSet: Sendable {
  let longForm, shortForm, otherLong, otherShort: Template
  let telephoneHeading, telephoneRow: Template
  let limeSurveyStructure: String
  let limeSurveyResponses, interviews: Template
  let thankYou, about: String
  let projectPage: Template

  /// - Parameter text: the text of a template file by its name, nil when there is none.
  /// - Throws: the file that has the fault, and the fault.
  package init(_ text: (String) -> String?) throws(TemplateFault) {
    func template(_ name: String) throws(TemplateFault) -> Template {
      guard let source = text(name) else { throw TemplateFault(file: name, error: .noSuchPart(name)) }
      do throws(TemplateError) {
        return try Template(source) { text("\($0).html") }
      } catch {
        throw TemplateFault(file: name, error: error)
      }
    }
    longForm = try template("form-long.html")
    shortForm = try template("form-short.html")
    otherLong = try template("other-long.html")
    otherShort = try template("other-short.html")
    telephoneHeading = try template("telephone-heading.csv")
    telephoneRow = try template("telephone-row.csv")
    limeSurveyStructure = try template("limesurvey.lss").render([:]) { $0 }
    limeSurveyResponses = try template("limesurvey.lsr")
    interviews = try template("interviews.html")
    thankYou = try template("thank-you.html").render([:]) { $0 }
    about = try template("about.md").render([:]) { $0 }
    projectPage = try template("project-page.html")
  }

  func form(long: Bool, otherMake: Bool) -> Template {
    switch (long, otherMake) {
    case (true, false): longForm
    case (true, true): otherLong
    case (false, false): shortForm
    case (false, true): otherShort
    }
  }
}

package struct TemplateFault: Error, Hashable, Sendable {
  package var file: String
  package var error: TemplateError
}
