import ConfidentialRecords
import Diagnostics

/// Puts the answers of one response into a record, by concept, and codes on its titles.
struct EmployerBuilder {
  let response: ResponseRecord
  let answers: TypedAnswers
  let coder: OccupationCoder
  /// Nil: answers stay in their words.
  let classifier: AnswerClassifier?
  let questionsWithoutConcept: [Question]

  private(set) var record: EmployerRecord
  private(set) var edits: [EditRecord] = []
  private(set) var listed: [ListedTitle] = []

  /// - Parameter record: with what is known from the frame and the response.
  init(
    _ response: ResponseRecord, _ answers: TypedAnswers, _ coder: OccupationCoder, _ classifier: AnswerClassifier?,
    questionsWithoutConcept: [Question], into record: EmployerRecord
  ) {
    self.response = response
    self.answers = answers
    self.coder = coder
    self.classifier = classifier
    self.questionsWithoutConcept = questionsWithoutConcept
    self.record = record
    fillEmployer()
    fillStaffNeeded()
    self.record.occupations = answers.occupations.map { occupation($0) }
    self.record.vanishingJobs = answers.vanishingJobs.map {
      job($0, .vanishingJobs, title: .vanishingTitle, horizon: .vanishingHorizon, competences: nil)
    }
    self.record.emergingJobs = answers.emergingJobs.map {
      job($0, .emergingJobs, title: .emergingTitle, horizon: .emergingHorizon, competences: .emergingCompetences)
    }
  }

  // MARK: The employer

  private mutating func fillEmployer() {
    let places = answers.employer.subjects.fields
    for ((_, field), place) in zip(ConceptFields.employer, places.employer) {
      record[keyPath: field] = answers.employer.quantity(at: place)
    }
    record.staffByAge = quantities(places.ages)
    record.leaversLastYear = quantities(places.leaversLastYear)
    record.triedToRecruit = YesNoValue(answers[.triedToRecruit])
    record.recruitmentObstacles = ChoicesValue(answers[.recruitmentObstacles])
    record.hiringSupports = ChoicesValue(answers[.hiringSupports])
    record.contactAboutTrainees = YesNoValue(answers[.contactAboutTrainees])
    if YesNoValue(answers[.quotePermission]) == .yes, let comment = answers[.comment].text,
      !ContactScreen.finds(in: comment)
    {
      record.quotableComment = comment
    }
    for question in questionsWithoutConcept {
      guard let answer = answers.employer[question.id], answer.answer != .missing(.notAsked) else { continue }
      if let classification = question.classification {
        record.otherAnswers[question.id] = coded(answer, question.id, by: classification)
      } else if answer.kind != .text {
        record.otherAnswers[question.id] = ChoicesValue(answer)
      }
    }
  }

  private mutating func coded(
    _ answer: TypedAnswer, _ question: String, by classification: Classification
  ) -> ChoicesValue {
    guard let text = answer.text, let classifier else { return ChoicesValue(answer) }
    let coding = classifier.code(text, by: classification)
    if coding.code == Classification.uncoded {
      listed.append(ListedTitle(classification, text: text, doubt: coding.doubt?.rawValue))
    }
    var edit = EditRecord(response, question, row: nil, line: answer.line)
    edit.before = answer.written
    edit.after = coding.code
    edit.rule = EditStep.coding
    edit.reason = coding.reason
    edits.append(edit)
    return .chosen([coding.code])
  }

  /// Empty when none of them was asked.
  private func quantities(_ places: [Int?]) -> [Quantity] {
    let quantities = places.map { answers.employer.quantity(at: $0) }
    return quantities.allSatisfy { $0 == .notAsked } ? [] : quantities
  }

