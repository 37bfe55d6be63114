import ConfidentialRecords
import ReleasedRecords

/// Makes the cells of one need against supply: what its gap's grade allows, and nothing where the need is hidden.
struct GapCellMaker {
  /// A cell, and the reason why it shows nothing.
  struct Made {
    var cell: ReleasedCell
    var reason: HidingReason?

    /// Shows what a reader could take the need from. A move shows its assumption, and the need by its verdict alone.
    var tellsOfNeed: Bool {
      switch cell.indicator {
      case .gapMoveLow, .gapMoveHigh: cell.verdict.map { $0 != .undetermined } ?? false
      default: reason == nil
      }
    }
  }

  let study: Study
  let spec: TableSpec
  let need: InputCell
  /// Nil for what has no SSYK code: no row of supply speaks of it.
  let gap: GapRecord?
  let secrecy: GapCells.Secrecy

  func cells(_ indicator: Indicator) -> [Made] {
    guard let gap else { return indicator.hasItems ? [] : [blank(indicator, .cannotOccur)] }
    switch indicator {
    case .supply: return [supply(gap)]
    case .supplyComponents: return SupplyComponent.allCases.map { component($0, gap) }
    case .gap, .gapPerYear, .gapPerStaff: return [whole(indicator, gap)]
    case .gapWithoutFactors: return [withoutFactors(gap)]
    case .gapByScenario: return study.assumptions.scenarioSet.map { inScenario($0.id, gap) }
    case .factorEffects: return gap.factors.map { effect($0) }
    case .gapMoveLow, .gapMoveHigh: return moves(indicator, gap)
    case .gapDrift: return [drift(gap)]
    case .countyEmployed: return [stated(indicator, gap.countyEmployed)]
    case .countyNeed: return [stated(indicator, gap.countyNeed)]
    case .countyStaffShare:
      let whole = gap.countyEmployed ?? 0
      return [stated(indicator, whole > 0 ? gap.countyEmployedHere.map { $0 / whole } : nil)]
    case .countyNeedShare: return [needShare(gap)]
    default: return []
    }
  }

  // MARK: Supply, as stated

  private func supply(_ gap: GapRecord) -> Made {
    var made = blank(.supply, gap.supplyBase == nil ? .notAsked : nil)
    let missing = gap.missingComponents.filter { SupplyComponent(rawValue: $0) != nil }
    if !missing.isEmpty { made.cell.missingComponents = missing }
    state(&made.cell, gap.supplyLow, gap.supplyBase, gap.supplyHigh)
    return made
  }

  private func component(_ component: SupplyComponent, _ gap: GapRecord) -> Made {
    let known = gap.components.first { $0.component == component.rawValue }
    var made = blank(.supplyComponents, known == nil ? .notAsked : nil, item: component.rawValue)
    if known == nil { made.cell.missingComponents = [component.rawValue] }
    state(&made.cell, known?.low, known?.base, known?.high)
    return made
  }

  /// It has no sampling error and no grade.
  private func state(_ cell: inout ReleasedCell, _ low: Double?, _ base: Double?, _ high: Double?) {
    guard cell.status == .shown else { return }
    let rounding = Rounding(cell.indicator, study: study)
    cell.estimate = rounding.nearest(base)
    cell.low = rounding.down(low)
    cell.high = rounding.up(high)
  }

  // MARK: The county, as its table states it

  private func stated(_ indicator: Indicator, _ value: Double?) -> Made {
    var made = blank(indicator, value == nil ? .notAsked : nil)
    state(&made.cell, value, value, value)
    return made
  }

  /// Of the need as it is printed, so that it tells no more.
  private func needShare(_ gap: GapRecord) -> Made {
    let whole = gap.countyNeed ?? 0
    let isShown = secrecy.need.map { $0.status == .shown && ($0.grade == .A || $0.grade == .B) } ?? false
    var made = blank(
      .countyNeedShare,
      secrecy.needIsHidden ? .hiddenPart : whole <= 0 ? .notAsked : isShown ? nil : .tooUncertain, isOfNeed: true)
    guard made.reason == nil, let need = secrecy.need else { return made }
    let rounding = Rounding(.countyNeedShare, study: study)
    fill(
      &made.cell, need.grade ?? .D, rounding.down(need.low.map { $0 / whole }),
      rounding.nearest(need.estimate.map { $0 / whole }), rounding.up(need.high.map { $0 / whole }))
    return made
  }

  // MARK: The gap

  private func whole(_ indicator: Indicator, _ gap: GapRecord) -> Made {
    let needsStaff = indicator == .gapPerStaff
    let staff = gap.staffNow ?? 0
    let isHidden = secrecy.needIsHidden || needsStaff && !secrecy.staffIsOpen
    var made = blank(
      indicator, isHidden ? .hiddenPart : needsStaff && staff <= 0 ? .tooUncertain : reason(gap), isOfNeed: true)
    if !gap.missingComponents.isEmpty { made.cell.missingComponents = gap.missingComponents }
    if made.cell.status != .confidential { made.cell.verdict = made.reason == nil ? gap.verdict : .undetermined }
    guard made.reason == nil else { return made }
    switch indicator {
    case .gapPerYear:
      // Of the printed total, so that it tells no more.
      let total = Rounding(.gap, study: study)
      let years = Double(max(1, gap.horizon))
      fill(
        &made.cell, gap.grade, total.down(gap.gapLow).map { ($0 / years).rounded(.down) },
        total.nearest(gap.gapBase).map { ($0 / years).rounded(.toNearestOrAwayFromZero) + 0 },
        total.up(gap.gapHigh).map { ($0 / years).rounded(.up) + 0 })
    case .gapPerStaff:
      let rounding = Rounding(indicator, study: study)
      fill(
        &made.cell, gap.grade, rounding.down(gap.gapLow.map { $0 / staff }),
        rounding.nearest(gap.gapBase.map { $0 / staff }), rounding.up(gap.gapHigh.map { $0 / staff }))
    default: round(&made.cell, gap.grade, gap.gapLow, gap.gapBase, gap.gapHigh)
    }
    return made
  }

