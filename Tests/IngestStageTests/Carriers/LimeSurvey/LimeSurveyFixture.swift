import TestSupport

@testable import IngestStage

/// A made-up survey, written as LimeSurvey writes it: in the layout up to version 359, with texts in the rows, or in
/// that from 426 on, with texts in tables of their own.
struct LimeSurveyFixture {
  struct Part {
    var code: String
    var sv: String
    var en: String
    var scale = 0
    var relevance = "1"

    init(_ code: String, _ sv: String, _ en: String, scale: Int = 0, relevance: String = "1") {
      (self.code, self.sv, self.en, self.scale, self.relevance) = (code, sv, en, scale, relevance)
    }
  }

  struct Question {
    var code: String
    var letter: String
    var sv: String
    var en: String
    var group = 1
    var relevance = "1"
    var other = false
    var parts: [Part] = []
    var answers: [Part] = []
    var attributes: KeyValuePairs<String, String> = [:]

    init(
      _ code: String, _ letter: String, _ sv: String, _ en: String, group: Int = 1, relevance: String = "1",
      other: Bool = false, parts: [Part] = [], answers: [Part] = [], attributes: KeyValuePairs<String, String> = [:]
    ) {
      (self.code, self.letter, self.sv, self.en, self.group) = (code, letter, sv, en, group)
      (self.relevance, self.other, self.parts, self.answers) = (relevance, other, parts, answers)
      self.attributes = attributes
    }
  }

  var id = "100200"
  var languages = ["sv", "en"]
  /// Of the groups; the first is shown to everybody.
  var groupRelevance = ["", "", ""]
  /// `surveyls_numberformat`.
  var numberFormat = 1
  var questions: [Question]

  init(_ questions: [Question]) { self.questions = questions }

  /// The number of a question: 10, 20, 30 …; those of its parts follow on it.
  func number(_ code: String) -> Int { ((questions.firstIndex { $0.code == code } ?? -1) + 1) * 10 }

  /// The column of a question, such as `100200X1X10`, and of what belongs to it.
  func column(_ code: String, _ part: String = "") -> String {
    let group = questions.first { $0.code == code }?.group ?? 0
    return "\(id)X\(group)X\(number(code))\(part)"
  }

  // MARK: The structure

