import Diagnostics
import Expressions
import SurveyModel

// The types of values that several study files share.

extension YAMLType where Value == LocalizedText {
  /// A text in both languages: `{sv: …, en: …}`.
  static var localized: YAMLType {
    .mapping("a text in both languages, as {sv: …, en: …}") { keys in
      let sv = keys.required("sv", .text)
      let en = keys.required("en", .text)
      guard let sv, let en else { return nil }
      return LocalizedText(sv: sv, en: en)
    }
  }
}

extension YAMLType where Value == ConceptReference {
  /// A concept, with its horizon where it has one: `staff`, `retirements(10)`.
  static var concept: YAMLType {
    YAMLType("a concept, with its horizon where it has one: staff, retirements(10)") { node, faults in
      guard case .text(let text) = node.content, !text.isEmpty else {
        faults.add(
          "\(node.label) has a wrong value", at: node.location, expected: "a concept such as staff, or retirements(10)",
          got: node.description)
        return nil
      }
      if let reference = ConceptReference(text) { return reference }
      let name = String(text.prefix { $0 != "(" })
      guard let concept = Concept(rawValue: name) else {
        let nearest = nearestName(to: name, among: Concept.allCases.map(\.rawValue))
        faults.add("\(name) is not a known concept", at: node.location, hint: nearest.map { "did you mean \($0)?" })
        return nil
      }
      let horizons = Horizon.allCases.map { "\(concept.rawValue)(\($0.years))" }.joined(separator: ", ")
      faults.add(
        concept.hasHorizon ? "\(text) needs a horizon" : "\(concept.rawValue) takes no horizon", at: node.location,
        expected: concept.hasHorizon ? horizons : concept.rawValue)
      return nil
    }
  }
}

extension YAMLType where Value == Horizon {
  /// Years from the base date: 2, 5 or 10.
  static var horizon: YAMLType {
    YAMLType(Horizon.allCases.map { "\($0.years)" }.joined(separator: ", ")) { (text: String) in
      Horizon.allCases.first { "\($0.years)" == text }
    }
  }
}

extension YAMLType where Value == Condition {
  /// A condition in the expression language over names that are known.
  static func condition(knowing schema: NameSchema) -> YAMLType {
    YAMLType("a condition such as retirements(10) <= headcount") { node, faults in
      guard case .text(let text) = node.content, !text.isEmpty else {
        faults.add("\(node.label) has a wrong value", at: node.location, expected: "a condition", got: node.description)
        return nil
      }
      do throws(ExpressionFaults) {
        return try Condition(text, knowing: schema)
      } catch {
        for fault in error.faults { faults.add(fault, in: node) }
        return nil
      }
    }
  }
}

extension FaultList {
  /// A fault of an expression, at its column when the expression stands in one line of the file.
  fileprivate func add(_ fault: ExpressionFault, in node: YAMLNode) {
    var place = node.location
    place.column = node.textColumn.map { $0 + fault.column - 1 }
    add(fault.summary, at: place, expected: fault.expected, got: fault.got, hint: fault.hint)
  }
}

extension YAMLType where Value == YAMLNode {
  /// Anything, to be read when more is known.
  static var anything: YAMLType { YAMLType("a value") { node, _ in node } }
}

extension YAMLType where Value == String {
  /// A path inside a folder: not absolute, and with no way out.
  static var relativePath: YAMLType {
    YAMLType<String>.text.that("a path inside the folder") { path in
      !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
    }
  }
}
