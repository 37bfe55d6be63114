import ConfidentialRecords
import Diagnostics
import SurveyStatistics

/// Turns cleaned employers into estimates: one pass for the ratios that missing answers are reckoned from, one for
/// the cells. Answers are turned into what they add on any core, and added in the order of the input.
package struct Aggregator: Sendable {
  package let study: Study
  package let weighting: Weighting
  private(set) var plan: DomainPlan
  let headlines: HeadlinePlan
  let headlineEffects: HeadlineEffects
  let frame: FrameCounts
  private let parameters: ForecastParameters
  private let longForms: Set<String>
  private let sizeClasses: [String: Int]

  /// - Parameter separations: rates by which people leave occupations; nil where the study brings none.
  package init(
    study: Study, weighting: Weighting, frame: [FrameCellRecord], separations: SeparationRates? = nil
  ) {
    self.study = study
    parameters = ForecastParameters(study: study, separations: separations)
    self.weighting = weighting
    plan = DomainPlan(study: study)
    headlines = HeadlinePlan(study: study, whole: plan)
    headlineEffects = HeadlineEffects(study: study, slots: headlines.domains.slots)
    self.frame = FrameCounts(study: study, frame: frame, plan: plan)
    longForms = Self.formsAskingOccupations(study)
    sizeClasses = Dictionary(study.sizeClasses.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { a, _ in a })
  }

  /// The same of the headlines alone: their slots, for the same answers and weights.
  var forHeadlines: Aggregator {
    var own = self
    own.plan = headlines.domains
    return own
  }

  // MARK: First pass

  package func ratios(of employers: [EmployerRecord]) throws(StageFailure) -> ItemRatios {
    var ratios = noRatios
    for employer in employers {
      let position = try position(of: employer)
      ratios.add(employer, weight: position.weight, sizeClass: position.sizeClass, group: position.group)
    }
    return ratios
  }

  package var noRatios: ItemRatios { ItemRatios(study: study) }

  // MARK: Second pass

  package var noSums: AggregateSums { AggregateSums(plan: plan, headlines: headlines, weighting: weighting) }

  /// What a part of the input adds; `ratios` are those of all of it.
  package func updates(of employers: [EmployerRecord], ratios: ItemRatios) throws(StageFailure) -> EmployerUpdates {
    var part = EmployerUpdates()
    let resolver = AnswerResolver(study: study, ratios: ratios)
    var contributions = EmployerContributions(slots: plan.slots, parameters: parameters)
    var ofHeadlines = EmployerContributions(slots: headlines.domains.slots, parameters: parameters)
    let scan = CallScan(
      effects: headlineEffects, plan: headlines.domains, resolver: resolver,
      suspicionOfOutlier: study.callList.outlierSuspicion)
    for employer in employers {
      let day = employer.answered
      // A day that is yet to come is a mistake.
      if day <= study.asOf, part.lastAnswer.map({ $0 < day }) ?? true, dayNumber(day) != nil { part.lastAnswer = day }
      if employer.dominant == true && employer.waiver != true {
        part.aside.append(employer)
      } else {
        let update = try update(employer, resolver: resolver, contributions: &contributions)
        let sizeClass = sizeClasses[employer.sizeClass] ?? 0
        if let variants = EmployerVariants(
          of: employer,
          entries: {
            entries(
              of: $0, update.hasLongForm, sizeClass, update.group, resolver, contributions: &ofHeadlines)
          })
        {
          part.variants[part.updates.count] = variants
        }
        if let call = scan.candidate(
          employer, update: update, sizeClass: sizeClass, hasLongForm: update.hasLongForm)
        {
          part.calls.append(call)
        }
        part.updates.append(update)
      }
    }
    return part
  }

  /// What an employer adds: the expected values, or the draws where it has an answer that must be drawn.
  private func entries(
    of employer: EmployerRecord, _ hasLongForm: Bool, _ sizeClass: Int, _ group: Int, _ resolver: AnswerResolver,
    contributions: inout EmployerContributions
  ) -> EmployerEntries {
    var place = resolver.place(of: employer, sizeClass: sizeClass, group: group, draw: nil)
    let expected = ResolvedEmployer(employer, hasLongForm: hasLongForm, at: place, resolver: resolver)
    contributions.gather(expected)
    guard expected.isDrawn else { return EmployerEntries(entries: contributions.ordered) }
    var all = DrawnEntries(expected: contributions.ordered, draws: resolver.draws)
    for draw in 0..<resolver.draws {
      place.draw = draw
      contributions.gather(ResolvedEmployer(employer, hasLongForm: hasLongForm, at: place, resolver: resolver))
      all.add(contributions.ordered, draw: draw)
    }
    return all.entries
  }

  /// The sums with the dominant employers that have given no waiver; `sums` are without them.
  func full(_ sums: AggregateSums, ratios: ItemRatios) throws(StageFailure) -> AggregateSums {
    var full = sums
    let resolver = AnswerResolver(study: study, ratios: ratios)
    var contributions = EmployerContributions(slots: plan.slots, parameters: parameters)
    for employer in sums.aside {
      full.add(try update(employer, resolver: resolver, contributions: &contributions))
    }
    return full
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

  private func update(
    _ employer: EmployerRecord, resolver: AnswerResolver, contributions: inout EmployerContributions
  ) throws(StageFailure) -> EmployerUpdate {
    let position = try position(of: employer)
    let hasLongForm = longForms.contains(employer.form)
    let entries = entries(
      of: employer, hasLongForm, position.sizeClass, position.group, resolver, contributions: &contributions)
    return EmployerUpdate(
      place: position.place, group: position.group, weight: position.weight, enterprise: employer.enterprise,
      isProtected: employer.waiver != true && !study.protection.exemptSectors.contains(employer.sector),
      hasLongForm: hasLongForm, mode: employer.mode, added: entries)
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
