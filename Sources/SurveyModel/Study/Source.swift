/// The kinds of file a questionnaire comes back in.
package enum Carrier: String, CaseIterable, Hashable, Sendable {
  case htmlForm = "html-form"
  case csv
  case htmlTable = "html-table"
  case xforms
  case tripleS = "triple-s"
  case limeSurvey = "limesurvey"

  /// A file of it holds many responses, not one.
  package var holdsMany: Bool { self != .htmlForm }

  /// What its files mean may stand in a file of its own beside them.
  package var takesStructure: Bool { [.limeSurvey, .xforms, .tripleS].contains(self) }
}

/// How a respondent was asked.
package enum Mode: String, CaseIterable, Hashable, Sendable { case web, telephone, paper, visit }

/// One declared source of responses: where its files lie in the data folder and how they are read.
package struct ResponseSource: Hashable, Sendable {
  package var name: String
  package var carrier: Carrier
  /// Within the data folder: a file, or names with a `*` such as `employers/*.html`; see `FilePattern`.
  package var path: String
  package var questionnaire: String
  package var mode: Mode
  /// Set only where the study knows better than the file.
  package var encoding: String?
  /// CSV only; nil: taken from the heading row.
  package var delimiter: String?
  /// The file of the data folder that says what the answers are answers to: a `.sss` file, the form of an XForm.
  package var structure: String?

  package init(
    name: String, carrier: Carrier, path: String, questionnaire: String, mode: Mode, encoding: String? = nil,
    delimiter: String? = nil, structure: String? = nil
  ) {
    self.name = name
    self.carrier = carrier
    self.path = path
    self.questionnaire = questionnaire
    self.mode = mode
    self.encoding = encoding
    self.delimiter = delimiter
    self.structure = structure
  }

  /// A file of it holds many responses. Of XForms, a path with a `*` means submissions, one a file; a path without
  /// means an export of many.
  package var holdsMany: Bool { carrier == .xforms ? !path.contains("*") : carrier.holdsMany }
}

/// Pages that are no questionnaires, and the description that reads them.
package struct PageSource: Hashable, Sendable {
  package var name: String
  package var path: String
  /// File name in the study's `pages` folder, without `.yaml`.
  package var description: String

  package init(name: String, path: String, description: String) {
    self.name = name
    self.path = path
    self.description = description
  }
}
