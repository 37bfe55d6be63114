import ConfidentialRecords
import SurveyStatistics

/// Holds the replacement need of each occupation against the supply the study states (F17).
///
///     G(h) = N(h) + Σ external factors − A(h)      A(h) = Σ components, low, base and high
///
/// - Unit: persons, cumulative from the base date.
/// - A component without data is not known, never 0: the record lists it, the gap is left out, and the verdict is
///   undetermined. What is known of the supply is still there.
/// - Where the need leaves somebody out (employers too small for the long form, a dominant employer that has not
///   answered, or the version without dominant employers), they draw on the same supply. That the others' need alone exceeds all supply may be said; that there
///   is a surplus may not.
package struct Matcher: Sendable {
  private let study: Study
  private let supply: SupplyTable
  private let start: StartState
  private let county: CountyTable

  /// - Parameters:
  ///   - start: what today looks like (F19); without it there is no verdict from it.
  ///   - county: the county around the municipalities; nil where the study has no table of it.
  package init(study: Study, supply: SupplyTable, start: StartState = StartState(), county: CountyTable? = nil) {
    self.study = study
    self.supply = supply
    self.start = start
    self.county = county ?? CountyTable(nil, study: study)
  }

  /// Replacement need of an SSYK major group or of all occupations, not broken down by anything supply does not know.
  package static func isNeed(_ estimate: EstimateRecord) -> Bool {
    estimate.indicator == .replacementNeed && estimate.horizon.flatMap(Horizon.init(rawValue:)) != nil
      && estimate.sector == nil && estimate.section == nil && estimate.sizeClass == nil && estimate.item == nil
      && estimate.occupation.map(isMajorGroup) ?? true
  }

  /// One record for each need, in the order given; a need that stands in several tables is matched once.
  ///
  /// - Parameter withoutOutliers: the same needs with outliers taken for missing, as far as they are known; they are
  ///   held against the version of the need without dominant employers where there is one, as they are made.
  package func gaps(of needs: [EstimateRecord], withoutOutliers: [EstimateRecord] = []) -> [GapRecord] {
    var gaps = gaps(of: needs, beside: [])
    guard !withoutOutliers.isEmpty else { return gaps }
    let twins = Set(gaps.filter { $0.excludesDominant == true }.map(\.place))
    let alike = withoutOutliers.map { estimate in
      var estimate = estimate
      estimate.excludesDominant = twins.contains(estimate.domain.place) ? true : nil
      return estimate
    }
    let others = Dictionary(
      self.gaps(of: alike, beside: needs).map { ($0.place, $0.verdict) }, uniquingKeysWith: { first, _ in first })
    for index in gaps.indices where gaps[index].excludesDominant == true || !twins.contains(gaps[index].place) {
      if let other = others[gaps[index].place], other != gaps[index].verdict {
        gaps[index].verdictWithoutOutliers = other
      }
    }
    return gaps
  }

  /// - Parameter others: what a factor's share is of where it is none of the needs themselves.
  private func gaps(of needs: [EstimateRecord], beside others: [EstimateRecord]) -> [GapRecord] {
    let needs = needs.filter(Self.isNeed)
    let occupations = Set(needs.compactMap(\.occupation)).union(supply.occupations).sorted()
    let reach = FactorReach(study: study, supply: supply, needs: needs + others.filter(Self.isNeed))
    var met: Set<Version> = []
    return needs.compactMap { need in
      guard met.insert(Version(domain: need.domain, excludesDominant: need.excludesDominant == true)).inserted,
        let horizon = need.horizon.flatMap(Horizon.init(rawValue:))
      else { return nil }
      let supply = supply.supply(
        municipalities: need.municipality.map { [$0] } ?? study.municipalities,
        occupations: need.occupation.map { [$0] } ?? occupations, horizon: horizon)
      let effects = study.assumptions.factors.map { ($0, reach.effect(of: $0, on: need, horizon: horizon)) }
      return gap(need, supply: supply, effects: effects.filter { $0.1 != .none })
    }
  }

  /// Need is asked in the long form, which the smallest employers do not get.
  private var asksOnlyLarger: Bool { study.sizeClasses.contains { $0.smallest < study.longFormFrom } }

  /// Those left out draw on the same supply.
  private func leavesOut(_ need: EstimateRecord) -> Bool {
    asksOnlyLarger || need.excludesDominant == true || need.dominantMissing == true
  }

  private struct Version: Hashable {
    var domain: Domain
    var excludesDominant: Bool
  }

  private func gap(
    _ need: EstimateRecord, supply: Supply, effects: [(factor: ExternalFactor, effect: FactorReach.Effect)]
  ) -> GapRecord {
    var record = GapRecord()
    record.municipality = need.municipality
    record.occupation = need.occupation
    record.horizon = need.horizon ?? 0
    record.excludesDominant = need.excludesDominant
    record.need = need.estimate
    record.needStandardError = need.standardError
    record.needLow = need.low
    record.needHigh = need.high
    record.needBoundLow = need.boundLow
    record.needBoundHigh = need.boundHigh
    record.staffNow = need.staffNow
    record.supplyLow = supply.known?.low
    record.supplyBase = supply.known?.base
    record.supplyHigh = supply.known?.high
    record.components = SupplyComponent.allCases.compactMap { component in
      supply.components[component].map {
        GapSupply(component: component.rawValue, low: $0.low, base: $0.base, high: $0.high)
      }
    }
    record.factors = effects.map(GapFactor.init)
    record.missingComponents =
      supply.missing.map(\.rawValue) + effects.filter { $0.factor.isOn && $0.effect == .unknown }.map(\.factor.id)

    let factors = effects.compactMap { factor, effect -> GapTerms.Factor? in
      guard case .known(let range) = effect else { return nil }
      return GapTerms.Factor(id: factor.id, isOn: factor.isOn, effect: range)
    }
    let terms = terms(need, supply, factors, isKnown: record.missingComponents.isEmpty)
    record.sensitivity =
      Sensitivity(
        need: need, supply: supply, factors: factors,
        ofNeed: Set(effects.filter(\.factor.tellsNeed).map(\.factor.id)), terms: terms,
        verdict: { grade($0, staff: need.staffNow) == .D ? .undetermined : $0.verdict }
      ).values
    if let terms { fill(&record, terms) }
    if let drift = start.drift(of: need, supply: supply.components) {
      record.driftVerdict = leavesOut(need) && drift.verdict.claimsSurplus ? .undetermined : drift.verdict
    }
    county.fill(&record)
    return record
  }

  /// Nil when need, a component or the effect of a factor is not known.
  private func terms(
    _ need: EstimateRecord, _ supply: Supply, _ factors: [GapTerms.Factor], isKnown: Bool
  ) -> GapTerms? {
    guard isKnown, supply.known != nil, let estimate = need.estimate else { return nil }
    var limits: ConfidenceInterval?
    if let low = need.low, let high = need.high { limits = ConfidenceInterval(lower: low, upper: high) }
    var bounds: (low: Double, high: Double)?
    if let low = need.boundLow, let high = need.boundHigh { bounds = (low, high) }
    return GapTerms(
      need: estimate, limits: limits, bounds: bounds, spread: NeedSpread(need), supply: supply.components,
      factors: factors,
      leavesOut: leavesOut(need),
      assumptions: study.assumptions)
  }

  private func fill(_ record: inout GapRecord, _ terms: GapTerms) {
    let outcome = terms.outcome()
    record.gapBase = outcome.base
    if let staff = record.staffNow, staff > 0 { record.relativeGap = outcome.base / staff }
    record.gapLow = outcome.limits?.lower
    record.gapHigh = outcome.limits?.upper
    record.verdict = outcome.verdict
    record.grade = grade(outcome, staff: record.staffNow)
    record.scenarios = outcome.scenarios.map { scenario in
      GapInScenario(
        scenario: scenario.id, gap: scenario.gap, low: scenario.limits?.lower, high: scenario.limits?.upper,
        grade: scenario.limits.map { grade($0, staff: record.staffNow ?? 0) } ?? .D)
    }
    let on = Set(terms.factors.filter(\.isOn).map(\.id))
    guard !on.isEmpty else { return }
    let without = terms.outcome(without: on)
    record.withoutFactorsBase = without.base
    record.withoutFactorsLow = without.limits?.lower
    record.withoutFactorsHigh = without.limits?.upper
    record.verdictWithoutFactors = without.verdict
    record.gradeWithoutFactors = grade(without, staff: record.staffNow)
  }

  private func grade(_ outcome: GapOutcome, staff: Double?) -> Grade {
    outcome.limits.map { grade($0, staff: staff ?? 0) } ?? .D
  }

  /// F4, as a signed measure.
  private func grade(_ limits: ConfidenceInterval, staff: Double) -> Grade {
    var cutOffs = GradeCutOffs.Signed()
    cutOffs.widthPerStaffA = study.grades.signed.widthA
    cutOffs.widthPerStaffB = study.grades.signed.widthB
    switch ReliabilityGrade.ofSigned(limits: limits, staff: staff, cutOffs: cutOffs) {
    case .a: return .A
    case .b: return .B
    case .c: return .C
    case .d: return .D
    }
  }

  private static func isMajorGroup(_ code: String) -> Bool {
    code.utf8.count == 1 && ("0"..."9").contains(code)
  }
}

extension ExternalFactor {
  /// Its effect on the gap is a share of the need.
  fileprivate var tellsNeed: Bool {
    if case .perCent = size { return target == .need }
    return false
  }
}

extension GapFactor {
  fileprivate init(_ factor: ExternalFactor, _ effect: FactorReach.Effect) {
    self.init()
    self.factor = factor.id
    isOn = factor.isOn
    tellsNeed = factor.tellsNeed
    guard case .known(let range) = effect else { return }
    (low, base, high) = (range.low, range.base, range.high)
  }
}

extension GapRecord {
  fileprivate var place: Domain { Domain(municipality: municipality, occupation: occupation, horizon: horizon) }
}

extension Domain {
  /// What a gap knows of a domain.
  fileprivate var place: Domain { Domain(municipality: municipality, occupation: occupation, horizon: horizon) }
}
