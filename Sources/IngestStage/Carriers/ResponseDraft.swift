import ConfidentialRecords
import Markup

/// Collects what a carrier finds until it is a response. Contact data goes no further than here.
struct ResponseDraft {
  private struct Found {
    /// Question and row as one number, to sort by.
    var key: Int
    var rank: Int
    /// Not seen by the respondent: gives way to a control that is.
    var isHidden: Bool
    var answer: RawAnswer
  }

  private let plan: FieldPlan
  private let redaction: ContactRedaction
  private var texts: [FieldPlan.Target: (rank: Int, text: String)] = [:]
  private var found: [Found] = []
  private var unnumberedRows: [Int: Int] = [:]
  private(set) var contactPresent = false
  private(set) var removed = ContactCounts()

  private static let rowLimit = 1 << 20

  init(plan: FieldPlan, redaction: ContactRedaction) {
    self.plan = plan
    self.redaction = redaction
    found.reserveCapacity(256)
  }

  mutating func add(_ slot: FieldSlot, values: [String], line: Int?, isHidden: Bool = false) {
    let written = values.lazy.map { $0.trimmed }.filter { !$0.isEmpty }
    switch slot.target {
    case .contact: contactPresent = contactPresent || !written.isEmpty
    case .unitKey, .form, .answered:
      let text =
        written.first.map {
          slot.target == .unitKey
            ? redaction.redactKey($0, counting: &removed) : redaction.redact($0, counting: &removed)
        } ?? ""
      if let known = texts[slot.target], known.rank < slot.rank || known.rank == slot.rank && !known.text.isEmpty {
        return
      }
      texts[slot.target] = (slot.rank, text)
    case .question(let place):
      var row = slot.row
      if row == nil, plan.repeats(slot.target) {
        unnumberedRows[place, default: 0] += 1
        row = unnumberedRows[place]
      }
      guard row ?? 0 < Self.rowLimit else { return }
      let answer = RawAnswer(
        question: plan.questionnaire.questions[place].id, row: row,
        values: written.map { redaction.redact($0, counting: &removed) }, line: line)
      found.append(
        Found(key: place * Self.rowLimit + (row ?? 0), rank: slot.rank, isHidden: isHidden, answer: answer))
    }
  }

  func text(of target: FieldPlan.Target) -> String { texts[target]?.text ?? "" }

  /// Rank of the selector that found a field; nil: not found.
  func rank(of target: FieldPlan.Target) -> Int? {
    guard case .question(let place) = target else { return texts[target]?.rank }
    return found.lazy.filter { $0.key / Self.rowLimit == place }.map(\.rank).min()
  }

  /// The answers in the order of the questionnaire, each question and row once, and which questions there are.
  ///
  /// Where a field was found more than once, the earlier selector decides, then what the respondent saw, then what
  /// is filled in, then what comes first.
  func answers() -> (answers: [RawAnswer], found: [Bool]) {
    let sorted = found.enumerated().sorted { a, b in
      if a.element.key != b.element.key { return a.element.key < b.element.key }
      if a.element.rank != b.element.rank { return a.element.rank < b.element.rank }
      if a.element.isHidden != b.element.isHidden { return b.element.isHidden }
      let blanks = (a.element.answer.values.isEmpty, b.element.answer.values.isEmpty)
      return blanks.0 == blanks.1 ? a.offset < b.offset : blanks.1
    }
    var answers: [RawAnswer] = []
    answers.reserveCapacity(sorted.count)
    var isFound = [Bool](repeating: false, count: plan.questionnaire.questions.count)
    var last = -1
    for (_, found) in sorted where found.key != last {
      answers.append(found.answer)
      isFound[found.key / Self.rowLimit] = true
      last = found.key
    }
    return (answers, isFound)
  }

  var questionCount: Int { Set(found.map { $0.key / Self.rowLimit }).count }
}

extension String {
  /// Without white space at both ends.
  var trimmed: String {
    guard let first = utf8.first, let last = utf8.last else { return self }
    if first > 0x20 && first < 0x80 && last > 0x20 && last < 0x80 { return self }
    let start = unicodeScalars.firstIndex { !$0.properties.isWhitespace } ?? endIndex
    let end =
      unicodeScalars.lastIndex { !$0.properties.isWhitespace }.map { unicodeScalars.index(after: $0) } ?? endIndex
    return start < end ? String(unicodeScalars[start..<end]) : ""
  }
}
