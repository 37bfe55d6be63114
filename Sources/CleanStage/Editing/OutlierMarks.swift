import ConfidentialRecords

/// Marks the outliers of a study's rules. An outlier stands as it is: it is worth a call, and the estimates are made
/// with it and without it (EDT-05).
struct OutlierMarks {
  private let rules: [(rule: OutlierRule, limits: HidiroglouBerthelot?)]
  private let plans: [QuestionnairePlan]

  /// - Parameter ratios: those of all employers.
  init(_ ratios: CountRatios, plans: [QuestionnairePlan]) {
    rules = zip(ratios.rules, ratios.counts).map { ($0, HidiroglouBerthelot($1, reach: $0.reach)) }
    self.plans = plans
  }

  var ids: [String] { rules.map(\.rule.id) }

  /// Whether one of an employer's ratios is far from those of the others.
  ///
  /// - Parameter ratios: as `CountRatios.ratios(of:)` gives them.
  func concern(_ ratios: [[Double]]) -> Bool {
    var concern = false
    for ((_, limits), ratios) in zip(rules, ratios) {
      guard let limits else { continue }
      CountRatios.forEach(in: ratios) { concern = concern || limits.isOutlier($0) }
    }
    return concern
  }

  /// Puts the marks on a record, and what to ask of them beside it.
  func mark(_ cleaned: inout CleanedResponse) {
    let employer = cleaned.employer
    var outliers: [OutlyingCount] = []
    for (rule, limits) in rules {
      guard let limits else { continue }
      CountRatios.forEachRatio(of: rule, in: employer) { ratio, row in
        guard limits.isOutlier(ratio) else { return }
        var outlier = OutlyingCount()
        outlier.subject = rule.value.description
        outlier.row = row
        outlier.rule = rule.id
        outliers.append(outlier)
        if let question = question(rule, row: row, of: cleaned) { cleaned.askAgain.append(question) }
      }
    }
    if !outliers.isEmpty { cleaned.employer.outliers = outliers }
  }

  private func question(_ rule: OutlierRule, row: Int?, of cleaned: CleanedResponse) -> AskAgain? {
    let (value, per) = (rule.value.description, rule.per.description)
    guard let plan = plans.first(where: { plan in plan.questions.contains { $0.subject == value } }) else { return nil }
    let number = row.flatMap { cleaned.rows.indices.contains($0) ? cleaned.rows[$0] : nil }
    let baseRow = rule.per.concept.repeats == .employer ? nil : row
    return AskAgainWriter(plan: plan, line: cleaned.line).write(
      rule.id, rule.message, row: number,
      numbers: [
        (AnswerPlace(subject: value, row: number), cleaned.employer[count: rule.value, row], nil),
        (
          AnswerPlace(subject: per, row: baseRow == nil ? nil : number), cleaned.employer[count: rule.per, baseRow], nil
        ),
      ])
  }
}
