import ConfidentialRecords

/// The answers of a response as written, with the corrections that people have made to them.
struct WrittenAnswers {
  /// Where the answers of a row, or of the response itself, stand among `answers`.
  struct Places {
    var row: Int?
    /// By question of the plan; nil for one that the response did not show.
    fileprivate(set) var all: [Int?]
  }

  private let plan: QuestionnairePlan
  /// As they come.
  private(set) var answers: [RawAnswer]
  /// Of the response itself.
  private(set) var own: Places
  /// By the group's place among all groups; as they come.
  private var rows = [[Places]](repeating: [], count: Concept.Repeat.inOrder.count)
  /// One for each correction, in their order.
  private(set) var edits: [EditRecord] = []

  init(_ response: ResponseRecord, _ plan: QuestionnairePlan, corrections: [Decisions.Correction]) {
    self.plan = plan
    answers = response.answers
    own = Places(all: Array(repeating: nil, count: plan.questions.count))
    var next = 0
    for index in answers.indices {
      guard let number = plan.number(of: answers[index].question, likely: next) else { continue }
      next = number + 1
      // The same field twice on a page: whatever was written is kept, and read as several answers.
      if let known = place(of: number, answers[index].row) {
        answers[known].values += answers[index].values
      } else {
        put(index, number, answers[index].row)
      }
    }
    for correction in corrections { correct(correction, response) }
  }

  private func place(of question: Int, _ row: Int?) -> Int? {
    guard let row else { return own.all[question] }
    let group = plan.questions[question].group
    return rows[group].lastIndex { $0.row == row }.flatMap { rows[group][$0].all[question] }
  }

  private mutating func put(_ index: Int, _ question: Int, _ row: Int?) {
    guard let row else {
      own.all[question] = index
      return
    }
    let group = plan.questions[question].group
    if let place = rows[group].lastIndex(where: { $0.row == row }) {
      rows[group][place].all[question] = index
    } else {
      rows[group].append(Places(row: row, all: Array(repeating: nil, count: plan.questions.count)))
      rows[group][rows[group].count - 1].all[question] = index
    }
  }

  private mutating func correct(_ correction: Decisions.Correction, _ response: ResponseRecord) {
    let question = plan.number(of: correction.question, likely: 0)
    let known = question.flatMap { place(of: $0, correction.row) }
    let before = known.map { answers[$0] }
    let values = correction.value.isEmpty ? [] : [correction.value]
    let answer = RawAnswer(question: correction.question, row: correction.row, values: values, line: before?.line)
    if let known {
      answers[known] = answer
    } else if let question {
      answers.append(answer)
      put(answers.count - 1, question, correction.row)
    }
    var edit = EditRecord(response, correction.question, row: correction.row, line: before?.line)
    edit.before = before?.values.written ?? ""
    edit.after = correction.value
    edit.rule = EditStep.correction
    edit.reason = correction.reason
    edit.role = correction.role
    edit.date = correction.date
    edit.decision = correction.place
    edits.append(edit)
  }

  /// Identifiers of the questions with something written.
  var answered: Set<String> {
    Set(answers.filter { $0.values.contains { $0.contains { !$0.isWhitespace } } }.map(\.question))
  }

  /// The rows in which a question of the group was shown, in order.
  func rows(of group: Int) -> [Places] { rows[group].sorted { ($0.row ?? 0) < ($1.row ?? 0) } }
}

extension [String] {
  /// Values as they stand in the log of edits: several are joined by `, `.
  var written: String { String(joined(separator: ", ").prefix(WrittenText.longest)) }
}

/// What the log of edits calls the steps that change answers; an edit rule stands there by its own name.
enum EditStep {
  static let correction = "correction"
  static let coding = "coding"
  static let reading = "reading"
  static let conversion = "conversion"
  static let form = "form"
  static let skipLogic = "skip-logic"
  static let lowBestHigh = "low-best-high"

  /// Those that come again when the answers are read again; all others change what was read.
  static let ofReading: Set<String> = [reading, conversion, form, skipLogic, lowBestHigh]
  static let all: Set<String> = [correction, coding, reading, conversion, form, skipLogic, lowBestHigh]
}

extension EditRecord {
  init(_ response: ResponseRecord, _ subject: String, row: Int?, line: Int?) {
    self.init()
    self.response = response.response
    path = response.path
    self.line = line ?? response.line
    self.subject = subject
    self.row = row
  }
}
