import ConfidentialRecords
import Glibc
import ReleasedRecords

/// What may be told of how far those who did not answer could move a figure: of figures that are printed with a number or
/// an interval, and only where what stands for them passes for a sum that may be shown (F25).
///
/// A reader who holds the bounds against the figure learns what the answers carry for those that are missing, which is
/// one more sum of the same answers. Figures that hang together are told of together or not at all; bounds are rounded
/// outwards to steps of at least a hundredth of the figure, so that a smaller sum cannot be read out of them.
package struct NonresponseRelease {
  private let study: Study
  private let rules: EnterpriseRules
  /// Printed with a number or an interval, and what they were before rounding.
  private var printed: [Place: (cell: ReleasedCell, estimate: Double)] = [:]

  private struct Place: Hashable {
    var indicator: Indicator
    var domain: Domain
  }

  package init(study: Study, protected: Protected, cells: [InputCell]) {
    self.study = study
    rules = EnterpriseRules(study)
    let estimates = Dictionary(
      cells.compactMap { cell in cell.estimate.estimate.map { (cell.id, $0) } }, uniquingKeysWith: { first, _ in first }
    )
    for cell in protected.cells
    where cell.status == .shown && (cell.grade == .A || cell.grade == .B) && cell.domain.dimensionsOfHeadlines {
      let place = Place(indicator: cell.indicator, domain: cell.domain)
      if printed[place] == nil, let estimate = estimates[cell.id] { printed[place] = (cell, estimate) }
    }
  }

  /// One for each headline that is printed, in the order given.
  package func bounds(_ records: [NonresponseRecord]) -> [ReleasedNonresponse] {
    let linked = Dictionary(grouping: records) { LinkedFigures($0.indicator, horizon: $0.horizon) }
    return records.compactMap { record in
      guard let (cell, estimate) = printed[Place(indicator: record.indicator, domain: record.domain)] else {
        return nil
      }
      var released = ReleasedNonresponse()
      released.cell = cell.id
      released.indicator = record.indicator
      released.municipality = record.municipality
      released.horizon = record.horizon
      released.factor = record.factor
      released.feature = "WGT-08"
      let figures = linked[LinkedFigures(record.indicator, horizon: record.horizon)] ?? []
      guard figures.allSatisfy({ isCovered($0) }) else { return released }
      // Dominant employers stand for nobody else: the distances are those of the figure with them too.
      let moved = estimate - record.estimate
      let step = step(of: record, figure: estimate)
      func ends(_ low: Double?, _ high: Double?) -> (low: Double?, high: Double?) {
        guard let low, let high else { return (nil, nil) }
        let down = ((low + moved) / step).rounded(.down) * step
        return (
          record.indicator.kind == .signedTotal ? down : max(0, down), ((high + moved) / step).rounded(.up) * step
        )
      }
      (released.worstLow, released.worstHigh) = ends(record.worstLow, record.worstHigh)
      (released.plausibleLow, released.plausibleHigh) = ends(record.plausibleLow, record.plausibleHigh)
      return released
    }
  }

  private func isCovered(_ record: NonresponseRecord) -> Bool {
    rules.reason(toHide: record.behind) == nil || abs(record.carried) <= size(of: record, record.estimate) / 200
  }

  /// What a step is measured against: the figure, and staff now where the figure may be near 0.
  private func size(of record: NonresponseRecord, _ figure: Double) -> Double {
    record.indicator.kind == .signedTotal ? max(record.staffNow ?? 0, abs(figure)) : abs(figure)
  }

  /// 1, 2 or 5 times a power of ten: at least a hundredth of the size, and the study's rounding base.
  private func step(of record: NonresponseRecord, figure: Double) -> Double {
    let least = max(size(of: record, figure) / 100, Double(max(1, study.protection.rounding)))
    let power = pow(10, log10(least).rounded(.down))
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= least * (1 - 1e-9) } ?? 10 * power
  }
}

extension NonresponseRecord {
  fileprivate var domain: Domain { Domain(municipality: municipality, horizon: horizon) }
}

extension Domain {
  /// Of all, or of a municipality.
  fileprivate var dimensionsOfHeadlines: Bool { self == Domain(municipality: municipality, horizon: horizon) }
}