  func structure(isOld: Bool) -> String {
    let groups = groupRelevance.indices.map { $0 + 1 }
    var tables: [(String, [[(String, String)]])] = []
    func perLanguage(_ rows: [(columns: [(String, String)], name: String, sv: String, en: String)]) -> [[(
      String, String
    )]] {
      languages.flatMap { language in
        rows.map { $0.columns + [("language", language), ($0.name, language == "sv" ? $0.sv : $0.en)] }
      }
    }
    func add(
      _ table: String, texts: String, _ rows: [(columns: [(String, String)], name: String, sv: String, en: String)],
      key: String
    ) {
      if isOld { return tables.append((table, perLanguage(rows))) }
      tables.append((table, rows.map(\.columns)))
      let keyed = rows.map { row in (row.columns.filter { $0.0 == key }, row.name, row.sv, row.en) }
      if let known = tables.firstIndex(where: { $0.0 == texts }) {
        tables[known].1 += perLanguage(keyed)
      } else {
        tables.append((texts, perLanguage(keyed)))
      }
    }
    // The last group first: order comes from the numbers, not from the place in the file.
    add(
      "groups", texts: "group_l10ns",
      groups.reversed().map {
        (
          [("gid", "\($0)"), ("sid", id), ("group_order", "\($0)"), ("grelevance", groupRelevance[$0 - 1])],
          "group_name", "Grupp \($0)", "Group \($0)"
        )
      }, key: "gid")
    add(
      "questions", texts: "question_l10ns",
      questions.enumerated().reversed().map { place, question in
        (
          [
            ("qid", "\(number(question.code))"), ("parent_qid", "0"), ("sid", id), ("gid", "\(question.group)"),
            ("type", question.letter), ("title", question.code), ("other", question.other ? "Y" : "N"),
            ("question_order", "\(place)"), ("relevance", question.relevance), ("scale_id", "0"),
          ], "question", question.sv, question.en
        )
      }, key: "qid")
    add(
      "subquestions", texts: "question_l10ns",
      questions.flatMap { question in
        question.parts.enumerated().reversed().map { place, part in
          (
            [
              ("qid", "\(number(question.code) * 100 + place)"), ("parent_qid", "\(number(question.code))"),
              ("gid", "\(question.group)"), ("title", part.code), ("question_order", "\(place)"),
              ("relevance", part.relevance), ("scale_id", "\(part.scale)"),
            ], "question", part.sv, part.en
          )
        }
      }, key: "qid")
    add(
      "answers", texts: "answer_l10ns",
      questions.flatMap { question in
        question.answers.enumerated().reversed().map { place, answer in
          let id = isOld ? [] : [("aid", "\(number(question.code) * 100 + place)")]
          return (
            id + [
              ("qid", "\(number(question.code))"), ("code", answer.code), ("sortorder", "\(place)"),
              ("scale_id", "\(answer.scale)"),
            ], "answer", answer.sv, answer.en
          )
        }
      }, key: "aid")
    tables.append(
      (
        "question_attributes",
        questions.flatMap { question in
          question.attributes.map {
            [("qid", "\(number(question.code))"), ("attribute", $0.key), ("value", $0.value)]
          }
        }
      ))
    tables.append(
      (
        "surveys",
        [
          [
            ("sid", id), ("language", languages[0]),
            ("additional_languages", languages.dropFirst().joined(separator: " ")),
          ]
        ]
      ))
    tables.append(
      (
        "surveys_languagesettings",
        languages.map {
          [
            ("surveyls_survey_id", id), ("surveyls_language", $0),
            ("surveyls_title", $0 == "sv" ? "<p>Prov &amp; försök</p>" : "Trial"),
            ("surveyls_numberformat", $0 == "sv" ? "\(numberFormat)" : "0"),
          ]
        }
      ))
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <document>
       <LimeSurveyDocType>Survey</LimeSurveyDocType>
       <DBVersion>\(isOld ? 177 : 495)</DBVersion>
       <languages>\(languages.map { "<language>\($0)</language>" }.joined())</languages>
       \(tables.map { table($0.0, $0.1) }.joined(separator: "\n "))
      </document>
      """
  }

  private func table(_ name: String, _ rows: [[(String, String)]]) -> String {
    let rows = rows.map { row in
      "<row>" + row.map { $0.1.isEmpty ? "<\($0.0)/>" : "<\($0.0)><![CDATA[\($0.1)]]></\($0.0)>" }.joined() + "</row>"
    }
    return "<\(name)><fields></fields><rows>\n\(rows.joined(separator: "\n"))\n</rows></\(name)>"
  }

  // MARK: Responses

  /// A response as pairs of column and value; what is nil or left out is NULL.
  struct Response: ExpressibleByDictionaryLiteral, Sendable {
    var cells: [(column: String, value: String?)]

    init(_ cells: [(column: String, value: String?)]) { self.cells = cells }
    init(dictionaryLiteral cells: (String, String?)...) { self.cells = cells.map { ($0.0, $0.1) } }
  }

  static func responses(_ columns: [String], _ rows: [Response], version: Int = 495) -> String {
    let metadata = ["id", "token", "submitdate", "lastpage", "startlanguage", "seed"]
    func element(_ column: String) -> String {
      (column.first?.isNumber == true ? "_" : "") + column.replacing("#", with: "-")
    }
    let written = rows.map { row in
      "<row>"
        + row.cells.map { column, value in
          guard let value else { return "" }
          let name = element(column)
          return value.isEmpty ? "<\(name)/>" : "<\(name)><![CDATA[\(value)]]></\(name)>"
        }.joined() + "</row>"
    }
    let fields = (metadata + columns).map { "<fieldname>\($0)</fieldname>" }.joined()
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <document><LimeSurveyDocType>Responses</LimeSurveyDocType><DBVersion>\(version)</DBVersion>\
      <languages><language>sv</language></languages><responses><fields>\(fields)</fields><rows>
      \(written.joined(separator: "\n"))
      </rows></responses></document>
      """
  }
}

