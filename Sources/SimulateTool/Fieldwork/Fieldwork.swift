import SurveyModel

/// Draws the sample and decides how every approach ends.
package struct Fieldwork {
  let plan: SimulationPlan

  package init(plan: SimulationPlan) { self.plan = plan }

  /// The approaches in the order of the workplaces' keys.
  package func approaches(_ employers: [Employer]) -> [Approach] {
    var approaches = sampled(employers).map(approach)
    assignOddities(&approaches, employers)
    assignCollectors(&approaches, employers)
    for employer in employers where !employer.covers.isEmpty {
      guard let office = approaches.first(where: { $0.workplace.id == employer.id }) else { continue }
      for workplace in employer.covers {
        var covered = office
        covered.workplace = workplace
        covered.joinedTo = employer.id
        approaches.append(covered)
      }
    }
    return approaches.sorted { $0.workplace.id < $1.workplace.id }
  }

  /// Everyone from 20 staff on, and of the smaller ones a simple random sample in each stratum.
  private func sampled(_ employers: [Employer]) -> [Employer] {
    var chosen = employers.filter { $0.workplace.staff >= plan.fieldwork.takeAllFrom || !$0.covers.isEmpty }
    for sector in Sector.allCases {
      for size in plan.frame.sizes where size.sizeClass.smallest < plan.fieldwork.takeAllFrom {
        let stratum = employers.filter {
          $0.workplace.sector == sector && $0.workplace.sizeClass == size.sizeClass.code && $0.covers.isEmpty
        }
        let drawn = stratum.map { employer in
          var stream = RandomStream(seed: plan.seed, employer.id, "sample")
          return (stream.next(), employer)
        }
        let count = plan.fieldwork.sample[sector]?[size.sizeClass.code] ?? 0
        chosen += drawn.sorted { ($0.0, $0.1.id) < ($1.0, $1.1.id) }.prefix(count).map(\.1)
      }
    }
    return chosen
  }

  private func approach(_ employer: Employer) -> Approach {
    var stream = RandomStream(seed: plan.seed, employer.id, "fieldwork")
    let sent = plan.dates.firstDay + stream.whole(0...2)
    let lastDay = plan.dates.lastDay
    let days = lastDay.number - sent.number
    func ends(_ disposition: Disposition, _ mode: Mode?, on day: CalendarDay) -> Approach {
      Approach(workplace: employer.workplace, disposition: disposition, mode: mode, sent: sent, closed: day)
    }
    let size = employer.workplace.sizeClass
    let answered = sent + stream.whole(3...days)
    if !employer.exists { return ends(.ineligible, nil, on: answered) }
    let share =
      (plan.fieldwork.answeringBySize[size] ?? 0)
      + (plan.fieldwork.answeringBySector[employer.workplace.sector] ?? 0)
    if employer.workplace.isNamed { return ends(.completed, .web, on: answered) }
    if stream.chance(share) {
      let byTelephone = stream.chance(plan.fieldwork.byTelephone[size] ?? 0)
      let disposition = stream.chance(plan.fieldwork.partial) ? Disposition.partial : .completed
      return ends(disposition, byTelephone ? .telephone : .web, on: answered)
    }
    if stream.chance(plan.fieldwork.refused) { return ends(.refused, nil, on: answered) }
    return ends(stream.chance(plan.fieldwork.unknown) ? .unknown : .noContact, nil, on: lastDay)
  }

  /// Says which answers others took in. Those with an oddity, of named employers and for several workplaces came to
  /// the study itself.
  private func assignCollectors(_ approaches: inout [Approach], _ employers: [Employer]) {
    let offices = Set(employers.filter { !$0.covers.isEmpty }.map(\.id))
    for place in approaches.indices {
      let workplace = approaches[place].workplace
      guard approaches[place].disposition.isAnswer, approaches[place].oddity == nil, !workplace.isNamed,
        !offices.contains(workplace.id),
        let collection = plan.fieldwork.collections.first(where: {
          $0.collector.mode == approaches[place].mode && $0.sector == workplace.sector
            && ($0.sizes.isEmpty || $0.sizes.contains(workplace.sizeClass))
        })
      else { continue }
      var stream = RandomStream(seed: plan.seed, workplace.id, "collector")
      if stream.chance(collection.share) { approaches[place].collector = collection.collector }
    }
  }

  /// Hands out each oddity to as many completed answers as the plan says; none gets two, and no named employer any.
  private func assignOddities(_ approaches: inout [Approach], _ employers: [Employer]) {
    let longForms = Set(employers.filter(\.hasLongForm).map(\.id))
    let wide = Set(employers.filter { $0.rows().contains { $0.headcount > 3 } }.map(\.id))
    for oddity in Oddity.allCases {
      let places = approaches.indices.filter { place in
        let approach = approaches[place]
        let id = approach.workplace.id
        return approach.disposition == .completed && approach.oddity == nil && !approach.workplace.isNamed
          && (!oddity.needsWeb || approach.mode == .web)
          && (!oddity.needsLongForm || longForms.contains(id) && wide.contains(id))
      }
      let drawn = places.map { place in
        var stream = RandomStream(seed: plan.seed, approaches[place].workplace.id, "oddity \(oddity.rawValue)")
        return (stream.next(), place)
      }
      for (_, place) in drawn.sorted(by: { $0 < $1 }).prefix(plan.oddities[oddity] ?? 0) {
        approaches[place].oddity = oddity
      }
    }
  }
}
