import ConfidentialRecords

/// What to ask an employer again, in words that whoever phones can act on (EDT-02).
///
/// Numbers of the answers stand in it; what a respondent wrote, and contact data, never.
package struct AskAgain: JSONObject, Hashable {
  package var rule = ""
  package var isHard = false
  /// The first question that the rule speaks of and its line in the response's file; the row where the rule is of one.
  package var question = ""
  package var row: Int?
  package var line: Int?
  package var sv = ""
  package var en = ""

  package init() {}

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("rule", &rule)
    try v.field("hard", &isHard)
    try v.field("question", &question)
    try v.field("row", &row)
    try v.field("line", &line)
    try v.field("sv", &sv)
    try v.field("en", &en)
  }
}

/// Puts broken rules and outliers into words, with the questions as the questionnaire asks them.
struct AskAgainWriter {
  let plan: QuestionnairePlan
  /// Where the response begins in its file.
  let line: Int

  /// Of many rows only so many numbers are told.
  private static let mostNumbers = 12

  /// - Parameter edits: what the program took out for the broken rules.
  func write(_ broken: EditRules.BrokenRule, edits: [EditRecord]) -> AskAgain {
    let own = edits.filter { edit in
      (edit.rule == broken.rule.id || edit.alsoRules?.contains(broken.rule.id) == true)
        && broken.answers.contains { $0.place == AnswerPlace(subject: edit.subject, row: edit.row) }
    }
    var asked = write(
      broken.rule.id, broken.rule.message, row: broken.row,
      numbers: broken.answers.map { ($0.place, $0.answer.quantity, $0.answer.line) })
    asked.isHard = broken.rule.severity == .hard
    if !own.isEmpty {
      let (taken, instead) = (
        own.map { name(AnswerPlace(subject: $0.subject, row: $0.row)) }, own.compactMap(\.alternative).first ?? []
      )
      let others = instead.map { name(AnswerPlace(written: $0)) }
      asked.sv += " Tills det är utrett räknas inte svaret på \(list(taken.map(\.sv)))"
      asked.en += " Until it is settled the answer to \(list(taken.map(\.en), and: "and")) does not count"
      if !others.isEmpty {
        asked.sv += "; felet kan också ligga i \(list(others.map(\.sv)))"
        asked.en += "; the mistake may also be in \(list(others.map(\.en), and: "and"))"
      }
      asked.sv += "."
      asked.en += "."
    }
    return asked
  }

  func write(
    _ rule: String, _ message: LocalizedText, row: Int?, numbers: [(place: AnswerPlace, value: Quantity, line: Int?)]
  ) -> AskAgain {
    let told = numbers.filter { $0.value.missingReason == nil }
    var asked = AskAgain()
    asked.rule = rule
    asked.question = told.first.map { name($0.place).id } ?? ""
    asked.row = row
    asked.line = told.first?.line ?? line
    var subjects: [String] = []
    for number in told where !subjects.contains(number.place.subject) { subjects.append(number.place.subject) }
    let answers = subjects.map { subject in
      answer(told.filter { $0.place.subject == subject }.map(\.value), to: AnswerPlace(subject: subject))
    }
    let at = row.map { LocalizedText(sv: ", rad \($0)", en: ", row \($0)") } ?? LocalizedText(sv: "", en: "")
    asked.sv = "Fråga \(asked.question)\(at.sv): \(sentence(message.sv)) Svaren är \(list(answers.map(\.sv)))."
    asked.en =
      "Question \(asked.question)\(at.en): \(sentence(message.en)) The answers are \(list(answers.map(\.en), and: "and"))."
    return asked
  }

  /// `56, 16 … på Q7 (Hur många arbetar i yrket i dag?)`: the answer, or the answers of all rows.
  private func answer(_ values: [Quantity], to place: AnswerPlace) -> LocalizedText {
    let shown = values.prefix(Self.mostNumbers).map { words($0) }
    let more = values.count > shown.count ? " …" : ""
    let id = name(place).id
    let text = question(place)?.question.text
    return LocalizedText(
      sv: shown.map(\.sv).joined(separator: ", ") + more + " på \(id)" + (text.map { " (\($0.sv))" } ?? ""),
      en: shown.map(\.en).joined(separator: ", ") + more + " to \(id)" + (text.map { " (\($0.en))" } ?? ""))
  }

  private func question(_ place: AnswerPlace) -> PlannedQuestion? {
    plan.questions.first { $0.subject == place.subject }
  }

  /// The question, with its row where it has one.
  private func name(_ place: AnswerPlace) -> (id: String, sv: String, en: String) {
    let id = question(place)?.question.id ?? place.subject
    guard let row = place.row else { return (id, id, id) }
    return (id, "\(id) rad \(row)", "\(id) row \(row)")
  }

  private func sentence(_ text: String) -> String { text.hasSuffix("?") || text.hasSuffix(".") ? text : text + "." }

  private func list(_ parts: [String], and: String = "och") -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " \(and) " + last
  }

  private func words(_ quantity: Quantity) -> LocalizedText {
    func same(_ text: String) -> LocalizedText { LocalizedText(sv: text, en: text) }
    switch quantity {
    case .missing: return same("–")
    case .point(let value): return same(digits(value))
    case .range(let low, _, nil): return LocalizedText(sv: "minst \(digits(low))", en: "at least \(digits(low))")
    case .range(let low, _, let high?): return same("\(digits(low))–\(digits(high))")
    }
  }

  private func digits(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
  }
}

extension AnswerPlace {
  /// From `description`.
  init(written: String) {
    let parts = written.split(separator: "/", maxSplits: 1)
    self.init(subject: String(parts.first ?? ""), row: parts.count > 1 ? Int(parts[1]) : nil)
  }
}