  private mutating func fillStaffNeeded() {
    for horizon in Horizon.allCases {
      let (low, best, high) = (
        answers[.staffNeededLow, horizon], answers[.staffNeeded, horizon], answers[.staffNeededHigh, horizon]
      )
      let merged = LowBestHigh.merged(
        low: low.quantity, best: best.quantity, high: high.quantity, bestIsAbout: best.isAbout)
      record.staffNeeded[horizon] = merged.quantity
      guard merged.isDisordered else { continue }
      let subject = ConceptReference(.staffNeeded, horizon).description
      var edit = EditRecord(response, subject, row: nil, line: best.line ?? low.line)
      edit.before = [low, best, high].map(\.written).joined(separator: " / ")
      edit.after = merged.quantity.missingReason?.rawValue ?? best.written
      edit.rule = EditStep.lowBestHigh
      edit.reason = "low, best and high are not in order"
      edits.append(edit)
    }
  }

  // MARK: Rows

  private mutating func occupation(_ row: TypedAnswers.Row) -> OccupationRow {
    var occupation = OccupationRow()
    let coding = code(row[.occupationTitle], .occupations, .occupationTitle, row: row.number)
    occupation.ssyk = coding.code
    occupation.coding = coding.way.rawValue
    let (answers, places) = (row.answers, row.answers.subjects.fields)
    for ((_, field), place) in zip(ConceptFields.row, places.row) {
      occupation[keyPath: field] = answers.quantity(at: place)
    }
    for ((_, field), places) in zip(ConceptFields.rowByHorizon, places.rowByHorizon) {
      occupation[keyPath: field] = HorizonQuantities(
        answers.quantity(at: places[0]), answers.quantity(at: places[1]), answers.quantity(at: places[2]))
    }
    occupation.competencesLacking = ChoicesValue(row[.competencesLacking])
    return occupation
  }

  private mutating func job(
    _ row: TypedAnswers.Row, _ group: Concept.Repeat, title: Concept, horizon: Concept, competences: Concept?
  ) -> JobChange {
    var job = JobChange()
    job.ssyk = code(row[title], group, title, row: row.number).code
    job.years = row[horizon].codes?.first.flatMap { Int($0) }
    if let competences { job.competences = ChoicesValue(row[competences]) }
    return job
  }

  private mutating func code(
    _ title: TypedAnswer, _ group: Concept.Repeat, _ concept: Concept, row: Int
  ) -> OccupationCoder.Coding {
    guard let text = title.text else { return OccupationCoder.Coding(code: Occupation.uncoded, way: .none) }
    let coding = coder.code(text)
    switch coding.way {
    case .none: listed.append(ListedTitle(group: group, title: text, doubt: coding.doubt?.rawValue))
    case .similar:
      listed.append(ListedTitle(group: group, title: text, code: coding.code))
      log(coding, of: title, concept, row: row, because: "like \(coding.like ?? ""), score \(coding.hundredths)")
    case .decision: log(coding, of: title, concept, row: row, because: "decisions/coding.csv")
    case .exact, .synonym: break
    }
    return coding
  }

  private mutating func log(
    _ coding: OccupationCoder.Coding, of title: TypedAnswer, _ concept: Concept, row: Int, because reason: String
  ) {
    var edit = EditRecord(response, concept.rawValue, row: row, line: title.line)
    edit.before = title.written
    edit.after = coding.code
    edit.rule = EditStep.coding
    edit.reason = reason
    edit.role = coding.role ?? EditRecord.program
    edits.append(edit)
  }
}

extension OccupationCoder.Coding {
  /// The score as `0.87`.
  fileprivate var hundredths: String {
    let number = Int(((score ?? 0) * 100).rounded())
    return "\(number / 100).\(number % 100 < 10 ? "0" : "")\(number % 100)"
  }
}

extension ChoicesValue {
  fileprivate init(_ answer: TypedAnswer) {
    switch answer.answer {
    case .missing(let reason): self = .missing(reason)
    case .choices(let codes): self = .chosen(codes)
    case .text(let text): self = .chosen([text])
    case .quantity(let quantity): self = quantity.missingReason.map(Self.missing) ?? .chosen([quantity.text])
    }
  }
}

extension YesNoValue {
  fileprivate init(_ answer: TypedAnswer) {
    switch answer.answer {
    case .missing(let reason): self = .missing(reason)
    default: self = answer.codes == [YesNoAnswer.yes] ? .yes : .no
    }
  }
}
