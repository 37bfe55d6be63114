import ConfidentialRecords
import SurveyStatistics

/// Holds the replacement need of each occupation against the supply the study states (F17).
///
///     G(h) = N(h) − A(h)      A(h) = Σ components, low, base and high
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

  package init(study: Study, supply: SupplyTable) {
    self.study = study
    self.supply = supply
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
    var gaps = gaps(of: needs)
    guard !withoutOutliers.isEmpty else { return gaps }
    let twins = Set(gaps.filter { $0.excludesDominant == true }.map(\.place))
    let alike = withoutOutliers.map { estimate in
      var estimate = estimate
      estimate.excludesDominant = twins.contains(estimate.domain.place) ? true : nil
      return estimate
    }
    let others = Dictionary(
      self.gaps(of: alike).map { ($0.place, $0.verdict) }, uniquingKeysWith: { first, _ in first })
    for index in gaps.indices where gaps[index].excludesDominant == true || !twins.contains(gaps[index].place) {
      if let other = others[gaps[index].place], other != gaps[index].verdict {
        gaps[index].verdictWithoutOutliers = other
      }
    }
    return gaps
  }

  private func gaps(of needs: [EstimateRecord]) -> [GapRecord] {
    let needs = needs.filter(Self.isNeed)
    let occupations = Set(needs.compactMap(\.occupation)).union(supply.occupations).sorted()
    var met: Set<Version> = []
    return needs.compactMap { need in
      guard met.insert(Version(domain: need.domain, excludesDominant: need.excludesDominant == true)).inserted,
        let horizon = need.horizon.flatMap(Horizon.init(rawValue:))
      else { return nil }
      return gap(
        need,
        supply: supply.supply(
          municipalities: need.municipality.map { [$0] } ?? study.municipalities,
          occupations: need.occupation.map { [$0] } ?? occupations, horizon: horizon))
    }
  }

  /// Need is asked in the long form, which the smallest employers do not get.
  private var asksOnlyLarger: Bool { study.sizeClasses.contains { $0.smallest < study.longFormFrom } }

  private struct Version: Hashable {
    var domain: Domain
    var excludesDominant: Bool
  }

  private func gap(_ need: EstimateRecord, supply: Supply) -> GapRecord {
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
    record.missingComponents = supply.missing.map(\.rawValue)

    guard supply.missing.isEmpty, let known = supply.known, let estimate = need.estimate else { return record }
    let base = estimate - known.base
    record.gapBase = base
    if let staff = need.staffNow, staff > 0 { record.relativeGap = base / staff }
    guard let low = need.low, let high = need.high else { return record }
    let limits = ConfidenceInterval(lower: low - known.high, upper: high - known.low)
    record.gapLow = limits.lower
    record.gapHigh = limits.upper
    let verdict = Verdict(
      limits: limits, base: base, standardError: need.standardError ?? 0, degreesOfFreedom: need.degreesOfFreedom)
    let leavesOut = asksOnlyLarger || need.excludesDominant == true || need.dominantMissing == true
    record.verdict = leavesOut && verdict.claimsSurplus ? .undetermined : verdict
    record.grade = grade(limits, staff: need.staffNow ?? 0)
    return record
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

extension GapRecord {
  fileprivate var place: Domain { Domain(municipality: municipality, occupation: occupation, horizon: horizon) }
}

extension Domain {
  /// What a gap knows of a domain.
  fileprivate var place: Domain { Domain(municipality: municipality, occupation: occupation, horizon: horizon) }
}
