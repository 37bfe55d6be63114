import Diagnostics
import Expressions
import SurveyModel

extension YAMLType where Value == [EditRule] {
  /// The file `rules.yaml`.
  /// - Parameter names: what the rules may speak of, seen from each group of rows.
  static func rules(knowing names: [Concept.Repeat: NameSchema]) -> YAMLType {
    .mapping("the rules") { keys in
      guard let rules = keys.required("rules", .list(of: .perHorizon(.rule(knowing: names)))) else { return nil }
      let all = rules.flatMap(\.self)
      noteDuplicates(of: "rule", in: all.map { Located(value: $0.value.id, location: $0.location) }, keys.faults)
      return all.map(\.value)
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
      let holds = keys.required("holds", .list(of: .example, atLeast: 1))
      let breaks = keys.required("breaks", .list(of: .example, atLeast: 1))
      guard let id, let must, let severity, let message, let holds, let breaks else { return nil }
      let used = must.names.map(\.description)
      for reference in suspect where !used.contains(reference.description) {
        keys.faults.add(
          "\(reference) is suspected but not in the condition", at: keys.location(of: "suspect"),
          expected: used.joined(separator: ", "))
      }
      if severity == .hard && suspect.isEmpty {
        keys.faults.add(
          "a hard rule suspects nothing", at: keys.location, hint: "add suspect: the values that become missing")
      }
      for (key, examples) in [("holds", holds), ("breaks", breaks)] {
        for name in Set(examples.flatMap(\.keys)).subtracting(used).sorted() {
          keys.faults.add(
            "an example speaks of \(name), the condition does not", at: keys.location(of: key),
            expected: used.joined(separator: ", "))
        }
      }
      return EditRule(
        id: id, scope: scope, must: must.source, severity: severity, suspect: suspect, message: message, holds: holds,
        breaks: breaks)
    }
  }
}

extension YAMLType where Value == EditRule.Example {
  /// Operands by name: `{headcount: 40, retirements(10): 6}`.
  fileprivate static var example: YAMLType {
    YAMLType<[(key: String, value: Double)]>.dictionary(of: .number(in: -1e9...1e9)).map { pairs in
      EditRule.Example(pairs.map { ($0.key, $0.value) }, uniquingKeysWith: { a, _ in a })
    }
  }
}
