import ConfidentialRecords
import Diagnostics
import Expressions
import SurveyModel

/// A study's edit rules, made ready.
///
/// Every rule is counted by the answers as they were before any of them was made missing, so that no rule hides the
/// hits of another. Suspects are taken out in the order of the rules, and a rule that no longer breaks without those
/// already taken out takes nothing more: 12 retirements among 5 staff cost the retirements, not every other leaver.
package struct EditRules: Sendable {
  private struct Prepared: Sendable {
    let rule: EditRule
    let condition: Condition
    /// Names whose value is one number in each row, seen from outside the rows.
    let perRow: Set<String>

    func stillBreaks(in answers: TypedAnswers, _ row: Int?) -> Bool {
      let row = row.flatMap { number in answers[rule.scope].first { $0.number == number } }
      return condition.outcome { answers.operand($0, in: row) } == .breaks
    }
  }

  /// A rule that an answer breaks, and the row in which it does.
  struct Break: Hashable {
    var rule: String
    var row: Int?
  }

  /// What the rules did with one response.
  struct Report {
    /// For each rule how often it held, broke, may break, did not apply: in the order of the rules and of `Outcome`.
    var counts: [Int]
    var breaks: [Break] = []
    var edits: [EditRecord] = []
  }

  private let prepared: [Prepared]

  /// - Throws: `StageFailure` `.wrongStudyFile` when a condition cannot be read.
  package init(_ rules: [EditRule], for questionnaires: [Questionnaire]) throws(StageFailure) {
    var problems: [Problem] = []
    prepared = rules.compactMap { rule in
      let names = NameSchema.answers(to: questionnaires, seenFrom: rule.scope)
      do throws(ExpressionFaults) {
        let condition = try Condition(rule.must, knowing: names)
        let perRow = condition.names.filter { names.entries[$0.identifier]?.kind == .numberPerRow }
        return Prepared(rule: rule, condition: condition, perRow: Set(perRow.map(\.description)))
      } catch {
        problems += error.faults.map { fault in
          Problem(.error, "the rule \(rule.id): \(fault.summary)", expected: fault.expected, hint: fault.hint)
        }
        return nil
      }
    }
    guard problems.isEmpty else { throw StageFailure(.wrongStudyFile, problems) }
  }

  package var ids: [String] { prepared.map(\.rule.id) }

  /// How a rule comes out on one of its own examples.
  package func outcome(of rule: String, on example: EditRule.Example) -> Outcome? {
    guard let prepared = prepared.first(where: { $0.rule.id == rule }) else { return nil }
    return prepared.condition.outcome { name in
      guard let number = example[name.description], let interval = Interval(low: number, high: number) else {
        return .missing
      }
      return prepared.perRow.contains(name.description) ? .rows([.number(interval)]) : .number(interval)
    }
  }

  /// Counts how every rule comes out, and makes what broken hard rules suspect missing, as `implausible`. Rows in which
  /// nothing is left are rows no more.
  func apply(to answers: inout TypedAnswers, of response: ResponseRecord) -> Report {
    var report = Report(counts: [Int](repeating: 0, count: prepared.count * Outcome.allCases.count))
    let before = answers
    for (place, prepared) in prepared.enumerated() {
      let rule = prepared.rule
      let rows = rule.scope == .employer ? [nil] : before[rule.scope].map(Optional.some)
      for row in rows {
        let outcome = prepared.condition.outcome { before.operand($0, in: row) }
        report.counts[place * Outcome.allCases.count + outcome.index] += 1
        guard outcome == .breaks else { continue }
        report.breaks.append(Break(rule: rule.id, row: row?.number))
        guard rule.severity == .hard, prepared.stillBreaks(in: answers, row?.number) else { continue }
        for suspect in rule.suspect {
          report.edits += answers.makeImplausible(suspect, inRow: row?.number, by: rule, response)
        }
      }
    }
    for group in Concept.Repeat.allCases { answers[group].removeAll { !$0.isBegun } }
    return report
  }

  /// The problem of a response that breaks rules: one, however many they are.
  func problem(_ breaks: [Break], in response: ResponseRecord) -> Problem? {
    guard let first = breaks.first, let rule = prepared.first(where: { $0.rule.id == first.rule })?.rule else {
      return nil
    }
    let places = breaks.prefix(6).map { broken in broken.rule + (broken.row.map { " (row \($0))" } ?? "") }
    let more = breaks.count > 6 ? " and \(breaks.count - 6) more" : ""
    return Problem(
      .warning, at: SourceLocation(path: response.path, line: response.line),
      "answers break edit rules", got: places.joined(separator: ", ") + more,
      hint: "\(rule.message.en); put the right answer in decisions/corrections.csv")
  }
}

extension Outcome {
  /// Place among the four.
  fileprivate var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// As the counts of the process call it.
  package var words: String {
    switch self {
    case .holds: "rule holds"
    case .breaks: "rule breaks"
    case .mayBreak: "rule may break"
    case .doesNotApply: "rule does not apply"
    }
  }
}

extension TypedAnswers {
  /// Makes the suspected answers missing: in the row where the rule broke, at the employer, or in every row.
  fileprivate mutating func makeImplausible(
    _ suspect: ConceptReference, inRow number: Int?, by rule: EditRule, _ response: ResponseRecord
  ) -> [EditRecord] {
    let subject = suspect.description
    let group = suspect.concept.repeats
    if group == .employer {
      return employer.makeImplausible(subject, row: nil, by: rule, response).map { [$0] } ?? []
    }
    var edits: [EditRecord] = []
    for place in self[group].indices {
      let row = self[group][place].number
      guard rule.scope != group || row == number else { continue }
      if let edit = self[group][place].answers.makeImplausible(subject, row: row, by: rule, response) {
        edits.append(edit)
      }
    }
    return edits
  }
}

extension [String: TypedAnswer] {
  fileprivate mutating func makeImplausible(
    _ subject: String, row: Int?, by rule: EditRule, _ response: ResponseRecord
  ) -> EditRecord? {
    guard let answer = self[subject], answer.isValue else { return nil }
    var edit = EditRecord(response, subject, row: row, line: answer.line)
    edit.before = answer.written
    edit.after = MissingReason.implausible.rawValue
    edit.rule = rule.id
    edit.reason = MissingReason.implausible.rawValue
    self[subject]?.answer = .missing(.implausible)
    return edit
  }
}
