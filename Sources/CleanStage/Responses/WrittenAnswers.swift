import ConfidentialRecords

/// The answers of a response as written, with the corrections that people have made to them.
struct WrittenAnswers {
  private struct Place: Hashable {
    /// In the plan.
    var question: Int
    var row: Int?
  }

  private let plan: QuestionnairePlan
  private var answers: [RawAnswer]
  private var places: [Place: Int]
  /// By the group's place among all groups; as they come.
  private var rows = [[Int]](repeating: [], count: Concept.Repeat.allCases.count)
  /// One for each correction, in their order.
  private(set) var edits: [EditRecord] = []

  init(_ response: ResponseRecord, _ plan: QuestionnairePlan, corrections: [Decisions.Correction]) {
    self.plan = plan
    answers = response.answers
    places = Dictionary(minimumCapacity: answers.count)
    var next = 0
    for index in answers.indices {
      guard let number = plan.number(of: answers[index].question, likely: next) else { continue }
      next = number + 1
      let place = Place(question: number, row: answers[index].row)
      // The same field twice on a page: whatever was written is kept, and read as several answers.
      if let known = places[place] {
        answers[known].values += answers[index].values
      } else {
        put(index, at: place)
      }
    }
    for correction in corrections { correct(correction, response) }
  }

  private mutating func put(_ index: Int, at place: Place) {
    places[place] = index
    let group = plan.questions[place.question].group
    if let row = place.row, rows[group].last != row, !rows[group].contains(row) { rows[group].append(row) }
  }

  private mutating func correct(_ correction: Decisions.Correction, _ response: ResponseRecord) {
    let place = plan.number(of: correction.question, likely: 0).map { Place(question: $0, row: correction.row) }
    let known = place.flatMap { places[$0] }
    let before = known.map { answers[$0] }
    let values = correction.value.isEmpty ? [] : [correction.value]
    let answer = RawAnswer(question: correction.question, row: correction.row, values: values, line: before?.line)
    if let known {
      answers[known] = answer
    } else if let place {
      answers.append(answer)
      put(answers.count - 1, at: place)
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

  /// Nil when the response did not show the question.
  ///
  /// - Parameter question: its place in the plan.
  subscript(question: Int, row: Int?) -> RawAnswer? {
    places[Place(question: question, row: row)].map { answers[$0] }
  }

  /// Identifiers of the questions with something written.
  var answered: Set<String> {
    Set(answers.filter { $0.values.contains { $0.contains { !$0.isWhitespace } } }.map(\.question))
  }

  /// The rows in which a question of the group was shown, in order.
  func rows(of group: Int) -> [Int] { rows[group].sorted() }
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
