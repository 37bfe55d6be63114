import ConfidentialRecords

/// The draft questions that one question of LimeSurvey makes: one for each answer that is stored by itself, but one for
/// all boxes that are ticked together.
struct LimeSurveyQuestions {
  typealias Question = DraftQuestionnaire.Question
  typealias Text = DraftQuestionnaire.Text

  private let question: LimeSurveyStructure.Question
  private let languages: LimeSurveyLanguages
  private(set) var questions: [Question] = []
  /// What skip logic can call them.
  private(set) var meanings: [String: RelevanceTranslator.Meaning] = [:]
  /// About what makes no question.
  private(set) var note: String?

  init(
    _ question: LimeSurveyStructure.Question, columns: [LimeSurveyColumn], _ languages: LimeSurveyLanguages
  ) {
    self.question = question
    self.languages = languages
    switch question.kind?.layout {
    case nil: note = "\(question.code): a type of question that we do not know (\(question.letter)); left out"
    case LimeSurveyKind.Layout.none?:
      note = "\(question.code): \(question.kind == .upload ? "files are not read" : "text without an answer"); left out"
    case .choices?: addChoices(columns)
    case .cells? where question.isOfCheckBoxes: addRowsOfBoxes(columns)
    case _?: for column in columns where column.content == .answer { addAnswer(column) }
    }
    if note == nil {
      for column in columns where column.content == .other || column.content == .comment { addWords(column) }
    }
  }

  // MARK: Kinds of question

  private mutating func addAnswer(_ column: LimeSurveyColumn) {
    let row = column.row.flatMap { question.rows.indices.contains($0 - 1) ? question.rows[$0 - 1] : nil }
    var draft = Question(
      id: id(of: column), text: languages.text(question.texts), kind: .text, found: [column.spelling])
    if let row, question.kind != .ranking {
      draft.text = languages.text(question.texts, row.texts, cell(column)?.texts ?? scale(column))
    }
    (draft.kind, draft.codes) = kindAndCodes(of: column)
    switch question.kind {
    case .ranking:
      draft.text = languages.text(
        question.texts, languages.both(sv: "plats \(column.row ?? 0)", en: "rank \(column.row ?? 0)"))
    case .equation: draft.notes.append("reckoned by LimeSurvey, not answered by the respondent")
    case .arrayOfTenPoints: draft.notes.append("grades from 1 to 10: no scale of ours, which has 5")
    default: break
    }
    if column.row == 1, question.rows.count > 1, draft.kind == .count || draft.kind == .text || draft.kind == .choice,
      let rows = column.rowSpellings.first, question.kind != .ranking
    {
      draft.notes.append(
        "one question for all rows: repeats: occupations (or another group), and found: {limesurvey: \"\(rows)\"}")
    }
    if [.shortText, .shortTexts].contains(question.kind), draft.text.looksLikeContact {
      draft.notes.append("contact data? Then put its found: line under contact-fields and take the question out")
    }
    if question.isHidden {
      draft.notes.append("never shown: filled in by the link or by LimeSurvey; the unit key, perhaps?")
    }
    add(draft, column)
  }

  private mutating func addChoices(_ columns: [LimeSurveyColumn]) {
    var draft = Question(
      id: question.code, text: languages.text(question.texts), kind: .choices, found: [question.code])
    draft.codes = question.rows.map { DraftQuestionnaire.Code(code: $0.code, label: languages.text($0.texts)) }
    if question.hasOther { draft.codes.append(languages.other(written: [])) }
    guard !draft.codes.isEmpty else {
      note = "\(question.code): nothing to choose from; left out"
      return
    }
    questions.append(draft)
    for column in columns {
      guard case .box(let code) = column.content else { continue }
      name(.box(question: draft.id, code: code.asIdentifier), column)
    }
  }

  private mutating func addRowsOfBoxes(_ columns: [LimeSurveyColumn]) {
    let codes = question.columns.map { DraftQuestionnaire.Code(code: $0.code, label: languages.text($0.texts)) }
    guard !codes.isEmpty else {
      note = "\(question.code): nothing to choose from; left out"
      return
    }
    for (number, row) in zip(1..., question.rows) {
      var draft = Question(
        id: "\(question.code)_\(row.code)", text: languages.text(question.texts, row.texts), kind: .choices,
        codes: codes, found: ["\(question.code)_\(row.code)"])
      if number == 1, question.rows.count > 1 {
        draft.notes.append(
          "one question for all rows: repeats: occupations (or another group), and found: {limesurvey: \"\(question.code)[]\"}"
        )
      }
      questions.append(draft)
      for column in columns where column.row == number {
        if case .box(let code) = column.content { name(.box(question: draft.id, code: code.asIdentifier), column) }
      }
    }
  }

