import ConfidentialRecords
import Testing

@testable import IngestStage

/// A form as one kind of program makes it, and how a study would say where its fields stand. All of them ask the same,
/// and are filled in alike.
struct FormMaker: CustomTestStringConvertible {
  let testDescription: String
  /// By question; `unit` and `datum` are the key and the date.
  let found: [String: [String]]
  let page: String

  static let all = [
    tableForm, ariaForm, printedForm, pluginForm, surveyForm, oldForm,
  ]

  /// What the employer answered.
  static let answers = [
    "staff=40", "sector=private", "supports=interpreter|wage", "tried=yes", "cooks=4", "teachers=2", "need2=45",
    "need5=50–55", "comment=Vi söker <kockar> & lärare.|Gärna två.",
  ]

  private static func code(_ code: String, _ sv: String, _ en: String) -> CodeList.Code {
    CodeList.Code(code: code, label: LocalizedText(sv: sv, en: en))
  }

  static let lists = [
    CodeList(
      id: "sectors",
      codes: [
        code("private", "Privat", "Private"), code("municipal", "Kommun", "Municipal"), code("state", "Stat", "State"),
      ]),
    CodeList(
      id: "supports",
      codes: [
        code("interpreter", "Tolk", "Interpreter"), code("mentor", "Mentor, handledare", "Mentor"),
        code("wage", "Lönestöd", "Wage support"),
      ]),
    CodeList(id: "yes-no", codes: [code("yes", "Ja", "Yes"), code("no", "Nej", "No")]),
    CodeList(
      id: "grades",
      codes: [
        code("1", "Mycket lätt", "Very easy"), code("2", "Lätt", "Easy"), code("3", "Varken eller", "Neither"),
        code("4", "Svårt", "Hard"), code("5", "Mycket svårt", "Very hard"),
      ]),
  ]

  var questionnaire: Questionnaire {
    func places(_ id: String) -> FieldPlaces { FieldPlaces(["html-form": found[id] ?? []]) }
    func question(_ id: String, _ kind: Concept.Kind, _ list: String? = nil) -> Question {
      Question(id: id, text: LocalizedText(sv: id, en: id), kind: kind, codeList: list, places: places(id))
    }
    return Questionnaire(
      id: "employer", title: LocalizedText(sv: "Enkät", en: "Survey"), unitKey: places("unit"),
      answered: places("datum"), codeLists: Self.lists,
      questions: [
        question("staff", .count), question("sector", .choice, "sectors"), question("supports", .choices, "supports"),
        question("tried", .yesNo, "yes-no"), question("cooks", .scale, "grades"),
        question("teachers", .scale, "grades"),
        question("need2", .count), question("need5", .count), question("comment", .text), question("skipped", .count),
      ])
  }
}
