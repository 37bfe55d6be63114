import SurveyModel

/// What people have decided in the made-up office: corrections, coded titles, withdrawals.
struct DecisionFiles {
  let plan: SimulationPlan
  let answered: [(employer: Employer, approach: Approach)]

  /// After a call to the employer: the headcount and the retirements that could not be.
  func corrections() -> String {
    var file = DelimitedText(heading: ["response", "question", "row", "value", "role", "reason", "date"])
    let odd = answered.filter {
      $0.approach.mode == .web && [.impossibleRetirements, .partsAboveStaff].contains($0.approach.oddity)
    }
    for (employer, approach) in odd.prefix(plan.decisions.corrections) {
      guard let first = employer.occupations.first else { continue }
      let day = min(plan.dates.asOf, approach.closed + 9).description
      if approach.oddity == .partsAboveStaff {
        file.append([
          employer.id, "Q7", "1", String(first.headcount), "handläggare",
          "rätt antal enligt arbetsgivaren, per telefon",
          day,
        ])
      } else {
        for horizon in [Horizon.fiveYears, .tenYears] {
          file.append([
            employer.id, "Q8\(horizon.years)", "1", String(first.leaving(to: .retirement, within: horizon)),
            "handläggare", "rätt antal enligt arbetsgivaren, per telefon", day,
          ])
        }
      }
    }
    return file.text
  }

  /// Titles that no list has, with the code someone has put on them: those the plan names, and misspelt ones.
  func coding() -> String {
    var file = DelimitedText(heading: ["title", "ssyk", "role", "date"])
    var seen: Set<String> = []
    for (title, code) in plan.decisions.alsoCoded {
      seen.insert(title.lowercased())
      file.append([title.lowercased(), code, "kodare", plan.dates.asOf.description])
    }
    for (employer, _) in answered where employer.hasLongForm {
      for group in employer.rows() {
        guard seen.count < plan.decisions.alsoCoded.count + plan.decisions.codedTitles,
          let occupation = plan.occupations[group.code]
        else { continue }
        var stream = RandomStream(seed: plan.seed, employer.id, "title \(group.code)")
        let written = TitleWriting.text(occupation, plan.writing.titles, &stream).lowercased()
        let usual = occupation.titles.flatMap {
          [$0, TitleWriting.inflected($0, definite: false), TitleWriting.inflected($0, definite: true)]
        }.map { $0.lowercased() }
        guard !usual.contains(written), seen.insert(written).inserted else { continue }
        file.append([written, group.code, "kodare", plan.dates.asOf.description])
      }
    }
    return file.text
  }

  /// Employers that have taken their answer back.
  func withdrawn() -> String {
    var file = DelimitedText(heading: ["response", "date"])
    let plain = answered.filter {
      $0.approach.mode == .web && $0.approach.collector == .own && $0.approach.oddity == nil
        && !$0.employer.workplace.isNamed
        && $0.employer.covers.isEmpty && $0.approach.disposition == .completed && $0.employer.workplace.staff < 50
    }
    let drawn = plain.map { entry in
      var stream = RandomStream(seed: plan.seed, entry.employer.id, "withdrawn")
      return (stream.next(), entry)
    }
    let chosen = drawn.sorted { ($0.0, $0.1.employer.id) < ($1.0, $1.1.employer.id) }.prefix(plan.decisions.withdrawn)
    for (_, entry) in chosen.sorted(by: { $0.1.employer.id < $1.1.employer.id }) {
      file.append([entry.employer.id, min(plan.dates.asOf, entry.approach.closed + 12).description])
    }
    return file.text
  }
}
