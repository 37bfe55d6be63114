import ReleasedRecords

/// The questions that an indicator is made of, and what happened to their answers before they were added.
struct AnswerOrigins {
  let cell: ReleasedCell
  let study: Study
  let process: [ProcessRecord]

  /// The concepts at the cell's own horizon.
  private var references: [ConceptReference] {
    cell.indicator.concepts.flatMap { concept -> [ConceptReference] in
      guard concept.hasHorizon else { return [ConceptReference(concept)] }
      return study.horizons.filter { cell.horizon == nil || $0.years == cell.horizon }
        .map { ConceptReference(concept, $0) }
    }
  }

  // MARK: Questions

  var questions: [String] {
    let wanted = Set(references)
    var lines: [String] = []
    for questionnaire in study.questionnaires {
      for question in questionnaire.questions where question.measures.map(wanted.contains) ?? false {
        let line = "\(question.id) (\(question.measures?.description ?? "")): \(question.text.sv) / \(question.text.en)"
        if !lines.contains(line) { lines.append(line) }
      }
    }
    return lines.isEmpty ? ["none: it is taken from the frame or from supply.csv"] : lines
  }

  // MARK: Answers

  /// How the questions were answered in the whole study.
  var answers: [String] {
    references.compactMap { reference in
      let key = reference.description
      let own = process.filter { $0.stage == "clean" && $0.key == key }
      let given = own.filter { $0.what == "answered" }.reduce(0) { $0 + $1.count }
      let missing = own.filter { $0.what.hasPrefix("missing ") && $0.count > 0 }
        .map { "\($0.what.dropFirst("missing ".count)) \($0.count)" }
      guard given > 0 || !missing.isEmpty else { return nil }
      return "\(key): \(given) answered" + (missing.isEmpty ? "" : "; " + missing.joined(separator: ", "))
    }
  }

  // MARK: Rules

  /// The edit rules that speak of the questions, with how they came out in the whole study.
  var rules: [String] {
    let names = Set(references.map(\.description))
    let own = study.rules.filter { rule in
      let used = Self.names(in: rule.must).union(rule.suspect.map(\.description))
      // A rule of another horizon may speak of the same staff.
      let ofHorizon = used.filter { $0.contains("(") }
      return !names.isDisjoint(with: used) && (ofHorizon.isEmpty || !names.isDisjoint(with: ofHorizon))
    }
    return own.map { rule in
      let counts = [("holds", "rule holds"), ("breaks", "rule breaks"), ("may break", "rule may break")].map {
        name, what in
        "\(name) \(count(what, rule.id))"
      }
      let edits = count("edit", rule.id)
      return "\(rule.id) (\(rule.severity.rawValue)): \(counts.joined(separator: ", "))"
        + (edits > 0 ? "; answers changed \(edits)" : "")
    }
  }

  private func count(_ what: String, _ key: String) -> Int {
    process.filter { $0.stage == "clean" && $0.what == what && $0.key == key }.reduce(0) { $0 + $1.count }
  }

  /// Names of a condition with their horizons: `headcount`, `retirements(10)`.
  private static func names(in condition: String) -> Set<String> {
    Set(condition.matches(of: /[A-Za-z][A-Za-z0-9]*(\([0-9]+\))?/).map { String($0.output.0) })
  }
}
