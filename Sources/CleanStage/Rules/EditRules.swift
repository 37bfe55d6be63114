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
    let condition: Condition
    /// Of its names, among those of all rules.
    let places: [Int]
    /// Of the group, in whose rows it is evaluated.
    let scope: Int

    init(_ rule: EditRule, _ condition: Condition, places: [Int]) {
      self.rule = rule
      self.condition = condition
      self.places = places
      scope = rule.scope.place
    }
  }

  /// A response, or one of its rows, as rules see it.
  private typealias Seen = (row: TypedAnswers.Row?, operands: [Operand])

  private static let outcomes = Outcome.allCases.count

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
  /// Every name that a rule uses, once.
  private let names: [String]
  private let reliability: [Concept: Double]

  /// - Throws: `StageFailure` `.wrongStudyFile` when a condition cannot be read.
  package init(
    _ rules: [EditRule], for questionnaires: [Questionnaire], reliability: [Concept: Double] = [:]
  ) throws(StageFailure) {
    var problems: [Problem] = []
    var all: [String] = []
    var places: [String: Int] = [:]
    prepared = rules.compactMap { rule in
      let names = NameSchema.answers(to: questionnaires, seenFrom: rule.scope)
      do throws(ExpressionFaults) {
        let condition = try Condition(rule.must, knowing: names)
        return PreparedRule(
          rule, condition,
          places: condition.names.map(\.description).map { name in
            if let place = places[name] { return place }
            places[name] = all.count
            all.append(name)
            return all.count - 1
          })
      } catch {
        problems += error.faults.map { fault in
          Problem(.error, "the rule \(rule.id): \(fault.summary)", expected: fault.expected, hint: fault.hint)
        }
        return nil
      }
    }
    names = all
    self.reliability = reliability
    guard problems.isEmpty else { throw StageFailure(.wrongStudyFile, problems) }
  }

  package var ids: [String] { prepared.map(\.rule.id) }

  /// The names of the rules, with the places at which the answers to a questionnaire have them.
  func bound(to plan: QuestionnairePlan) -> BoundNames { BoundNames(names, to: plan.groups.map(\.subjects)) }

  /// Counts how every rule comes out, and makes what broken hard rules leave no room for missing, as `implausible`.
  /// Rows in which nothing is left are rows no more.
  ///
  /// - Parameter names: bound to the response's questionnaire.
  func apply(to answers: inout TypedAnswers, of response: ResponseRecord, _ names: BoundNames) -> Report {
    var report = Report(counts: [Int](repeating: 0, count: prepared.count * Self.outcomes))
    var breaksHardRules = false
    let seen = seen(answers, names)
    for (place, prepared) in prepared.enumerated() {
      let scope = prepared.scope
      for index in seen[scope].indices {
        let outcome = prepared.condition.outcome(seen[scope][index].operands, at: prepared.places)
        report.counts[place * Self.outcomes + outcome.index] += 1
        guard outcome == .breaks else { continue }
        let row = seen[scope][index].row
        report.broken.append(
          BrokenRule(
            rule: prepared.rule, row: row?.number,
            places: RuleInstance.places(prepared.condition.names.map { answers.binding(of: $0, in: row) }),
            answers: answers))
        if prepared.rule.severity == .hard { breaksHardRules = true }
      }
    }
    guard breaksHardRules else { return report }
    report.edits = localise(&answers, in: response, names)
    for group in Concept.Repeat.inOrder { answers[group].removeAll { !$0.isBegun } }
    return report
  }

  /// The response itself, and the rows of each group; in the order of `Concept.Repeat.inOrder`.
  private func seen(_ answers: TypedAnswers, _ names: BoundNames) -> [[Seen]] {
    let own = names.operands(answers)
    return Concept.Repeat.inOrder.map { group in
      group == .employer
        ? [(nil, own)] : answers[group].map { ($0, names.operands(in: $0, of: group, outside: own)) }
    }
  }

  // MARK: Localisation

  private func localise(
    _ answers: inout TypedAnswers, in response: ResponseRecord, _ names: BoundNames
  ) -> [EditRecord] {
    let (instances, broken) = instances(in: answers, names)
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
    for instance in broken.map({ instances[$0] }) where breaks(instance, in: answers, names) {
      for place in instance.suspects {
        edits += strike(place, in: &answers, by: [prepared[instance.rule].rule.id], response, alternative: [])
      }
    }
    return edits
  }

  /// The hard rules that apply, each in every row of its group, and which of them break.
  private func instances(
    in answers: TypedAnswers, _ names: BoundNames
  ) -> (all: [RuleInstance], broken: [Int]) {
    var (all, broken): ([RuleInstance], [Int]) = ([], [])
    let seen = seen(answers, names)
    for (place, prepared) in prepared.enumerated() where prepared.rule.severity == .hard {
      let rule = prepared.rule
      for (row, operands) in seen[rule.scope.place] {
        let outcome = prepared.condition.outcome(operands, at: prepared.places)
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

  private func breaks(_ instance: RuleInstance, in answers: TypedAnswers, _ names: BoundNames) -> Bool {
    let rule = prepared[instance.rule]
    let row = seen(answers, names)[rule.rule.scope.place].first { $0.row?.number == instance.row }
    return row.map { rule.condition.outcome($0.operands, at: rule.places) } == .breaks
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
  fileprivate var index: Int {
    switch self {
    case .holds: 0
    case .breaks: 1
    case .mayBreak: 2
    case .doesNotApply: 3
    }
  }

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

extension [String] {
  /// Each once, where it first stands.
  fileprivate var inOrderOnce: [String] {
    var known: Set<String> = []
    return filter { known.insert($0).inserted }
  }
}
