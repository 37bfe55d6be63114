import Diagnostics

/// The fields of a questionnaire, each with the cells of a response that answer it.
struct LimeSurveyFields: Sendable {
  enum Reading: Hashable, Sendable {
    case metadata(LimeSurveyMetadata)
    /// - Parameter isBlankWhenAbsent: the column cannot say that its question was shown and left empty.
    case cell(Int, isBlankWhenAbsent: Bool)
    case boxes([Int])
    case ranks([Int])
  }

  let readings: [(slot: FieldSlot, reading: Reading)]

  /// - Throws: every selector that does not lead to one answer, and a unit key that leads nowhere.
  init(
    _ plan: FieldPlan, in structure: LimeSurveyStructure, _ places: LimeSurveyPlaces, at location: SourceLocation
  ) throws(StageFailure) {
    var readings: [(slot: FieldSlot, reading: Reading)] = []
    var faults: [LimeSurveyFault] = []
    let blanks = BlankColumns(structure, places)

    for field in plan.fields {
      let (name, hasSkipLogic) = plan.nameAndSkipLogic(field.target)
      func take(_ place: LimeSurveyPlaces.Place, _ selector: String, _ slot: FieldSlot) {
        switch place {
        case .column(let index):
          readings.append((slot, .cell(index, isBlankWhenAbsent: blanks.has(index, hasSkipLogic: hasSkipLogic))))
        case .boxes(let indices): readings.append((slot, .boxes(indices)))
        case .ranks(let indices): readings.append((slot, .ranks(indices)))
        case .several: faults.append(.severalAnswers(selector: selector, question: name, at: location))
        case .ambiguous: faults.append(.ambiguous(selector: selector, question: name, at: location))
        }
      }
      for (rank, selector) in field.selectors.enumerated() {
        if plan.repeats(field.target), selector.contains("[]") {
          for (row, place) in places.rows(selector) {
            take(place, selector, FieldSlot(target: field.target, rank: rank, row: row))
          }
        } else if let place = places[selector] {
          take(place, selector, FieldSlot(target: field.target, rank: rank))
        } else if let metadata = LimeSurveyMetadata(rawValue: selector) {
          readings.append((FieldSlot(target: field.target, rank: rank), .metadata(metadata)))
        }
      }
      if field.target == .unitKey, !readings.contains(where: { $0.slot.target == .unitKey }), faults.isEmpty {
        let known = places.spellings + LimeSurveyMetadata.allCases.map(\.rawValue)
        faults.append(
          .noUnitKey(
            selectors: field.selectors, nearest: field.selectors.first.flatMap { nearest(to: $0, in: known) },
            at: location))
      }
    }
    if let first = faults.first { throw StageFailure(first.exit, faults.map(\.problem)) }
    self.readings = readings
  }
}

/// Columns of numbers and dates: LimeSurvey stores NULL where one was shown and left empty, just as where it was not
/// shown. Only where it is shown to everybody, or where the questionnaire's own skip logic will tell, it can be taken
/// for blank.
private struct BlankColumns {
  private let always: [Bool]
  private let hides: [Bool]

  init(_ structure: LimeSurveyStructure, _ places: LimeSurveyPlaces) {
    let groups = Dictionary(structure.groups.map { ($0.id, $0.relevance.isAlways) }, uniquingKeysWith: { a, _ in a })
    hides = places.columns.map { column in
      column.content == .answer && structure.questions[column.question].kind?.hidesBlanks == true
    }
    always = places.columns.map { column in
      let question = structure.questions[column.question]
      let part = column.row.flatMap { question.rows.indices.contains($0 - 1) ? question.rows[$0 - 1].relevance : nil }
      return question.relevance.isAlways && groups[question.group] ?? true && (part ?? "").isAlways
        && !question.isHidden && !question.isFiltered
    }
  }

  func has(_ column: Int, hasSkipLogic: Bool) -> Bool { hides[column] && (always[column] || hasSkipLogic) }
}

extension String {
  /// Skip logic that passes over nobody.
  var isAlways: Bool { isEmpty || self == "1" }
}

extension FieldPlan {
  fileprivate func nameAndSkipLogic(_ target: Target) -> (String, Bool) {
    switch target {
    case .unitKey: ("unit-key", false)
    case .form: ("form", false)
    case .answered: ("answered", false)
    case .contact: ("contact-fields", false)
    case .question(let place): (questionnaire.questions[place].id, questionnaire.questions[place].asked != nil)
    }
  }
}
