import ConfidentialRecords
import ReleasedRecords

/// The cells of need against supply (F17 to F19): each goes with a printed replacement need, and what tells of the need
/// is hidden when that is.
///
/// Supply, its components and the size of factors are no estimates of the survey's: they are printed as the study states
/// them, and a reader takes them from a gap:
///
///     supply = Σ components      gap = need + Σ factors − supply      gap per employee = gap / headcount
///
/// So a gap that shows anything, in all or in one scenario, shows the need, and one per employee the headcount too.
struct GapCells {
  private struct Key: Hashable {
    var domain: Domain
    var leavesDominantOut: Bool
  }

  /// What is known of a need when its gap is to be printed.
  struct Secrecy {
    var needIsHidden: Bool
    /// Headcount of the domain stands in a table and is not hidden.
    var staffIsOpen: Bool
    /// The need as it is printed.
    var need: ReleasedCell?
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

  /// The gap beside a need shows something in one of the tables, as far as secrecy goes.
  func shows(_ need: InputCell) -> Bool { isShown(need) { $0.tellsNeed } }

  /// The gap per employee beside a need shows something.
  func showsStaff(_ need: InputCell) -> Bool { isShown(need) { $0 == .gapPerStaff } }

  private func isShown(_ need: InputCell, _ isMeant: (Indicator) -> Bool) -> Bool {
    guard need.indicator == .replacementNeed else { return false }
    let open = Secrecy(needIsHidden: false, staffIsOpen: true)
    return study.tables.contains { spec in
      (spec.id == need.estimate.table || stands(need, in: spec))
        && spec.indicators.contains { indicator in
          isMeant(indicator) && maker(need, spec, open).cells(indicator).contains { $0.tellsOfNeed }
        }
    }
  }

  /// The cells beside a need in its own table, with the reason why each shows nothing.
  func cells(beside need: InputCell, _ secrecy: Secrecy) -> [GapCellMaker.Made] {
    guard need.indicator == .replacementNeed,
      let spec = study.tables.first(where: { $0.id == need.estimate.table })
    else { return [] }
    return spec.indicators.filter(\.isFromSupply).flatMap { maker(need, spec, secrecy).cells($0) }
  }

  /// Tables that have cells of need against supply and not the need itself, each with its cells.
  func tables(of needs: [(cell: InputCell, secrecy: Secrecy)]) -> [GapCellMaker.Made] {
    study.tables.filter { !$0.indicators.contains(.replacementNeed) }.flatMap { spec in
      var met: Set<Domain> = []
      let own = needs.filter { stands($0.cell, in: spec) && met.insert($0.cell.estimate.domain).inserted }
      return spec.indicators.filter(\.isFromSupply).flatMap { indicator in
        own.flatMap { maker($0.cell, spec, $0.secrecy).cells(indicator) }
      }
    }
  }

  /// A table without needs of its own has those of the domains that it is broken down by.
  private func stands(_ need: InputCell, in spec: TableSpec) -> Bool {
    let domain = need.estimate.domain
    return need.indicator == .replacementNeed && !spec.indicators.contains(.replacementNeed)
      && domain.sector == nil && domain.section == nil && domain.sizeClass == nil
      && (domain.municipality == nil || spec.by.contains(.municipality))
      && (domain.occupation.map { spec.by.contains(.occupation1) && ($0.utf8.count == 1 || !$0.isSSYK) } ?? true)
  }

  private func maker(_ need: InputCell, _ spec: TableSpec, _ secrecy: Secrecy) -> GapCellMaker {
    let key = Key(domain: need.estimate.domain, leavesDominantOut: need.leavesDominantOut)
    return GapCellMaker(study: study, spec: spec, need: need, gap: gaps[key], secrecy: secrecy)
  }
}

extension String {
  fileprivate var isSSYK: Bool { self != Occupation.allOther && self != Occupation.uncoded }
}

extension Indicator {
  /// Its number or verdict and those that are printed in any case tell of the need.
  var tellsNeed: Bool {
    switch self {
    case .gap, .gapPerYear, .gapPerStaff, .gapByScenario, .gapWithoutFactors, .gapMoveLow, .gapMoveHigh, .gapDrift: true
    default: false
    }
  }
}
