import ConfidentialRecords
import Diagnostics
import Expressions
import SurveyModel

/// A study's edit rules, made ready.
///
/// Every rule is counted by the answers as they were before any of them was made missing, so that no rule hides the
/// hits of another. Where hard rules break, the fewest answers that explain it are made missing (F42).
package struct EditRules: Sendable {
  private final class PreparedRule: Sendable {
    let rule: EditRule
    let prepared: Prepared
    var condition: Condition { prepared.condition }

    init(_ rule: EditRule, _ condition: Condition) {
      self.rule = rule
      prepared = Prepared(condition)
    }
  }

  /// A broken rule with the answers that broke it, as they were before any was taken out.
  struct BrokenRule {
    var rule: EditRule
    var row: Int?
    /// Each answer that the rule speaks of, in its order.
    var answers: [(place: AnswerPlace, answer: TypedAnswer)]

    init(rule: EditRule, row: Int?, places: [AnswerPlace], answers: TypedAnswers) {
      self.rule = rule
      self.row = row
      self.answers = places.compactMap { place in answers[place].map { (place, $0) } }
    }
  }

  /// What the rules did with one response.
  struct Report {
    /// For each rule how often it held, broke, may break, did not apply: in the order of the rules and of `Outcome`.
    var counts: [Int]
    var edits: [EditRecord] = []
    var broken: [BrokenRule] = []
  }

  private let prepared: [PreparedRule]
  private let reliability: [Concept: Double]

  /// - Throws: `StageFailure` `.wrongStudyFile` when a condition cannot be read.
  package init(
    _ rules: [EditRule], for questionnaires: [Questionnaire], reliability: [Concept: Double] = [:]
  ) throws(StageFailure) {
    var problems: [Problem] = []
    prepared = rules.compactMap { rule in
      let names = NameSchema.answers(to: questionnaires, seenFrom: rule.scope)
      do throws(ExpressionFaults) {
        return PreparedRule(rule, try Condition(rule.must, knowing: names))
      } catch {
        problems += error.faults.map { fault in
          Problem(.error, "the rule \(rule.id): \(fault.summary)", expected: fault.expected, hint: fault.hint)
        }
        return nil
      }
    }
    self.reliability = reliability
    guard problems.isEmpty else { throw StageFailure(.wrongStudyFile, problems) }
  }

  package var ids: [String] { prepared.map(\.rule.id) }

  /// Counts how every rule comes out, and makes what broken hard rules leave no room for missing, as `implausible`.
  /// Rows in which nothing is left are rows no more.
  func apply(to answers: inout TypedAnswers, of response: ResponseRecord) -> Report {
    var report = Report(counts: [Int](repeating: 0, count: prepared.count * Outcome.allCases.count))
    var breaksHardRules = false
    for (place, prepared) in prepared.enumerated() {
      for row in answers.rows(of: prepared.rule.scope) {
        let outcome = prepared.prepared.outcome(answers, in: row)
        report.counts[place * Outcome.allCases.count + outcome.index] += 1
        guard outcome == .breaks else { continue }
        report.broken.append(
          BrokenRule(
            rule: prepared.rule, row: row?.number,
            places: RuleInstance.places(prepared.condition.names.map { answers.binding(of: $0, in: row) }),
            answers: answers))
        if prepared.rule.severity == .hard { breaksHardRules = true }
      }
    }
    guard breaksHardRules else { return report }
    report.edits = localise(&answers, in: response)
    for group in Concept.Repeat.allCases { answers[group].removeAll { !$0.isBegun } }
    return report
  }

  // MARK: Localisation

  private func localise(_ answers: inout TypedAnswers, in response: ResponseRecord) -> [EditRecord] {
    let (instances, broken) = instances(in: answers)
    var values: [AnswerPlace: TypedAnswer] = [:]
    for place in instances.flatMap({ $0.places + $0.suspects }) where values[place] == nil {
      values[place] = answers[place]
    }
    let solution = ErrorLocaliser(instances, broken: broken, answers: values, reliability: reliability).solve()
    var edits: [EditRecord] = []
    for place in solution?.wrong ?? [] {
      let forcing = broken.map { instances[$0] }.filter { $0.places.contains(place) }.map { prepared[$0.rule].rule.id }
      // What no broken rule speaks of gives way to a rule that would break in turn.
      let inTurn = instances.filter { $0.places.contains(place) }.map { prepared[$0.rule].rule.id }
      edits += strike(
        place, in: &answers, by: (forcing.isEmpty ? Array(inTurn.prefix(1)) : forcing).inOrderOnce, response,
        alternative: solution?.alternative ?? [])
    }
    // Where none was found, and where a rule minds that an answer is missing: all that is suspected, rule by rule.
    for instance in broken.map({ instances[$0] }) where breaks(instance, in: answers) {
      for place in instance.suspects {
        edits += strike(place, in: &answers, by: [prepared[instance.rule].rule.id], response, alternative: [])
      }
    }
    return edits
  }

  /// The hard rules that apply, each in every row of its group, and which of them break.
  private func instances(in answers: TypedAnswers) -> (all: [RuleInstance], broken: [Int]) {
    var (all, broken): ([RuleInstance], [Int]) = ([], [])
    for (place, prepared) in prepared.enumerated() where prepared.rule.severity == .hard {
      let rule = prepared.rule
      for row in answers.rows(of: rule.scope) {
        let outcome = prepared.prepared.outcome(answers, in: row)
        guard outcome != .doesNotApply else { continue }
        let suspects =
          rule.suspect.isEmpty ? prepared.condition.names.compactMap { ConceptReference($0.description) } : rule.suspect
        if outcome == .breaks { broken.append(all.count) }
        all.append(
          RuleInstance(
            rule: place, row: row?.number, condition: prepared.condition,
            bindings: prepared.condition.names.map { answers.binding(of: $0, in: row) },
            suspects: suspects.flatMap { answers.places(of: $0, for: rule.scope, in: row) }
              .filter { answers[$0]?.isValue == true }))
      }
    }
    return (all, broken)
  }

  private func breaks(_ instance: RuleInstance, in answers: TypedAnswers) -> Bool {
    let scope = prepared[instance.rule].rule.scope
    let row = answers.rows(of: scope).first { $0?.number == instance.row } ?? nil
    return prepared[instance.rule].prepared.outcome(answers, in: row) == .breaks
  }

  private func strike(
    _ place: AnswerPlace, in answers: inout TypedAnswers, by rules: [String], _ response: ResponseRecord,
    alternative: [AnswerPlace]
  ) -> [EditRecord] {
    guard let answer = answers[place], answer.isValue else { return [] }
    var edit = EditRecord(response, place.subject, row: place.row, line: answer.line)
    edit.before = answer.written
    edit.after = MissingReason.implausible.rawValue
    edit.rule = rules.first ?? ""
    edit.reason = MissingReason.implausible.rawValue
    if rules.count > 1 { edit.alsoRules = Array(rules.dropFirst()) }
    if !alternative.isEmpty { edit.alternative = alternative.map(\.description) }
    answers.setMissing(place, .implausible)
    return [edit]
  }

  /// The problem of a response that breaks rules: one, however many they are.
  func problem(_ broken: [BrokenRule], in response: ResponseRecord) -> Problem? {
    guard let first = broken.first else { return nil }
    let places = broken.prefix(6).map { broken in broken.rule.id + (broken.row.map { " (row \($0))" } ?? "") }
    let more = broken.count > 6 ? " and \(broken.count - 6) more" : ""
    return Problem(
      .warning, at: SourceLocation(path: response.path, line: response.line),
      "answers break edit rules", got: places.joined(separator: ", ") + more,
      hint: "\(first.rule.message.en); put the right answer in decisions/corrections.csv")
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
  /// The rows in which a rule of a scope is evaluated; nil stands for the response itself.
  fileprivate func rows(of scope: Concept.Repeat) -> [Row?] {
    scope == .employer ? [nil] : self[scope].map(Optional.some)
  }
}

extension [String] {
  /// Each once, where it first stands.
  fileprivate var inOrderOnce: [String] {
    var known: Set<String> = []
    return filter { known.insert($0).inserted }
  }
}
