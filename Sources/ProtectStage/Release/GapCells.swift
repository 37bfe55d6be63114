import ConfidentialRecords
import ReleasedRecords

/// The cells of need against supply (F17, F18): each goes with the replacement need of its table and domain, and is
/// hidden when that is.
///
/// Supply is no estimate of the survey's: it is printed as the study states it, and a reader can always take it from a
/// gap. So a gap that shows anything shows the need.
struct GapCells {
  private struct Key: Hashable {
    var domain: Domain
    var leavesDominantOut: Bool
  }

  private let study: Study
  private let gaps: [Key: GapRecord]

  init(_ gaps: [GapRecord], study: Study) {
    self.study = study
    self.gaps = Dictionary(
      gaps.map { gap in
        let domain = Domain(municipality: gap.municipality, occupation: gap.occupation, horizon: gap.horizon)
        return (Key(domain: domain, leavesDominantOut: gap.excludesDominant == true), gap)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// What the table asks for beside the need.
  private func wanted(in table: String) -> [Indicator] {
    study.tables.first { $0.id == table }?.indicators.filter { $0 == .supply || $0 == .gap } ?? []
  }

  private func gap(of need: InputCell) -> GapRecord? {
    gaps[Key(domain: need.estimate.domain, leavesDominantOut: need.leavesDominantOut)]
  }

  /// The gap beside a need shows something, as far as secrecy goes.
  func shows(_ need: InputCell) -> Bool {
    guard need.indicator == .replacementNeed, wanted(in: need.estimate.table).contains(.gap) else { return false }
    return gap(of: need).map { reason($0) == nil } ?? false
  }

  /// The cells beside a need, with the reason why each shows nothing.
  func cells(beside need: InputCell, needIsHidden: Bool) -> [(cell: ReleasedCell, reason: HidingReason?)] {
    guard need.indicator == .replacementNeed else { return [] }
    return wanted(in: need.estimate.table).map { indicator in
      var cell = ReleasedCell()
      cell.table = need.estimate.table
      cell.indicator = indicator
      cell.formula = indicator.formula
      cell.feature = need.estimate.feature
      cell.unit = indicator.unit
      cell.domain = need.estimate.domain
      if indicator == .gap {
        cell.excludesDominant = need.estimate.excludesDominant
        cell.dominantMissing = need.estimate.dominantMissing
      }
      cell.id = cellID(
        table: cell.table, indicator: indicator, domain: cell.domain, excluding: cell.excludesDominant == true)
      let gap = gap(of: need)
      let reason = indicator == .supply ? supplyReason(gap) : gapReason(gap, needIsHidden: needIsHidden)
      cell.status = CellRelease.status(reason)
      if let missing = gap?.missingComponents, !missing.isEmpty { cell.missingComponents = missing }
      if let gap, indicator == .gap, cell.status != .confidential {
        cell.answers = need.estimate.answers
        cell.verdict = reason == nil ? gap.verdict : .undetermined
      }
      if let gap, reason == nil { fill(&cell, gap) }
      return (cell, reason)
    }
  }

  /// No row of supply speaks of what has no SSYK code; the others may be stated or not.
  private func supplyReason(_ gap: GapRecord?) -> HidingReason? {
    guard let gap else { return .cannotOccur }
    return gap.supplyBase == nil ? .notAsked : nil
  }

  private func gapReason(_ gap: GapRecord?, needIsHidden: Bool) -> HidingReason? {
    guard let gap else { return .cannotOccur }
    return needIsHidden ? .hiddenPart : reason(gap)
  }

  private func reason(_ gap: GapRecord) -> HidingReason? {
    guard gap.gapBase != nil, gap.grade != .D else { return .tooUncertain }
    // The sign alone would claim a surplus that the verdict does not.
    return gap.grade == .C && gap.verdict == .undetermined ? .tooUncertain : nil
  }

  private func fill(_ cell: inout ReleasedCell, _ gap: GapRecord) {
    let rounding = Rounding(cell.indicator, study: study)
    guard cell.indicator == .gap else {
      // As stated: it has no sampling error and no grade.
      cell.estimate = rounding.nearest(gap.supplyBase)
      cell.low = rounding.down(gap.supplyLow)
      cell.high = rounding.up(gap.supplyHigh)
      return
    }
    cell.grade = gap.grade
    if gap.grade == .A { cell.estimate = rounding.nearest(gap.gapBase) }
    if gap.grade == .C {
      cell.direction = gap.gapBase.map { $0 > 0 ? .positive : .negative }
    } else {
      cell.low = rounding.down(gap.gapLow)
      cell.high = rounding.up(gap.gapHigh)
    }
  }
}
