import ConfidentialRecords
import Diagnostics
import SurveyStatistics

/// Says of each headline, in all and by municipality, how far those who did not answer could move it (WGT-08).
package struct NonresponseEffects {
  private let aggregator: Aggregator
  private let sums: AggregateSums
  private let limits: StatedLimits
  /// By group: its municipality; nil for the groups of dominant employers.
  private let municipalities: [Int: String]
  /// By group and size class: the employees of the units without an answer.
  private let silent: [Int: [Int: Double]]

  /// - Parameter design: every approached unit.
  package init(aggregator: Aggregator, sums: AggregateSums, design: [DesignRecord]) {
    self.aggregator = aggregator
    self.sums = sums
    limits = StatedLimits(study: aggregator.study, effects: aggregator.headlineEffects)
    let weighting = aggregator.weighting
    municipalities = Dictionary(
      weighting.fieldwork.compactMap { record in
        weighting.group(ofStratum: record.stratum).map { ($0, record.municipality) }
      }, uniquingKeysWith: { first, _ in first })
    let places = Dictionary(
      aggregator.study.sizeClasses.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    var silent: [Int: [Int: Double]] = [:]
    for unit in design where unit.joinedTo == nil && unit.dominant != true {
      guard !unit.disposition.isAnswer, unit.disposition != .ineligible, let place = places[unit.sizeClass],
        let group = weighting.group(ofStratum: unit.stratum)
      else { continue }
      silent[group, default: [:]][place, default: 0] += Double(unit.employees)
    }
    self.silent = silent
  }

  /// In the order of the headlines, all municipalities first.
  package func records() throws(StageFailure) -> [NonresponseRecord] {
    let plan = aggregator.headlines.domains
    let builder = EstimateBuilder(aggregator: aggregator)
    var records: [NonresponseRecord] = []
    for (slot, what) in plan.slots.slots.enumerated() {
      let groupings = plan.groupingsOfSlot[slot].map { plan.groupings[$0].dimensions }
      let places: [Int?] =
        (groupings.contains([]) ? [nil] : [])
        + (groupings.contains([.municipality]) ? plan.municipalityCodes.indices.map { $0 } : [])
      for place in places {
        let code = place.map { plan.municipalityCodes[$0] }
        var record = NonresponseRecord()
        record.indicator = what.indicator
        record.municipality = code
        record.horizon = what.horizon?.years
        try fill(&record, slot: slot, municipality: code)
        record.behind = sums.headlines.nonresponse.behind(slot: slot, municipality: place)
        let key = aggregator.headlines.whole(
          CellKey(slot: slot, municipality: place, sector: nil, section: nil, sizeClass: nil, occupation: nil))
        record.staffNow = try builder.estimate(
          key, domain: aggregator.plan.domain(of: key), sums: sums.cells[key], bases: sums.bases
        ).staffNow
        records.append(record)
      }
    }
    return records
  }

  private func fill(_ record: inout NonresponseRecord, slot: Int, municipality: String?) throws(StageFailure) {
    let weighting = aggregator.weighting
    let approached = weighting.approached
    let groups = municipalities.keys.sorted().filter { municipality == nil || municipalities[$0] == municipality }
    let bounds: NonresponseBounds
    do {
      bounds = try nonresponseBounds(
        groups.map { group in
          let counts = weighting.design.groups[group]
          let known = sums.headlines.nonresponse.sum(slot: slot, group: group)
          return NonresponseGroup(
            frameUnits: counts.frameUnits, approached: approached[group] ?? 0, observed: counts.observed,
            sum: known.value, absoluteSum: known.absolute, limits: ends(slot: slot, group: group))
        }, factor: aggregator.study.assumptions.nonresponseFactor,
        canBeNegative: record.indicator.kind == .signedTotal)
    } catch {
      throw StageFailure(
        .ourFault, [Problem(.error, "the nonresponse of \(record.indicator.rawValue) does not fit the design")])
    }
    record.estimate = bounds.estimate
    record.carried = bounds.carried
    record.worstLow = bounds.worst?.lower
    record.worstHigh = bounds.worst?.upper
    record.factor = aggregator.study.assumptions.nonresponseFactor
    record.plausibleLow = bounds.plausible?.lower
    record.plausibleHigh = bounds.plausible?.upper
  }

  /// What the units of a group that did not answer may have at the least and at the most. Of what only the long form asks,
  /// a unit that does not get it has nothing. Nil where the study states no limits.
  private func ends(slot: Int, group: Int) -> ConfidenceInterval? {
    let indicator = aggregator.headlines.domains.slots.slots[slot].indicator
    let study = aggregator.study
    var (least, most) = (0.0, 0.0)
    for (sizeClass, employees) in (silent[group] ?? [:]).sorted(by: { $0.key < $1.key })
    where !indicator.needsLongForm || study.sizeClasses[sizeClass].smallest >= study.longFormFrom {
      guard let limit = limits.limits(slot: slot, sizeClass: sizeClass) else { return nil }
      least += limit.lower * employees
      most += limit.upper * employees
    }
    return ConfidenceInterval(lower: least, upper: most)
  }
}