  /// The box for own words, or for a comment.
  private mutating func addWords(_ column: LimeSurveyColumn) {
    let row = column.row.flatMap { question.rows.indices.contains($0 - 1) ? question.rows[$0 - 1].texts : nil } ?? [:]
    let what =
      column.content == .other
      ? languages.both(sv: "annat", en: "other") : languages.both(sv: "kommentar", en: "comment")
    add(
      Question(
        id: id(of: column), text: languages.text(question.texts, row, what), kind: .text, found: [column.spelling]),
      column)
  }

  // MARK: Kinds and codes

  private func kindAndCodes(of column: LimeSurveyColumn) -> (Concept.Kind, [DraftQuestionnaire.Code]) {
    switch question.kind {
    case .number, .numbers, .arrayOfNumbers: return (.count, [])
    case .date: return (.date, [])
    case .fivePoints, .arrayOfFivePoints: return (.scale, [])
    case .arrayOfTenPoints:
      return (.choice, (1...10).map { DraftQuestionnaire.Code(code: "\($0)", label: Text(sv: "\($0)", en: "\($0)")) })
    case .yesNo: return (.yesNo, LimeSurveyLanguages.yesNo)
    case .gender: return (.choice, LimeSurveyLanguages.gender)
    case .arrayOfYesUncertainNo: return (.choice, LimeSurveyLanguages.yesUncertainNo)
    case .arrayOfIncreaseSameDecrease: return (.choice, LimeSurveyLanguages.increaseSameDecrease)
    case .language: return (.choice, languages.codes)
    case .list, .dropDown, .listWithComment, .array, .arrayByColumn, .ranking, .dualArray:
      let list = question.answers[column.names.codes.hasSuffix("#1") ? 1 : 0]
      var codes = list.map { DraftQuestionnaire.Code(code: $0.code, label: languages.text($0.texts)) }
      if question.hasOther { codes.append(languages.other(written: ["-oth-"])) }
      return codes.isEmpty ? (.text, []) : (.choice, codes)
    default: return (.text, [])
    }
  }

  private func cell(_ column: LimeSurveyColumn) -> LimeSurveyStructure.Part? {
    guard question.kind?.layout == .cells else { return nil }
    return question.columns.first { column.names.parts.hasSuffix("_S\($0.id)") }
  }

  private func scale(_ column: LimeSurveyColumn) -> LimeSurveyStructure.Texts {
    guard question.kind == .dualArray else { return [:] }
    let number = column.names.codes.hasSuffix("#1") ? 2 : 1
    return languages.both(sv: "skala \(number)", en: "scale \(number)")
  }

  private func id(of column: LimeSurveyColumn) -> String { column.names.codes.replacing("#", with: "_") }

  private mutating func add(_ draft: Question, _ column: LimeSurveyColumn) {
    questions.append(draft)
    switch draft.kind {
    case .count, .share, .money, .year, .scale: name(.number(draft.id), column)
    case .yesNo: name(.yesNo(draft.id), column)
    case .choice:
      let codes = draft.codes.flatMap { code in ([code.code] + code.written).map { ($0, code.code.asIdentifier) } }
      name(.choice(draft.id, codes: Dictionary(codes, uniquingKeysWith: { a, _ in a })), column)
    case .date, .text, .choices: name(.text(draft.id), column)
    }
  }

  private mutating func name(_ meaning: RelevanceTranslator.Meaning, _ column: LimeSurveyColumn) {
    let names = [column.names.numbers, column.names.codes, column.names.parts]
    for name in names + names.map({ $0.replacing("#", with: "_") }) + column.spellings { meanings[name] = meaning }
  }
}

extension LimeSurveyColumn {
  /// As a draft writes it: `Q7_SQ001`.
  fileprivate var spelling: String { content == .comment && row != nil ? spellings[1] : names.codes }
}

extension DraftQuestionnaire.Text {
  fileprivate var looksLikeContact: Bool {
    let words = [
      "e-post", "epost", "e-mail", "email", "mail", "telefon", "phone", "mobil", "namn", "name", "kontakt", "contact",
    ]
    let text = [sv, en, other].compactMap { $0?.lowercased() }.joined(separator: " ")
    return words.contains { text.contains($0) }
  }
}
