import Diagnostics
import Expressions
import SurveyModel

/// What `rules.yaml` says.
struct RulesFile {
  var rules: [EditRule] = []
  var reliability: [Concept: Double] = [:]
  var outliers: [OutlierRule] = []
}

extension YAMLType where Value == RulesFile {
  /// - Parameter names: what the rules may speak of, seen from each group of rows.
  static func rules(knowing names: [Concept.Repeat: NameSchema]) -> YAMLType {
    .mapping("the rules") { keys in
      let rules = keys.required("rules", .list(of: .perHorizon(.rule(knowing: names))))
      let outliers = keys.optional("outliers", .list(of: .perHorizon(.outlier(knowing: names))), default: [])
      let counts = YAMLType<String>.name(among: Concept.allCases.filter(\.isNumber).map(\.rawValue), what: "count")
      let reliability = keys.optional(
        "reliability", YAMLType<[(key: String, value: Double)]>.dictionary(of: .number(in: 0.01...1_000)), default: [])
      for pair in reliability where Concept(rawValue: pair.key)?.isNumber != true {
        keys.faults.add(
          "\(pair.key) is not a known count", at: keys.location(of: "reliability"), expected: counts.expected)
      }
      guard let rules else { return nil }
      let (all, outlying) = (rules.flatMap(\.self), outliers.flatMap(\.self))
      noteDuplicates(
        of: "rule",
        in: all.map { Located(value: $0.value.id, location: $0.location) }
          + outlying.map { Located(value: $0.value.id, location: $0.location) }, keys.faults)
      return RulesFile(
        rules: all.map(\.value),
        reliability: Dictionary(
          reliability.compactMap { pair in Concept(rawValue: pair.key).map { ($0, pair.value) } },
          uniquingKeysWith: { a, _ in a }), outliers: outlying.map(\.value))
    }
  }
}

extension Concept {
  fileprivate var isNumber: Bool { kind == .count || kind == .scale }
}

extension YAMLType where Value == OutlierRule {
  fileprivate static func outlier(knowing names: [Concept.Repeat: NameSchema]) -> YAMLType {
    .mapping("an outlier rule: outlier, value, per, message") { keys in
      let id = keys.required("outlier", .identifier)
      let count = YAMLType<ConceptReference>.concept.that("a count") { $0.concept.kind == .count }
      let value = keys.required("value", count)
      let per = keys.required("per", count)
      let reach = keys.optional("reach", .number(in: 1...1_000), default: 10)
      let message = keys.required("message", .localized)
      guard let id, let value, let per, let message else { return nil }
      // What nobody is asked is held against nothing, and that is no outcome but a fault.
      for (key, count) in [("value", value), ("per", per)] {
        let entry = names[count.concept.repeats]?.entries[count.concept.rawValue]
        let isAsked = count.horizon.map { entry?.horizons.contains($0.years) == true } ?? (entry != nil)
        if !isAsked { keys.faults.add("\(count) is asked of nobody", at: keys.location(of: key)) }
      }
      guard per.concept.repeats == .employer || per.concept.repeats == value.concept.repeats else {
        keys.faults.add(
          "\(per) stands in other rows than \(value)", at: keys.location(of: "per"),
          expected: "an answer of the same row or of the employer")
        return nil
      }
      return OutlierRule(id: id, value: value, per: per, reach: reach, message: message)
    }
  }
}

extension YAMLType where Value == EditRule {
  fileprivate static func rule(knowing names: [Concept.Repeat: NameSchema]) -> YAMLType {
    .mapping("a rule: rule, must, severity, message, holds, breaks") { keys in
      let id = keys.required("rule", .identifier)
      let scope = keys.optional("for", .one(of: Concept.Repeat.allCases, what: "group of rows"), default: .employer)
      let must = keys.required("must", .condition(knowing: names[scope] ?? NameSchema()))
      let severity = keys.required("severity", .one(of: [EditRule.Severity.hard, .soft], what: "severity"))
      let suspect = keys.optional("suspect", .list(of: .concept), default: [])
      let message = keys.required("message", .localized)
      let located = (
        holds: keys.required("holds", .list(of: YAMLType<EditRule.Example>.example.located, atLeast: 1)),
        breaks: keys.required("breaks", .list(of: YAMLType<EditRule.Example>.example.located, atLeast: 1))
      )
      let (holds, breaks) = (located.holds?.map(\.value), located.breaks?.map(\.value))
      guard let id, let must, let severity, let message, let holds, let breaks else { return nil }
      let used = must.names.map(\.description)
      for reference in suspect where !used.contains(reference.description) {
        keys.faults.add(
          "\(reference) is suspected but not in the condition", at: keys.location(of: "suspect"),
          expected: used.joined(separator: ", "))
      }
      var isSpokenOf = true
      for (key, examples) in [("holds", holds), ("breaks", breaks)] {
        for name in Set(examples.flatMap(\.keys)).subtracting(used).sorted() {
          keys.faults.add(
            "an example speaks of \(name), the condition does not", at: keys.location(of: key),
            expected: used.joined(separator: ", "))
          isSpokenOf = false
        }
      }
      // An example of something else is told above, and once is enough.
      if isSpokenOf {
        let schema = names[scope] ?? NameSchema()
        run(id, must, schema, located.holds ?? [], mustBe: .holds, keys.faults)
        run(id, must, schema, located.breaks ?? [], mustBe: .breaks, keys.faults)
      }
      return EditRule(
        id: id, scope: scope, must: must.source, severity: severity, suspect: suspect, message: message, holds: holds,
        breaks: breaks)
    }
  }
}

/// Every rule is tried on its own examples before it is tried on an answer.
private func run(
  _ id: String, _ must: Condition, _ schema: NameSchema, _ examples: [Located<EditRule.Example>],
  mustBe expected: Outcome, _ faults: FaultList
) {
  for example in examples {
    let outcome = must.outcome(on: example.value, knowing: schema)
    guard outcome != expected else { continue }
    let missing = must.names.map(\.description).filter { example.value[$0] == nil }
    faults.add(
      "the rule \(id) does not come out as its example says", at: example.location, expected: expected.phrase,
      got: outcome.phrase,
      hint: outcome == .doesNotApply && !missing.isEmpty
        ? "the example lacks " + missing.joined(separator: ", ") : "change the condition or the example")
  }
}

extension Outcome {
  fileprivate var phrase: String {
    switch self {
    case .holds: "it holds"
    case .breaks: "it breaks"
    case .mayBreak: "it may break"
    case .doesNotApply: "it does not apply"
    }
  }
}

extension YAMLType where Value == EditRule.Example {
  /// Operands by name: `{headcount: 40, retirements(10): 6}`; a yes-or-no question is `true` or `false`.
  fileprivate static var example: YAMLType {
    let operand = YAMLType<Double>("a number, true or false") { node, faults in
      switch node.plainText {
      case "true": 1
      case "false": 0
      default: YAMLType<Double>.number(in: -1e9...1e9).read(node, faults)
      }
    }
    return YAMLType<[(key: String, value: Double)]>.dictionary(of: operand).map { pairs in
      EditRule.Example(pairs.map { ($0.key, $0.value) }, uniquingKeysWith: { a, _ in a })
    }
  }
}
