import ConfidentialRecords
import Diagnostics

/// Makes a cleaned record of one response: typed answers, reasons for what is missing, codes, edit rules. Pure: the
/// same response gives the same outcome, whichever core works on it and whatever came before.
package struct Cleaner: Sendable {
  package enum Outcome: Sendable {
    case cleaned(CleanedResponse)
    /// Taken back: nothing is kept of it but that it was, and the unit it came from where that is on the frame.
    case withdrawn(RejectedRecord, establishment: String?)
    case rejected(RejectedRecord)
  }

  let frame: FrameLookup
  private let decisions: Decisions
  private let corrections: [String: [Decisions.Correction]]
  private let waived: Set<String>
  let plans: [String: QuestionnairePlan]
  let coder: OccupationCoder
  /// Without what people have decided and what is only like a known title: both stand in the log of edits.
  let knownTitlesCoder: OccupationCoder
  let classifier: AnswerClassifier
  /// In the order of `CleanedResponse.ruleCounts`.
  package let rules: EditRules
  /// The names of the rules, by questionnaire.
  private let ruleNames: [String: BoundNames]
  let outlierRules: [OutlierRule]
  /// Responses come on few days.
  private let days = Remembered<String, Result<String, AnswerProblem>>(most: 5_000)

  /// - Parameter decisions: those that stand on the day the run counts from.
  /// - Throws: `StageFailure` `.wrongStudyFile` when a rule or skip logic cannot be read.
  package init(_ study: Study, frame: FrameLookup, decisions: Decisions) throws(StageFailure) {
    self.frame = frame
    self.decisions = decisions
    corrections = Dictionary(grouping: decisions.corrections, by: \.response)
    waived = Set(decisions.waivers.map(\.enterprise))
    var plans: [String: QuestionnairePlan] = [:]
    for questionnaire in study.questionnaires {
      plans[questionnaire.id] = try QuestionnairePlan(questionnaire, study.assumptions)
    }
    self.plans = plans
    coder = OccupationCoder(study.classifications, decisions: decisions.coding, threshold: study.coding.threshold)
    knownTitlesCoder = coder.ofKnownTitles
    classifier = AnswerClassifier(study.classifications)
    rules = try EditRules(study.rules, for: study.questionnaires, reliability: study.reliability)
    ruleNames = plans.mapValues(rules.bound)
    outlierRules = study.outlierRules
  }

  /// How far people agree who have put codes on the same titles.
  var coderAgreement: [CoderAgreement] { CoderAgreement.pairs(decisions.coding) }

  /// Keys of the responses that someone has decided on.
  var decidedResponses: Set<String> { decisions.withdrawn.union(corrections.keys) }

  func isDecided(_ response: String) -> Bool {
    decisions.withdrawn.contains(response) || corrections[response] != nil
  }

  package func clean(_ response: ResponseRecord) -> (outcome: Outcome, problems: [Problem]) {
    if decisions.withdrawn.contains(response.response) {
      var establishment: String?
      if case .unit(let unit) = frame.match(response.establishment) { establishment = unit.establishment }
      return (.withdrawn(response.rejected(.withdrawn), establishment: establishment), [])
    }
    guard let plan = plans[response.questionnaire] else {
      return reject(response, .unknownQuestionnaire, "the questionnaire of a response is not the study's")
    }
    switch frame.match(response.establishment) {
    case .unit(let unit): return clean(response, plan, unit)
    case .notInFrame:
      return reject(
        response, .notInFrame, "the establishment of a response is not on the frame",
        hint: "correct the key where it was written, or add the unit to the frame")
    case .notInSample:
      return reject(
        response, .notInSample, "the establishment of a response was not approached",
        hint: "add it to the sample file if it was")
    case .covered(let other):
      return reject(
        response, .notInSample, "the establishment of a response is covered by the answer of another",
        hint: "it is joined to \(other); take joined_to out of the sample file if it answers for itself")
    }
  }

  private func clean(
    _ response: ResponseRecord, _ plan: QuestionnairePlan, _ unit: FrameUnit
  ) -> (outcome: Outcome, problems: [Problem]) {
    let written = WrittenAnswers(response, plan, corrections: corrections[response.response] ?? [])
    let form = plan.form(written: response.form, answered: written.answered)
    let reader = ResponseReader(response, plan, form: form.code, written)
    var answers = reader.answers
    guard answers.saySomething else {
      return reject(response, .nothingAnswered, "a response in which nothing is answered")
    }
    var problems = reader.problems
    if form.isInferred {
      problems.append(
        Problem(
          .warning, at: response.place, "the form of a response is not known", expected: "a form of the questionnaire",
          hint: "it was taken for \(form.code), by the questions answered"))
    }
    let unedited = answers
    let names = ruleNames[response.questionnaire] ?? rules.bound(to: plan)
    let report = rules.apply(to: &answers, of: response, names)
    if report.edits.isEmpty { answers = unedited }
    if let problem = rules.problem(report.broken, in: response) { problems.append(problem) }

    let known = record(of: response, unit, form: form.code, problems: &problems)
    let builder = build(response, answers, plan, into: known)
    var cleaned = CleanedResponse()
    cleaned.employer = builder.record
    cleaned.line = response.line
    cleaned.edits = (reader.edits + report.edits + builder.edits).map { edit in
      var edit = edit
      if edit.date.isEmpty { edit.date = decisions.day }
      return edit
    }
    cleaned.ruleCounts = report.counts
    cleaned.listed = builder.listed
    cleaned.rows = answers.occupations.map(\.number)
    let asking = AskAgainWriter(plan: plan, line: response.line)
    cleaned.askAgain = report.broken.map { asking.write($0, edits: report.edits) }
    // Where nothing but reading has said something, the record was made from the answers as they came in.
    guard cleaned.edits.contains(where: { !EditStep.ofReading.contains($0.rule) }) else {
      return (.cleaned(cleaned), problems)
    }
    if !replays(cleaned, response, plan, unedited, into: known) {
      cleaned.replays = false
      problems.append(Self.doesNotReplay(response))
    }
    if let before = uneditedRecord(response, plan, unedited, edits: cleaned.edits, into: known) {
      cleaned.employer.edited = EditedCounts(plan: plan, edits: cleaned.edits).changes(
        from: before.record, rows: before.rows, to: cleaned.employer, rows: cleaned.rows)
    }
    return (.cleaned(cleaned), problems)
  }

  /// Whether the log leads from the answers to the record.
  private func replays(
    _ cleaned: CleanedResponse, _ response: ResponseRecord, _ plan: QuestionnairePlan, _ read: TypedAnswers,
    into known: EmployerRecord
  ) -> Bool {
    // Corrections are read from the log, like everything else.
    guard cleaned.edits.contains(where: { $0.rule == EditStep.correction }) else {
      return replay(response, plan, read, edits: cleaned.edits, into: known) == cleaned.employer
    }
    return replay(response, edits: cleaned.edits) == cleaned.employer
  }

  func build(
    _ response: ResponseRecord, _ answers: TypedAnswers, _ plan: QuestionnairePlan, into record: EmployerRecord
  ) -> EmployerBuilder {
    EmployerBuilder(
      response, answers, coder, classifier, questionsWithoutConcept: plan.questionsWithoutConcept, into: record)
  }

  /// What is known without an answer.
  func record(
    of response: ResponseRecord, _ unit: FrameUnit, form: String, problems: inout [Problem]
  ) -> EmployerRecord {
    var record = EmployerRecord()
    record.enterprise = unit.contributor
    record.establishment = unit.establishment
    record.response = response.response
    record.path = response.path
    record.mode = response.mode
    record.form = form
    record.municipality = unit.municipality
    record.sector = unit.sector
    record.section = unit.section
    record.sizeClass = unit.sizeClass
    record.stratum = unit.stratum
    record.employees = unit.employees
    record.dominant = unit.isDominant ? true : nil
    record.waiver = waived.contains(unit.enterprise) || waived.contains(unit.contributor) ? true : nil
    switch day(response.answered) {
    case .success(let day): record.answered = day
    case .failure(let fault): problems.append(fault.problem("the date of the answer", at: response.place))
    }
    return record
  }

  /// ISO; empty where no date is written.
  private func day(_ written: String) -> Result<String, AnswerProblem> {
    func read(_ written: String) -> Result<String, AnswerProblem> {
      let written = WrittenText(written)
      return Result { () throws(AnswerProblem) in written.isEmpty ? "" : try DateAnswer.readDay(written) }
    }
    return written.utf8.count <= Self.longestDay ? days.value(written, read) : read(written)
  }

  /// Bytes of a day that is remembered.
  private static let longestDay = 40

  private func reject(
    _ response: ResponseRecord, _ reason: RejectedRecord.Reason, _ summary: String, hint: String? = nil
  ) -> (outcome: Outcome, problems: [Problem]) {
    (.rejected(response.rejected(reason)), [Problem(.warning, at: response.place, summary, hint: hint)])
  }
}

extension ResponseRecord {
  var place: SourceLocation { SourceLocation(path: path, line: line) }

  fileprivate func rejected(_ reason: RejectedRecord.Reason) -> RejectedRecord {
    RejectedRecord(path: path, line: line, response: response, reason: reason)
  }
}

extension TypedAnswers {
  /// Any answer besides a comment and permissions.
  fileprivate var saySomething: Bool {
    employer.contains { subject, answer in answer.isValue && !Self.asides.contains(subject) }
      || [occupations, vanishingJobs, emergingJobs].contains { !$0.isEmpty }
  }

  private static let asides: Set<String> = Set(
    [Concept.comment, .quotePermission, .contactAboutTrainees].map(\.rawValue))
}
