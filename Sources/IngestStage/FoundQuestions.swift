import ConfidentialRecords

/// Which questions a source has shown so far. One that never shows has most likely a wrong `found:` line.
struct FoundQuestions {
  private let questionnaire: Questionnaire
  private var found: [Bool]
  private var forms: Set<String> = []
  private var responses = 0

  init(_ questionnaire: Questionnaire) {
    self.questionnaire = questionnaire
    found = questionnaire.questions.map { _ in false }
  }

  mutating func add(_ ingested: Ingested) {
    responses += ingested.responses.count
    for response in ingested.responses { forms.insert(response.form) }
    for (place, isFound) in ingested.found.enumerated() where isFound { found[place] = true }
  }

  /// One problem that names them all; nil when there is none.
  func problem(of source: SourceReader, in folder: DataFolder) -> IngestProblem? {
    guard responses > 0 else { return nil }
    let plan = FieldPlan(questionnaire, carrier: source.source.carrier)
    let missed = plan.fields.compactMap { field -> String? in
      guard case .question(let place) = field.target, !found[place], !field.selectors.isEmpty,
        forms.contains(where: { plan.has(field.target, onForm: $0) })
      else { return nil }
      return questionnaire.questions[place].id
    }
    guard !missed.isEmpty else { return nil }
    return .neverFound(
      questions: missed, carrier: source.source.carrier.rawValue, at: folder.location(source.source.path))
  }
}