extension LimeSurveyFixture {
  /// One question of every type that carries answers, and two that do not.
  static let everyType = LimeSurveyFixture([
    Question(
      "ORT", "L", "Var?", "Where?", other: true, answers: [Part("A1", "Söder", "South"), Part("A2", "Norr", "North")]),
    Question("NED", "!", "Välj", "Choose", answers: [Part("1", "Ett", "One"), Part("2", "Två", "Two")]),
    Question("LK", "O", "Varför?", "Why?", answers: [Part("A1", "Lön", "Pay")]),
    Question(
      "FL", "M", "Vilka?", "Which?", other: true,
      parts: [Part("SQ001", "Svenska", "Swedish"), Part("SQ002", "Engelska", "English")]),
    Question("FK", "P", "Vilka, och hur?", "Which, and how?", parts: [Part("SQ001", "Tolk", "Interpreter")]),
    Question("ANT", "N", "Hur många?", "How many?", group: 2),
    Question(
      "ANTF", "K", "Hur många av varje?", "How many of each?", group: 2,
      parts: [
        Part("kv", "Kvinnor", "Women"), Part("man", "Män", "Men"),
      ]),
    Question("KORT", "S", "Kort", "Short", group: 2),
    Question("LANG", "T", "Långt", "Long", group: 2),
    Question("HUGE", "U", "Längre", "Longer", group: 2),
    Question(
      "TITEL", "Q", "Yrken", "Occupations", group: 2,
      parts: [
        Part("1", "Första", "First"), Part("2", "Andra", "Second"),
      ]),
    Question("DAG", "D", "När?", "When?", group: 2),
    Question("JA", "Y", "Sökt?", "Tried?", group: 2),
    Question("KON", "G", "Kön", "Sex", group: 2),
    Question("FEM", "5", "Hur svårt?", "How hard?", group: 2),
    Question("AA", "A", "Betyg", "Grades", group: 2, parts: [Part("a", "Lön", "Pay")]),
    Question("AB", "B", "Tio", "Ten", group: 2, parts: [Part("a", "Lön", "Pay")]),
    Question("AC", "C", "Ja?", "Yes?", group: 2, parts: [Part("a", "Lön", "Pay")]),
    Question("AE", "E", "Mer?", "More?", group: 2, parts: [Part("a", "Lön", "Pay")]),
    Question(
      "AF", "F", "Hur viktigt?", "How important?", group: 2,
      parts: [Part("a", "Lön", "Pay"), Part("b", "Tid", "Time")],
      answers: [Part("1", "Inte alls", "Not at all"), Part("2", "Mycket", "Very")]),
    Question(
      "AH", "H", "Kolumner", "Columns", group: 2, parts: [Part("a", "Lön", "Pay")],
      answers: [Part("X1", "Ja", "Yes")]),
    Question(
      "DUB", "1", "I dag och om fem år", "Today and in five years", group: 2, parts: [Part("a", "Lön", "Pay")],
      answers: [Part("1", "Lätt", "Easy"), Part("2", "Svårt", "Hard"), Part("1", "Färre", "Fewer", scale: 1)]),
    Question(
      "TAL", ":", "Antal per yrke", "Number per occupation", group: 3,
      parts: [
        Part("r1", "Kock", "Cook"), Part("r2", "Lärare", "Teacher"), Part("nu", "Nu", "Now", scale: 1),
        Part("sen", "Sen", "Later", scale: 1),
      ]),
    Question(
      "KRYSS", ":", "Brist per yrke", "Lacking per occupation", group: 3,
      parts: [
        Part("r1", "Kock", "Cook"), Part("r2", "Lärare", "Teacher"), Part("spr", "Språk", "Language", scale: 1),
        Part("it", "IT", "IT", scale: 1),
      ], attributes: ["multiflexible_checkbox": "1"]),
    Question(
      "ORD", ";", "Text per yrke", "Text per occupation", group: 3,
      parts: [Part("r1", "Kock", "Cook"), Part("vad", "Vad", "What", scale: 1)]),
    Question(
      "RANG", "R", "Rangordna", "Rank", group: 3,
      answers: [Part("A1", "Lön", "Pay"), Part("A2", "Tid", "Time"), Part("A3", "Plats", "Place")]),
    Question("VISA", "X", "Bara text", "Text only", group: 3),
    Question("RAKNA", "*", "{ANT + 1}", "{ANT + 1}", group: 3),
    Question("SPRAK", "I", "Språk", "Language", group: 3),
    Question("FIL", "|", "Bifoga", "Attach", group: 3),
  ])
}
