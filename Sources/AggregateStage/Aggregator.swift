import ConfidentialRecords
import Diagnostics
import SurveyStatistics

/// Turns cleaned employers into estimates: one pass for the ratios that missing answers are reckoned from, one for
/// the cells. Parts of the input are summed on any core and merged in the order of the input.
package struct Aggregator: Sendable {
  package let study: Study
  package let weighting: Weighting
  let plan: DomainPlan
  let frame: FrameCounts
  private let longForms: Set<String>
  private let sizeClasses: [String: Int]

  package init(study: Study, weighting: Weighting, frame: [FrameCellRecord]) {
    self.study = study
    self.weighting = weighting
    plan = DomainPlan(study: study)
    self.frame = FrameCounts(study: study, frame: frame, plan: plan)
    longForms = Self.formsAskingOccupations(study)
    sizeClasses = Dictionary(study.sizeClasses.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { a, _ in a })
  }

  // MARK: First pass

  package func ratios(of employers: [EmployerRecord]) throws(StageFailure) -> ItemRatios {
    var ratios = noRatios
    for employer in employers {
      let position = try position(of: employer)
      ratios.add(employer, weight: position.weight, sizeClass: position.sizeClass)
    }
    return ratios
  }

  package var noRatios: ItemRatios { ItemRatios(sizeClasses: study.sizeClasses.count) }

  // MARK: Second pass

  /// The sums of a part of the input; `ratios` are those of all of it.
  package func sums(of employers: [EmployerRecord], ratios: ItemRatios) throws(StageFailure) -> AggregateSums {
    var sums = AggregateSums(partOfInput: true)
    let resolver = AnswerResolver(study: study, ratios: ratios)
    var contributions = EmployerContributions(slots: plan.slots)
    for employer in employers {
      // Printed with and without: they are added last, to cells that are whole without them (F25).
      if employer.dominant == true && employer.waiver != true {
        sums.setAside(employer)
      } else {
        try add(employer, resolver: resolver, contributions: &contributions, to: &sums)
        sums.countEmployer()
      }
    }
    return sums
  }

  /// The cells without the dominant employers that have given no waiver, and with them.
  package func finish(
    _ sums: AggregateSums, ratios: ItemRatios
  ) throws(StageFailure) -> (without: AggregateSums, full: AggregateSums) {
    var full = sums
    var dominant = AggregateSums(partOfInput: true)
    let resolver = AnswerResolver(study: study, ratios: ratios)
    var contributions = EmployerContributions(slots: plan.slots)
    for employer in sums.aside {
      try add(employer, resolver: resolver, contributions: &contributions, to: &dominant)
    }
    full.merge(dominant)
    return (sums, full)
  }

  private struct Position {
    var place: DomainPlan.Place
    var group: Int
    var weight: Double
    var sizeClass: Int
  }

  private func position(of employer: EmployerRecord) throws(StageFailure) -> Position {
    guard let group = weighting.group(of: employer), let sizeClass = sizeClasses[employer.sizeClass],
      let place = plan.place(
        municipality: employer.municipality, sector: employer.sector, section: employer.section,
        sizeClass: employer.sizeClass)
    else {
      throw StageFailure(
        .wrongData,
        [
          Problem(
            .error, at: SourceLocation(path: employer.path),
            "the employer's stratum or place is not one of the study's",
            expected: "municipality, sector, SNI section and size class of study.yaml and the frame",
            hint: "run survey-clean again with the present study files")
        ])
    }
    return Position(place: place, group: group, weight: weighting.design.weights[group], sizeClass: sizeClass)
  }

  private func add(
    _ employer: EmployerRecord, resolver: AnswerResolver, contributions: inout EmployerContributions,
    to sums: inout AggregateSums
  ) throws(StageFailure) {
    let position = try position(of: employer)
    let hasLongForm = longForms.contains(employer.form)
    let resolved = ResolvedEmployer(
      employer, hasLongForm: hasLongForm, sizeClass: position.sizeClass, resolver: resolver)
    sums.bases.add(position.place, group: position.group, hasLongForm: hasLongForm, plan: plan)
    contributions.clear()
    for family in IndicatorFamilies.all { family.add(resolved, to: &contributions) }
    contributions.order()
    sums.modes.add(contributions.entries, slots: plan.slots, mode: employer.mode, group: position.group)
    let isProtected =
      employer.waiver != true && !study.protection.exemptSectors.contains(employer.sector)
    forEachCell(of: contributions.entries, at: position.place) { key, y, x in
      sums.add(
        key, y: y, x: x, group: position.group, weight: position.weight, enterprise: employer.enterprise,
        isProtected: isProtected)
    }
  }

  /// Sums an employer's entries cell by cell: one call for each cell it reaches, its rows added up first.
  private func forEachCell(
    of entries: [EmployerContributions.Entry], at place: DomainPlan.Place,
    _ add: (CellKey, Contribution, Contribution) -> Void
  ) {
    var start = 0
    while start < entries.count {
      let slot = entries[start].slot
      var end = start
      while end < entries.count && entries[end].slot == slot { end += 1 }
      let once = plan.slots.slots[slot].indicator.countsEmployersOnce
      for grouping in plan.groupingsOfSlot[slot] {
        var from = start
        while from < end {
          let key = plan.key(slot: slot, grouping: grouping, place: place, occupation: entries[from].occupation)
          var (y, x) = (entries[from].y, entries[from].x)
          from += 1
          while from < end,
            plan.key(slot: slot, grouping: grouping, place: place, occupation: entries[from].occupation) == key
          {
            y += entries[from].y
            x += entries[from].x
            from += 1
          }
          add(key, once ? y.atMostOne : y, once ? x.atMostOne : x)
        }
      }
      start = end
    }
  }

  /// Form codes of the questionnaires that ask for occupations.
  private static func formsAskingOccupations(_ study: Study) -> Set<String> {
    var forms: Set<String> = []
    for questionnaire in study.questionnaires {
      for question in questionnaire.questions where question.measures?.concept == .headcount {
        forms.formUnion(question.forms.isEmpty ? questionnaire.forms.map(\.code) : question.forms)
      }
    }
    return forms
  }
}
