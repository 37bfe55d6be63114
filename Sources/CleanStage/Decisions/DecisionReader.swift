import Diagnostics
import SurveyModel

/// Where the files of decisions lie; nil for one that is not there, which is as good as an empty one.
package struct DecisionFiles: Sendable {
  package var corrections: String?
  package var coding: String?
  package var withdrawn: String?
  package var waivers: String?

  package init(corrections: String? = nil, coding: String? = nil, withdrawn: String? = nil, waivers: String? = nil) {
    self.corrections = corrections
    self.coding = coding
    self.withdrawn = withdrawn
    self.waivers = waivers
  }

  /// - Parameter find: gives the path of a file of the data folder, nil when it is not there.
  package init(in find: (String) throws(StageFailure) -> String?) throws(StageFailure) {
    corrections = try find("decisions/corrections.csv")
    coding = try find("decisions/coding.csv")
    withdrawn = try find("decisions/withdrawn.csv")
    waivers = try find("decisions/waivers.csv")
  }
}

extension Decisions {
  /// Reads and checks the decisions, all of them before anything is said.
  ///
  /// - Throws: `StageFailure` `.wrongData` with every faulty row at its line: a decision that cannot be carried out
  ///   must not be passed over.
  package static func read(_ files: DecisionFiles, for study: Study) throws(StageFailure) -> Decisions {
    var table = DecisionTable()
    var decisions = Decisions()
    decisions.corrections = try corrections(files.corrections, study, &table)
    decisions.coding = try coding(files.coding, study, &table)
    decisions.withdrawn = try withdrawn(files.withdrawn, &table)
    decisions.waivers = try waivers(files.waivers, &table)
    guard table.problems.isEmpty else { throw StageFailure(.wrongData, table.problemsInOrder) }
    return decisions
  }

  private static func corrections(
    _ path: String?, _ study: Study, _ table: inout DecisionTable
  ) throws(StageFailure) -> [Correction] {
    let questions = study.questionnaires.flatMap(\.questions)
    let columns = ["response", "question", "row", "value", "role", "reason", "date"]
    var corrections: [Correction] = []
    for row in try table.rows(path, columns) {
      // Everything that is wrong with a row is said at once.
      let (isFilled, date) = (table.has(row, "response", "question", "role", "reason"), table.date(row, "date"))
      guard let question = questions.first(where: { $0.id == row["question"] }) else {
        let near = nearest(to: row["question"], in: questions.map(\.id))
        _ = table.fault(row, "no questionnaire has the question", hint: near.map { "did you mean \($0)?" })
        continue
      }
      let number = Int(row["row"])
      let isPlaced = question.repeats == .employer ? row["row"].isEmpty : (1...1_000).contains(number ?? 0)
      if !isPlaced {
        _ = table.fault(
          row, "row does not fit \(question.id)",
          expected: question.repeats == .employer ? "nothing: the question has no rows" : "a row, 1 or more")
      }
      guard isFilled, isPlaced, let date else { continue }
      corrections.append(
        Correction(
          response: row["response"], question: question.id, row: number, value: row.text("value"),
          role: row.text("role"),
          reason: row.text("reason"), date: date,
          place: row.location.line.map { "decisions/corrections.csv:\($0)" }))
    }
    return corrections
  }

  private static func coding(
    _ path: String?, _ study: Study, _ table: inout DecisionTable
  ) throws(StageFailure) -> [CodingDecision] {
    var coding: [CodingDecision] = []
    for row in try table.rows(path, ["title", "ssyk", "role", "date"]) {
      guard table.has(row, "title", "ssyk", "role"), let date = table.date(row, "date") else { continue }
      let code = row["ssyk"]
      let isCode = code.count == 4 && study.classifications.occupations[code] != nil
      guard isCode || code == Occupation.allOther || code == Occupation.uncoded else {
        _ = table.fault(
          row, "ssyk is no code", expected: "four digits of SSYK 2012, \(Occupation.allOther) or \(Occupation.uncoded)")
        continue
      }
      guard !OccupationTitle(row["title"]).isEmpty else {
        _ = table.fault(row, "title holds no word")
        continue
      }
      coding.append(CodingDecision(title: row["title"], ssyk: code, role: row.text("role"), date: date))
    }
    return coding
  }

  private static func withdrawn(_ path: String?, _ table: inout DecisionTable) throws(StageFailure) -> Set<String> {
    var withdrawn: Set<String> = []
    for row in try table.rows(path, ["response", "date"]) {
      guard table.has(row, "response"), table.date(row, "date") != nil else { continue }
      withdrawn.insert(row["response"])
    }
    return withdrawn
  }

  private static func waivers(_ path: String?, _ table: inout DecisionTable) throws(StageFailure) -> [Waiver] {
    var waivers: [Waiver] = []
    for row in try table.rows(path, ["enterprise", "scope", "expires"]) {
      guard table.has(row, "enterprise"), let expires = table.date(row, "expires") else { continue }
      guard row["scope"] == "totals" else {
        // Another scope is another consent: it must not pass for this one.
        _ = table.fault(row, "the scope of a waiver is not known", expected: "totals")
        continue
      }
      waivers.append(Waiver(enterprise: row["enterprise"], expires: expires))
    }
    return waivers
  }
}
