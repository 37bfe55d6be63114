import ConfidentialRecords

extension CallList {
  /// `steward/aggregate/call-list.csv`: a line for each thing to ask, the units in the order in which to phone them.
  /// Numbers are not rounded; moves and values are in the unit of the cell, scores in standard errors.
  package var csv: [UInt8] {
    var writer = CSVWriter()
    writer.append([
      "call", "establishment", "municipality", "sector", "size_class", "employees", "disposition", "dominant", "weight",
      "global_score", "question", "sv", "en", "row", "occupation", "reason", "now", "expected", "low", "high",
      "suspicion", "local_score", "table", "cell", "estimate", "standard_error", "likely_move", "largest_move", "flips",
      "flip_cell", "flip_from", "flip_to",
    ])
    let wording = QuestionWording(study: study)
    for (place, call) in calls.enumerated() {
      for question in call.questions { writer.append(row(place + 1, call, question, wording)) }
    }
    return writer.takeBytes()
  }

  private func row(_ place: Int, _ call: Call, _ question: Question, _ wording: QuestionWording) -> [CSVCell] {
    func number(_ value: Double?) -> CSVCell { value.map { .number($0) } ?? .empty }
    let (unit, record) = (call.unit, question.headline.record)
    let about = question.about(wording)
    return [
      .integer(place), .text(unit.establishment), .text(unit.municipality), .text(unit.sector.rawValue),
      .text(unit.sizeClass), .integer(unit.employees), .text(unit.disposition?.rawValue ?? "answered"),
      .integer(unit.isDominant ? 1 : 0), .number(unit.weight), .number(call.globalScore), .text(about.question),
      .text(about.text.sv), .text(about.text.en), about.row.map(CSVCell.integer) ?? .empty,
      .text(about.occupation), .text(about.reason), .number(about.now), .number(about.expected), .number(about.low),
      .number(about.high), .number(question.item.suspicion), .number(question.localScore),
      .text(question.headline.table), .text(question.headline.name), number(record.estimate),
      number(record.standardError), .number(question.move.likely), .number(question.move.largest),
      .integer(question.flip == nil ? 0 : 1), .text(question.flip?.cell ?? ""), .text(question.flip?.from.text ?? ""),
      .text(question.flip?.to.text ?? ""),
    ]
  }
}

extension CallList.Question {
  /// What to ask, as the list says it.
  struct About {
    /// Empty where everything is to be asked.
    var question = ""
    var text = LocalizedText(sv: "Hela enkäten", en: "The whole questionnaire")
    /// Place among the employer's occupations, from 1.
    var row: Int?
    var occupation = ""
    var reason = "nonresponse"
    var now: Double
    var expected: Double
    var low: Double
    var high: Double
  }

  func about(_ wording: QuestionWording) -> About {
    switch item.subject {
    case .headline(let now, let predicted, let low, let high):
      return About(now: now, expected: predicted, low: low, high: high)
    case .answer(let answer):
      var about = About(
        now: answer.now.value, expected: answer.predicted, low: answer.now.low, high: answer.now.high)
      (about.question, about.text) = wording[answer.count]
      about.row = answer.row.map { $0 + 1 }
      about.occupation = answer.occupation.map { OccupationCode.text(group: $0.number, digits: 4) } ?? ""
      about.reason = answer.reason.code
      return about
    }
  }
}

/// The questions that counts are measured by, as the questionnaire asks them.
struct QuestionWording {
  private var questions: [ConceptReference: (id: String, text: LocalizedText)] = [:]

  init(study: Study) {
    for question in study.questionnaires.flatMap(\.questions) {
      guard let count = question.measures, questions[count] == nil else { continue }
      questions[count] = (question.id, question.text)
    }
  }

  /// The concept itself where no question measures it.
  subscript(count: ConceptReference) -> (String, LocalizedText) {
    questions[count] ?? ("", LocalizedText(sv: count.description, en: count.description))
  }
}
