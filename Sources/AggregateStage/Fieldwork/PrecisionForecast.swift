import ConfidentialRecords
import Diagnostics
import SurveyStatistics

/// What the headlines would be known to, if the fieldwork goes on as it has so far (OPS-19).
///
///     same pace     a′_g = min(a_g + open_g, a_g · (1 + days left / days gone))
///     all settled   a′_g = a_g + open_g · a_g / settled_g
///     Var′(Ŷ)       = Σ_g N_g² · (1/a′_g − 1/N_g) · s_g²
///
/// - Unit: that of the headline.
/// - Model: what is known of a group's answers so far (a_g: answers and units found ineligible) holds for those to
///   come: the estimate, the spread s_g within the group, the share of missing answers and so the bounds. Open units
///   are those not reached and not known; those that have refused do not answer. a′_g need not be whole.
/// - Source: the variance of F3 at another number of answers; the pace is a rule of this project.
struct PrecisionForecast {
  enum Path: CaseIterable {
    case samePace, allSettled
  }

  struct Line {
    var now: EstimateRecord
    var table: String
    var forecasts: [EstimateRecord]
  }

  /// Of the whole study, in the order of the tables' indicators.
  let lines: [Line]
  /// Answers in all at the end of each path, rounded down; dominant employers aside.
  let answers: [Int]

  /// - Parameters:
  ///   - sums: with the dominant employers, who are asked until they answer and whose part does not change.
  ///   - daysGone: since the fieldwork began, that day among them; `daysLeft` until it ends.
  init(aggregator: Aggregator, sums: AggregateSums, daysGone: Int, daysLeft: Int) throws(StageFailure) {
    let design = aggregator.weighting.design
    let progress = GroupProgress(aggregator.weighting)
    let observed = Path.allCases.map { path in
      design.groups.indices.map { progress.observed(group: $0, path, daysGone: daysGone, daysLeft: daysLeft) }
    }
    let builders = observed.map { groups in
      EstimateBuilder(
        aggregator: aggregator, degreesOfFreedom: Int(groups.reduce(0) { $0 + max(0, $1 - 1) }.rounded(.down)))
    }
    let now = EstimateBuilder(aggregator: aggregator)
    let table = { (indicator: Indicator) in
      aggregator.study.tables.first { $0.indicators.contains(indicator) }?.id ?? ""
    }
    var lines: [Line] = []
    for (slot, value) in aggregator.headlines.domains.slots.slots.enumerated() {
      let key = aggregator.headlines.whole(
        CellKey(slot: slot, municipality: nil, sector: nil, section: nil, sizeClass: nil, occupation: nil))
      let cell = sums.cells[key]
      let record = try now.estimate(key, domain: aggregator.plan.domain(of: key), sums: cell, bases: sums.bases)
      guard let estimate = record.estimate, let cell else { continue }
      let forecasts = zip(builders, observed).map { builder, groups in
        var later = record
        let growth = Self.growth(of: cell.moments, design, groups)
        later.answers = Int((Double(record.answers) * growth).rounded(.down))
        later.contributors = Int((Double(record.contributors) * growth).rounded(.down))
        return builder.revised(
          later, total: SampleEstimate(value: estimate, variance: Self.variance(of: cell.moments, design, groups)),
          below: cell.yBelow.value, above: cell.yAbove.value)
      }
      lines.append(Line(now: record, table: table(value.indicator), forecasts: forecasts))
    }
    self.lines = lines
    answers = observed.map { groups in
      let all = groups.indices.filter { !aggregator.weighting.dominantGroups.contains($0) }.reduce(0.0) { sum, group in
        let counts = design.groups[group]
        return counts.observed > 0
          ? sum + groups[group] * Double(counts.answers) / Double(counts.observed) : sum
      }
      return Int(all.rounded(.down))
    }
  }

  private static func variance(of cell: CellMoments, _ design: ResponseDesign, _ observed: [Double]) -> Double {
    var variance = CompensatedSum()
    for (group, moments) in cell.met {
      let counts = design.groups[group]
      guard counts.observed > 1, !counts.isComplete, observed[group] > 0 else { continue }
      let spread = moments.withZeros(upTo: counts.observed).centredYY / Double(counts.observed - 1)
      let units = Double(counts.frameUnits)
      variance += max(0, units * units * (1 / observed[group] - 1 / units)) * spread
    }
    return variance.value
  }

  /// How many times as many answers the cell would stand on.
  private static func growth(of cell: CellMoments, _ design: ResponseDesign, _ observed: [Double]) -> Double {
    var (now, later) = (0.0, 0.0)
    for (group, moments) in cell.met {
      now += Double(moments.count)
      later += Double(moments.count) * observed[group] / Double(max(1, design.groups[group].observed))
    }
    return now > 0 ? later / now : 1
  }
}

/// How far the fieldwork has come in each response group.
private struct GroupProgress {
  private var open: [Int: Int] = [:]
  private var settled: [Int: Int] = [:]
  private let design: ResponseDesign

  init(_ weighting: Weighting) {
    design = weighting.design
    for stratum in weighting.fieldwork {
      guard let group = weighting.group(ofStratum: stratum.stratum) else { continue }
      open[group, default: 0] += stratum.noContact + stratum.unknown
      settled[group, default: 0] += stratum.approached - stratum.noContact - stratum.unknown
    }
  }

  /// a′ of a group; no more than there are units.
  func observed(group: Int, _ path: PrecisionForecast.Path, daysGone: Int, daysLeft: Int) -> Double {
    let now = Double(design.groups[group].observed)
    let open = Double(open[group] ?? 0)
    let more =
      switch path {
      case .samePace: daysGone > 0 ? now * Double(max(0, daysLeft)) / Double(daysGone) : 0
      case .allSettled: (settled[group] ?? 0) > 0 ? open * now / Double(settled[group] ?? 1) : 0
      }
    return min(now + min(more, open), Double(design.groups[group].frameUnits))
  }
}
