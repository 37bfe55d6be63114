import SurveyModel

/// What the questions of one group measure, each with its place, so that the answers can lie side by side.
final class Subjects: Sendable {
  let all: [String]
  private let places: [String: Int]
  private let concepts: [ConceptReference: Int]
  /// Of what a record has a field for.
  let fields: ConceptFields.Places

  /// - Parameter subjects: one that is named twice has one place.
  init(_ subjects: [String]) {
    var all: [String] = []
    var places: [String: Int] = [:]
    for subject in subjects where places[subject] == nil {
      places[subject] = all.count
      all.append(subject)
    }
    self.all = all
    self.places = places
    let concepts = Dictionary(
      uniqueKeysWithValues: all.enumerated().compactMap { place, subject in
        ConceptReference(subject).map { ($0, place) }
      })
    self.concepts = concepts
    fields = ConceptFields.Places { concepts[$0] }
  }

  static let none = Subjects([])

  func place(of subject: String) -> Int? { places[subject] }
  func place(of concept: ConceptReference) -> Int? { concepts[concept] }
}

/// Answers by what they measure: `staff`, `retirements(10)`, or the identifier of a question that measures no concept.
struct AnswersBySubject {
  let subjects: Subjects
  private var answers: [TypedAnswer?]

  init(_ subjects: Subjects = .none) {
    self.subjects = subjects
    answers = Array(repeating: nil, count: subjects.all.count)
  }

  /// By the place of the subject.
  subscript(place: Int) -> TypedAnswer? {
    get { answers[place] }
    set { answers[place] = newValue }
  }

  /// A subject that no question of the group has holds nothing.
  subscript(subject: String) -> TypedAnswer? {
    get { subjects.place(of: subject).flatMap { answers[$0] } }
    set { if let place = subjects.place(of: subject) { answers[place] = newValue } }
  }

  /// The answer to a concept; `notAsked` where there is none.
  subscript(concept: Concept, horizon: Horizon? = nil) -> TypedAnswer {
    subjects.place(of: ConceptReference(concept, horizon)).flatMap { answers[$0] }
      ?? TypedAnswer(kind: concept.kind, answer: .missing(.notAsked))
  }

  /// The number at a place; `notAsked` where there is none.
  func quantity(at place: Int?) -> Quantity {
    guard let place, let answer = answers[place] else { return .notAsked }
    return answer.quantity
  }

  func contains(where fits: (_ subject: String, TypedAnswer) -> Bool) -> Bool {
    for place in answers.indices {
      if let answer = answers[place], fits(subjects.all[place], answer) { return true }
    }
    return false
  }
}