  private func reason(_ gap: GapRecord) -> HidingReason? {
    guard gap.gapBase != nil else { return .tooUncertain }
    return reason(gap.grade, gap.verdict)
  }

  /// The sign alone would claim a surplus that the verdict does not.
  private func reason(_ grade: Grade, _ verdict: Verdict) -> HidingReason? {
    grade == .D || grade == .C && verdict == .undetermined ? .tooUncertain : nil
  }

  private func withoutFactors(_ gap: GapRecord) -> Made {
    let (grade, verdict) = (gap.gradeWithoutFactors ?? .D, gap.verdictWithoutFactors ?? .undetermined)
    let isOff = !gap.factors.contains(where: \.isOn)
    var made = blank(
      .gapWithoutFactors,
      secrecy.needIsHidden ? .hiddenPart : isOff ? .cannotOccur : reason(grade, verdict), isOfNeed: true)
    guard made.reason == nil else { return made }
    made.cell.verdict = verdict
    round(&made.cell, grade, gap.withoutFactorsLow, gap.withoutFactorsBase, gap.withoutFactorsHigh)
    return made
  }

  /// The sign in one scenario claims nothing: below an interval there is nothing to say (FOR-14).
  private func inScenario(_ id: String, _ gap: GapRecord) -> Made {
    let own = gap.scenarios.first { $0.scenario == id }
    let isShown = own.map { $0.grade == .A || $0.grade == .B } ?? false
    var made = blank(
      .gapByScenario, secrecy.needIsHidden ? .hiddenPart : isShown ? nil : .tooUncertain, item: id, isOfNeed: true)
    if let own, made.reason == nil { round(&made.cell, own.grade, own.low, own.gap, own.high) }
    return made
  }

  /// F19 claims by words alone.
  private func drift(_ gap: GapRecord) -> Made {
    let verdict = gap.driftVerdict ?? .undetermined
    var made = blank(
      .gapDrift, secrecy.needIsHidden ? .hiddenPart : verdict == .undetermined ? .tooUncertain : nil, isOfNeed: true)
    if made.cell.status != .confidential { made.cell.verdict = verdict }
    if made.reason == nil { made.cell.grade = .C }
    return made
  }

  // MARK: What moves it

  private func effect(_ factor: GapFactor) -> Made {
    var made = blank(
      .factorEffects, factor.base == nil ? .tooUncertain : factor.tellsNeed ? needReason : nil, item: factor.factor,
      isOfNeed: factor.tellsNeed)
    let ends = [factor.low, factor.high].compactMap(\.self)
    state(&made.cell, ends.min(), factor.base, ends.max())
    return made
  }

  private func moves(_ indicator: Indicator, _ gap: GapRecord) -> [Made] {
    let known = gap.sensitivity.map { move -> Made in
      var made = blank(indicator, move.tellsNeed ? needReason : nil, item: move.item, isOfNeed: move.tellsNeed)
      guard made.reason == nil else { return made }
      let isLow = indicator == .gapMoveLow
      made.cell.estimate = Rounding(indicator, study: study).nearest(isLow ? move.moveLow : move.moveHigh)
      if !secrecy.needIsHidden { made.cell.verdict = isLow ? move.verdictLow : move.verdictHigh }
      return made
    }
    let unknown = gap.missingComponents.map { item -> Made in
      var made = blank(indicator, .notAsked, item: item)
      made.cell.missingComponents = [item]
      return made
    }
    return known + unknown
  }

  /// What is a share of the need shows the need: it stands where the need's own number does.
  private var needReason: HidingReason? {
    if secrecy.needIsHidden { return .hiddenPart }
    return CellRelease(study: study).reason(need) == nil && need.estimate.grade == .A ? nil : .tooUncertain
  }

  // MARK: Parts of a cell

  private func blank(
    _ indicator: Indicator, _ reason: HidingReason?, item: String? = nil, isOfNeed: Bool = false
  ) -> Made {
    var cell = ReleasedCell()
    cell.table = spec.id
    cell.indicator = indicator
    cell.formula = indicator.formula
    cell.feature = spec.feature
    cell.unit = indicator.unit
    cell.domain = need.estimate.domain
    cell.item = item
    if isOfNeed {
      cell.excludesDominant = need.estimate.excludesDominant
      cell.dominantMissing = need.estimate.dominantMissing
    }
    cell.id = cellID(
      table: cell.table, indicator: indicator, domain: cell.domain, excluding: cell.excludesDominant == true)
    cell.status = CellRelease.status(reason)
    if isOfNeed, gap != nil, cell.status != .confidential { cell.answers = need.estimate.answers }
    return Made(cell: cell, reason: reason)
  }

  private func round(_ cell: inout ReleasedCell, _ grade: Grade, _ low: Double?, _ base: Double?, _ high: Double?) {
    let rounding = Rounding(cell.indicator, study: study)
    fill(&cell, grade, rounding.down(low), rounding.nearest(base), rounding.up(high))
  }

  private func fill(_ cell: inout ReleasedCell, _ grade: Grade, _ low: Double?, _ base: Double?, _ high: Double?) {
    cell.grade = grade
    if grade == .A { cell.estimate = base }
    if grade == .C {
      cell.direction = base.map { $0 > 0 ? .positive : .negative }
    } else {
      cell.low = low
      cell.high = high
    }
  }
}
