import ConfidentialRecords
import Diagnostics
import SurveyStatistics

/// The differences of the plan's pairs, each with its covariance: of cells that can be stated in figures at all.
///
/// Both versions are made where a dominant employer without a waiver contributes, as for the cells themselves.
extension EstimateTables {
  package func contrasts() throws(StageFailure) -> [ContrastRecord] {
    var records: [ContrastRecord] = []
    for family in ComparisonPlan(aggregator.plan).families {
      for measure in family.measures {
        records += try contrasts(measure, of: family, in: full, excluding: false)
        if !without.aside.isEmpty { records += try contrasts(measure, of: family, in: without, excluding: true) }
      }
    }
    return records
  }

  private func contrasts(
    _ keys: [CellKey], of family: ComparisonPlan.Family, in sums: AggregateSums, excluding: Bool
  ) throws(StageFailure) -> [ContrastRecord] {
    var cells: [ComparedCell] = []
    for key in keys { if let cell = try compared(key, in: sums) { cells.append(cell) } }
    var records: [ContrastRecord] = []
    for (place, first) in cells.enumerated() {
      for second in cells[(place + 1)...] {
        do {
          let covariance = try covariance(first, second, isOfItems: family.isOfItems, in: sums)
          guard let contrast = compareEstimates(first.estimate, second.estimate, covariance: covariance) else {
            continue
          }
          var record = ContrastRecord()
          record.family = family.name
          record.feature = family.feature
          record.indicator = aggregator.plan.slots.slots[first.key.slot].indicator
          record.first = aggregator.plan.domain(of: first.key).key
          record.second = aggregator.plan.domain(of: second.key).key
          record.excludesDominant = excluding ? true : nil
          record.difference = contrast.difference.value
          record.standardError = contrast.difference.standardError
          (record.low, record.high) = (contrast.limits.lower, contrast.limits.upper)
          record.pValue = contrast.pValue
          records.append(record)
        } catch {
          throw StageFailure(.ourFault, [Problem(.error, "a comparison of \(family.name) does not fit the design")])
        }
      }
    }
    return records
  }

  private struct ComparedCell {
    var key: CellKey
    var ratio: RatioEstimate
    var moments: CellMoments
    var estimate: ComparedEstimate
  }

  /// Nil for a cell that cannot be stated in figures: no comparison can be, either.
  private func compared(_ key: CellKey, in sums: AggregateSums) throws(StageFailure) -> ComparedCell? {
    guard let own = sums.cells[key] else { return nil }
    let record = try builder.estimate(key, domain: aggregator.plan.domain(of: key), sums: own, bases: sums.bases)
    guard record.grade == .A || record.grade == .B, let value = record.estimate else { return nil }
    let ratio: RatioEstimate?
    do { ratio = try domainRatio(own.moments, design: aggregator.weighting.design) } catch {
      throw StageFailure(.ourFault, [Problem(.error, "a cell of \(record.indicator.rawValue) does not fit the design")])
    }
    guard let ratio else { return nil }
    let estimate =
      record.indicator.kind == .signedTotal
      ? perStaff(record, ratio, own) : asPrinted(record, value)
    return estimate.map { ComparedCell(key: key, ratio: ratio, moments: own.moments, estimate: $0) }
  }

  /// A share or a balance, with the limits that it has in its table.
  private func asPrinted(_ record: EstimateRecord, _ value: Double) -> ComparedEstimate? {
    guard let low = record.low, let high = record.high else { return nil }
    let bounds = ConfidenceInterval(lower: record.boundLow ?? value, upper: record.boundHigh ?? value)
    return ComparedEstimate(
      estimate: SampleEstimate(value: value, variance: (record.standardError ?? 0) * (record.standardError ?? 0)),
      limits: ConfidenceInterval(lower: low + value - bounds.lower, upper: high + value - bounds.upper),
      bounds: bounds, degreesOfFreedom: record.degreesOfFreedom)
  }

  /// A signed total over staff now: each end of the numerator over that end of staff which makes most of it.
  private func perStaff(_ record: EstimateRecord, _ ratio: RatioEstimate, _ sums: CellSums) -> ComparedEstimate? {
    guard let value = record.perStaff, let error = record.perStaffStandardError else { return nil }
    let estimate = SampleEstimate(value: value, variance: error * error)
    guard let limits = estimate.interval(degreesOfFreedom: record.degreesOfFreedom) else { return nil }
    let (least, most) = (ratio.numerator - sums.yBelow.value, ratio.numerator + sums.yAbove.value)
    let (fewest, all) = (ratio.denominator - sums.xBelow.value, ratio.denominator + sums.xAbove.value)
    guard fewest > 0 else { return nil }
    return ComparedEstimate(
      estimate: estimate, limits: limits,
      bounds: ConfidenceInterval(
        lower: min(value, least / fewest, least / all), upper: max(value, most / fewest, most / all)),
      degreesOfFreedom: record.degreesOfFreedom)
  }

  private func covariance(
    _ a: ComparedCell, _ b: ComparedCell, isOfItems: Bool, in sums: AggregateSums
  ) throws(DesignError) -> Double {
    let design = aggregator.weighting.design
    guard isOfItems else {
      return try covarianceOfDisjointDomains(a.moments, b.moments, ratios: (a.ratio, b.ratio), design: design)
    }
    let moments = differenceOfSharedBase(a.moments, b.moments) {
      sums.products.product(a.key.slot, b.key.slot, group: $0)
    }
    guard let difference = try domainRatio(moments, design: design) else { return 0 }
    return (a.ratio.ratio.variance + b.ratio.ratio.variance - difference.ratio.variance) / 2
  }
}
