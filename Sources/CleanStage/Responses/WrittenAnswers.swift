import ConfidentialRecords

/// The answers of a response as written, with the corrections that people have made to them.
struct WrittenAnswers {
  private struct Place: Hashable {
    var question: String
    var row: Int?
  }

  private var answers: [Place: RawAnswer] = [:]
  /// One for each correction, in their order.
  private(set) var edits: [EditRecord] = []

  init(_ response: ResponseRecord, corrections: [Decisions.Correction]) {
    for answer in response.answers {
      let place = Place(question: answer.question, row: answer.row)
      // The same field twice on a page: whatever was written is kept, and read as several answers.
      if let known = answers[place] {
        answers[place]?.values = known.values + answer.values
      } else {
        answers[place] = answer
      }
    }
    for correction in corrections {
      let place = Place(question: correction.question, row: correction.row)
      let before = answers[place]
      let values = correction.value.isEmpty ? [] : [correction.value]
      answers[place] = RawAnswer(
        question: correction.question, row: correction.row, values: values, line: before?.line)
      var edit = EditRecord(response, correction.question, row: correction.row, line: before?.line)
      edit.before = before?.written ?? ""
      edit.after = correction.value
      edit.rule = EditStep.correction
      edit.reason = correction.reason
      edit.role = correction.role
      edit.date = correction.date
      edit.decision = correction.place
      edits.append(edit)
    }
  }

  /// Nil when the response did not show the question.
  subscript(question: String, row: Int?) -> RawAnswer? { answers[Place(question: question, row: row)] }

  /// Identifiers of the questions with something written.
  var answered: Set<String> {
    Set(answers.filter { $0.value.values.contains { $0.contains { !$0.isWhitespace } } }.map(\.key.question))
  }

  /// The rows in which a question of the group was shown, in order.
  func rows(of questions: Set<String>) -> [Int] {
    Set(answers.keys.filter { questions.contains($0.question) }.compactMap(\.row)).sorted()
  }
}

extension RawAnswer {
  /// As it stands in the log of edits.
  var written: String { String(values.joined(separator: ", ").prefix(WrittenText.longest)) }
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
