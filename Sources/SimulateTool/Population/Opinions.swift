import SurveyModel

/// What an employer thinks: what makes it hard to recruit, jobs that vanish and appear, what it would take to hire, what
/// it wants to add.
struct Opinions {
  let plan: SimulationPlan

  func add(to employer: inout Employer) {
    obstacles(&employer)
    supports(&employer)
    jobs(&employer)
    var stream = RandomStream(seed: plan.seed, employer.id, "comment")
    guard stream.chance(plan.writing.commentShare) else { return }
    let own = plan.texts.sectorComments[employer.workplace.sector] ?? []
    employer.comment = stream.pick(own.isEmpty || stream.chance(0.6) ? plan.texts.comments : own)
    employer.mayBeQuoted = stream.chance(plan.writing.quoteShare)
  }

  private func supports(_ employer: inout Employer) {
    var stream = RandomStream(seed: plan.seed, employer.id, "supports")
    employer.welcomesTrainees = stream.chance(employer.workplace.sector.isPublic ? 0.68 : 0.42)
    if stream.chance(0.12) {
      employer.supports = [SupportCode.none.rawValue]
      return
    }
    employer.supports = SupportCode.allCases.filter { stream.chance($0.share) }.map(\.rawValue)
  }

  /// Asked of those that tried; the harder it is, the more they name.
  private func obstacles(_ employer: inout Employer) {
    guard employer.triedToRecruit else { return }
    var stream = RandomStream(seed: plan.seed, employer.id, "obstacles")
    let difficulty = employer.difficulty
    let foundAll = employer.personsNotFound == 0
    if foundAll, stream.chance(0.6 - 0.15 * (difficulty - 1)) {
      employer.obstacles = [ObstacleCode.none.rawValue]
      return
    }
    let lacksSkills = employer.occupations.contains { $0.skillShortage > 0 }
    var named = ObstacleCode.allCases.filter { stream.chance($0.share.share(difficulty)) }
    if lacksSkills, !named.contains(.competence) { named.insert(.competence, at: 0) }
    if named.isEmpty { named = [foundAll ? .none : .fewApplicants] }
    employer.obstacles = named.map(\.rawValue)
  }

  private func jobs(_ employer: inout Employer) {
    var stream = RandomStream(seed: plan.seed, employer.id, "jobs")
    for group in employer.occupations.prefix(4) {
      let major = String(group.code.prefix(1))
      if employer.vanishing.count < 2, stream.chance(0.16), let title = stream.pick(plan.texts.vanishing[major] ?? []),
        !employer.vanishing.contains(where: { $0.title == title })
      {
        employer.vanishing.append(.init(title: title, horizon: stream.pick([2, 5, 5, 10]) ?? 5, needs: []))
      }
      if employer.emerging.count < 2, stream.chance(0.18), let job = stream.pick(plan.texts.emerging[major] ?? []),
        !employer.emerging.contains(where: { $0.title == job.title })
      {
        employer.emerging.append(
          .init(title: job.title, horizon: stream.pick([2, 5, 5, 10, 10]) ?? 5, needs: job.needs))
      }
    }
  }
}
