import Expressions

extension NameSchema {
  /// The names that a condition over answers may use: the concepts that the questionnaires measure, at the horizons at
  /// which they ask for them, and the identifiers of questions that measure none.
  ///
  /// - Parameter scope: where the condition is evaluated: once per response, or in each row of a group. A number of
  ///   another group is there to be summed; its texts and codes are not.
  package static func answers(to questionnaires: [Questionnaire], seenFrom scope: Concept.Repeat) -> NameSchema {
    var schema = NameSchema()
    for questionnaire in questionnaires {
      let codes = Dictionary(
        questionnaire.codeLists.map { ($0.id, $0.codes.map(\.code)) }, uniquingKeysWith: { a, _ in a })
      for question in questionnaire.questions {
        schema.add(
          question.measures?.concept.rawValue ?? question.id, kind: question.kind, repeats: question.repeats,
          horizon: question.measures?.horizon, codes: question.codeList.flatMap { codes[$0] } ?? [], seenFrom: scope)
      }
    }
    return schema
  }

  /// Every concept at every horizon, for conditions whose questionnaire is not at hand.
  package static func allConcepts(seenFrom scope: Concept.Repeat) -> NameSchema {
    var schema = NameSchema()
    for concept in Concept.allCases {
      for horizon in concept.hasHorizon ? Horizon.allCases.map(Optional.some) : [nil] {
        schema.add(
          concept.rawValue, kind: concept.kind, repeats: concept.repeats, horizon: horizon, codes: [], seenFrom: scope)
      }
    }
    return schema
  }

  private mutating func add(
    _ name: String, kind: Concept.Kind, repeats: Concept.Repeat, horizon: Horizon?, codes: [String],
    seenFrom scope: Concept.Repeat
  ) {
    let isHere = repeats == .employer || repeats == scope
    guard let valueKind = kind.valueKind(isHere: isHere) else { return }
    var entry = entries[name] ?? Entry(valueKind)
    if let horizon, !entry.horizons.contains(horizon.years) {
      entry.horizons = (entry.horizons + [horizon.years]).sorted()
    }
    if valueKind == .text || valueKind == .set { entry.codes += codes.filter { !entry.codes.contains($0) } }
    entries[name] = entry
  }
}

extension Concept.Kind {
  /// What an answer of this kind is in a condition; nil for what only its own rows can use.
  fileprivate func valueKind(isHere: Bool) -> ValueKind? {
    switch self {
    case .count, .share, .money, .year, .scale: isHere ? .number : .numberPerRow
    case .yesNo: isHere ? .boolean : nil
    case .choice, .date, .text: isHere ? .text : nil
    case .choices: isHere ? .set : nil
    }
  }
}
