import ConfidentialRecords

/// Finds what a call to an employer could make better, and which headlines it would move. Made on any core.
struct CallScan: Sendable {
  let effects: HeadlineEffects
  let plan: DomainPlan
  let resolver: AnswerResolver
  let suspicionOfOutlier: Double

  /// - Returns: nil when every answer that counts in a headline is a number nobody doubts.
  func candidate(
    _ employer: EmployerRecord, update: EmployerUpdate, sizeClass: Int, hasLongForm: Bool
  ) -> CallCandidate? {
    let place = resolver.place(of: employer, sizeClass: sizeClass, group: update.group, draw: nil)
    let answers = uncertain(employer, at: place, hasLongForm: hasLongForm)
    guard !answers.isEmpty else { return nil }
    let items = answers.map { answer in
      let suspicion = answer.reason == .outlier ? suspicionOfOutlier : 1
      let moves = effects[answer.count].flatMap { effect in
        plan.groupingsOfSlot[effect.slot].map { grouping in
          CallItem.Move(
            cell: plan.key(slot: effect.slot, grouping: grouping, place: update.place, occupation: answer.occupation),
            likely: update.weight * answer.distance * abs(effect.factor),
            outcomes: answer.outcomes.map { update.weight * effect.factor * ($0 - answer.now.value) },
            below: update.weight * abs(effect.factor)
              * (effect.factor > 0 ? answer.now.value - answer.now.low : answer.now.high - answer.now.value),
            above: update.weight * abs(effect.factor)
              * (effect.factor > 0 ? answer.now.high - answer.now.value : answer.now.value - answer.now.low))
        }
      }
      return CallItem(subject: .answer(answer), suspicion: suspicion, moves: moves)
    }
    return CallCandidate(
      establishment: employer.establishment, municipality: employer.municipality, sector: employer.sector,
      sizeClass: employer.sizeClass, employees: employer.employees, weight: update.weight, disposition: nil,
      isDominant: employer.dominant == true, items: items.filter { !$0.moves.isEmpty })
  }

  private func uncertain(
    _ employer: EmployerRecord, at place: AnswerResolver.Place, hasLongForm: Bool
  ) -> [UncertainAnswer] {
    var found: [UncertainAnswer] = []
    var likeOthers = place
    likeOthers.isDominant = false
    func resolve(_ quantity: Quantity, _ concept: Int, _ base: Double) -> Contribution {
      resolver.resolve(quantity, concept: concept, base: base, at: place)
    }
    func look(at quantity: Quantity, concept: Int, base: Double, row: Int?, occupation: OccupationCode?) {
      let count = CountConcepts.all[concept]
      guard !effects[count].isEmpty else { return }
      let isOutlier =
        employer.outliers?.contains { $0.row == row && $0.subject == count.description } ?? false
      guard let reason = Self.reason(quantity, isOutlier: isOutlier) else { return }
      let now = resolve(quantity, concept, base)
      let expected = resolver.resolve(.missing(.implausible), concept: concept, base: base, at: likeOthers).value
      // For a dominant employer nothing is reckoned with, but something may still be expected of the call.
      let predicted =
        reason == .outlier ? expected : place.isDominant ? min(max(expected, now.low), now.high) : now.value
      found.append(
        UncertainAnswer(
          count: count, row: row, occupation: occupation, reason: reason, now: now, predicted: predicted))
    }
    let own = CountConcepts.values(of: employer)
    let staff = resolve(own[0], 0, Double(employer.employees)).value
    for (index, quantity) in own.enumerated() {
      look(
        at: quantity, concept: index, base: index == 0 ? Double(employer.employees) : staff, row: nil, occupation: nil)
    }
    guard hasLongForm else { return found }
    let offset = CountConcepts.ofEmployer.count
    for (row, occupation) in employer.occupations.enumerated() {
      let values = CountConcepts.values(of: occupation)
      let headcount = resolve(values[0], offset, staff).value
      let code = OccupationCode(occupation.ssyk)
      for (index, quantity) in values.enumerated() {
        look(
          at: quantity, concept: offset + index, base: index == 0 ? staff : headcount, row: row, occupation: code)
      }
    }
    return found
  }

  private static func reason(_ quantity: Quantity, isOutlier: Bool) -> UncertainAnswer.Reason? {
    switch quantity {
    case .missing(.notAsked), .missing(.notApplicable), .missing(.notReached): nil
    case .missing(let reason): .missing(reason)
    case .range(_, nil, nil): .openEnded
    case .range(let low, nil, let high?) where low < high: .range
    default: isOutlier ? .outlier : nil
    }
  }
}
