import Diagnostics
import Markup

extension LimeSurveyStructure {
  /// Reads a structure file (`.lss`) of either layout. Up to version 359 texts stand in the rows they belong to, which
  /// come once for each language; from 426 on they stand in tables of their own.
  ///
  /// - Throws: for a file that is no survey, and for one with a question that cannot be told from another.
  init(_ bytes: [UInt8], at place: SourceLocation) throws(LimeSurveyFault) {
    let tables = try LimeSurveyTables(bytes, at: place)
    let survey = tables["surveys"].first
    let settings = tables["surveys_languagesettings"]
    id = survey?["sid"] ?? tables["questions"].first?["sid"] ?? ""
    guard !id.isEmpty, id.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .notASurvey(at: place) }
    version = tables.version

    let base = survey?["language"] ?? ""
    let more = (survey?["additional_languages"] ?? "").split(separator: " ").map(String.init)
    languages = ([base] + more + tables.languages).filter { !$0.isEmpty }.firstOfEach { $0 }
    title = texts(of: settings, "surveyls_title", language: "surveyls_language")
    commaLanguages = Set(settings.filter { $0["surveyls_numberformat"] == "1" }.map { $0["surveyls_language"] })

    groups = Reading(tables).groups
    questions = try Reading(tables).questions(in: groups)
  }
}

private struct Reading {
  let tables: LimeSurveyTables
  private let partTexts: [String: LimeSurveyStructure.Texts]
  private let answerTexts: [String: LimeSurveyStructure.Texts]

  init(_ tables: LimeSurveyTables) {
    self.tables = tables
    let parts = tables["questions"] + tables["subquestions"] + tables["question_l10ns"]
    partTexts = textsByKey(parts, key: "qid", "question")
    answerTexts = textsByKey(tables["answer_l10ns"], key: "aid", "answer")
  }

  var groups: [LimeSurveyStructure.Group] {
    let texts = textsByKey(tables["groups"] + tables["group_l10ns"], key: "gid", "group_name")
    return tables["groups"].firstOfEach { $0["gid"] }.ordered(by: "group_order").map {
      LimeSurveyStructure.Group(id: $0["gid"], texts: texts[$0["gid"]] ?? [:], relevance: $0["grelevance"])
    }
  }

  func questions(in groups: [LimeSurveyStructure.Group]) throws(LimeSurveyFault) -> [LimeSurveyStructure.Question] {
    let parts = Dictionary(grouping: tables["subquestions"].firstOfEach { $0["qid"] }) { $0["parent_qid"] }
    let answers = Dictionary(grouping: tables["answers"]) { $0["qid"] }
    let attributes = Dictionary(grouping: tables["question_attributes"]) { $0["attribute"] }
    func having(_ attributes: [LimeSurveyTables.Row]?, _ isSet: (String) -> Bool) -> Set<String> {
      Set((attributes ?? []).filter { isSet($0["value"].trimmed) }.map { $0["qid"] })
    }
    let boxes = having(attributes["multiflexible_checkbox"]) { $0 == "1" }
    let hidden = having(attributes["hidden"]) { $0 == "1" }
    let filtered = having(attributes["array_filter"]) { !$0.isEmpty }
      .union(having(attributes["array_filter_exclude"]) { !$0.isEmpty })
    let rows = Dictionary(
      grouping: tables["questions"].filter { ["", "0"].contains($0["parent_qid"]) }.firstOfEach { $0["qid"] }
    ) { $0["gid"] }

    var questions: [LimeSurveyStructure.Question] = []
    for row in groups.flatMap({ (rows[$0.id] ?? []).ordered(by: "question_order") }) {
      let id = row["qid"]
      guard !id.isEmpty, !row["title"].isEmpty else { throw .nameless(at: tables.place) }
      var question = LimeSurveyStructure.Question(
        id: id, group: row["gid"], code: row["title"], letter: row["type"], texts: partTexts[id] ?? [:],
        relevance: row["relevance"], hasOther: row["other"] == "Y")
      let all = (parts[id] ?? []).ordered(by: "question_order")
      question.rows = all.filter { $0["scale_id"] != "1" }.map(part)
      question.columns = all.filter { $0["scale_id"] == "1" }.map(part)
      question.answers = ["0", "1"].map { self.answers(answers[id] ?? [], scale: $0) }
      question.isOfCheckBoxes = boxes.contains(id) && question.kind == .arrayOfNumbers
      question.isHidden = hidden.contains(id)
      question.isFiltered = filtered.contains(id)
      for codes in [question.rows.map(\.code), question.columns.map(\.code)] + question.answers.map({ $0.map(\.code) })
      where Set(codes).count < codes.count {
        throw .codeTwice(in: question.code, at: tables.place)
      }
      questions.append(question)
    }
    if let twice = questions.map(\.code).firstRepeated { throw .questionTwice(twice, at: tables.place) }
    return questions
  }

  private func part(_ row: LimeSurveyTables.Row) -> LimeSurveyStructure.Part {
    LimeSurveyStructure.Part(
      id: row["qid"], code: row["title"], texts: partTexts[row["qid"]] ?? [:], relevance: row["relevance"])
  }

  /// In the old layout an answer has no number of its own and comes once for each language.
  private func answers(_ rows: [LimeSurveyTables.Row], scale: String) -> [LimeSurveyStructure.Answer] {
    let here = rows.filter { (($0["scale_id"] == "1") ? "1" : "0") == scale && !$0["code"].isEmpty }
    let sameCode = Dictionary(grouping: here) { $0["code"] }
    return here.firstOfEach { $0["aid"] + "/" + $0["code"] }.ordered(by: "sortorder").map { row in
      LimeSurveyStructure.Answer(
        id: row["aid"], code: row["code"],
        texts: answerTexts[row["aid"]] ?? texts(of: sameCode[row["code"]] ?? [], "answer"))
    }
  }
}

private func texts(
  of rows: [LimeSurveyTables.Row], _ column: String, language: String = "language"
) -> LimeSurveyStructure.Texts {
  Dictionary(
    rows.filter { !$0[language].isEmpty }.map { ($0[language], $0[column]) }, uniquingKeysWith: { a, _ in a })
}

private func textsByKey(
  _ rows: [LimeSurveyTables.Row], key: String, _ column: String
) -> [String: LimeSurveyStructure.Texts] {
  Dictionary(grouping: rows) { $0[key] }.mapValues { texts(of: $0, column) }
}

extension Array where Element == LimeSurveyTables.Row {
  /// As the pages show them; what has no number, or the same, stays as it stands.
  fileprivate func ordered(by column: String) -> [Element] {
    enumerated().sorted { a, b in
      let (left, right) = (Int(a.element[column]) ?? 0, Int(b.element[column]) ?? 0)
      return left == right ? a.offset < b.offset : left < right
    }.map(\.element)
  }
}

extension Array {
  fileprivate func firstOfEach<Key: Hashable>(_ key: (Element) -> Key) -> [Element] {
    var seen: Set<Key> = []
    return filter { seen.insert(key($0)).inserted }
  }
}

extension Array where Element: Hashable {
  fileprivate var firstRepeated: Element? {
    var seen: Set<Element> = []
    return first { !seen.insert($0).inserted }
  }
}
