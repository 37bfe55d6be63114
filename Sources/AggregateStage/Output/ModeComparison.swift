import ConfidentialRecords
import SurveyStatistics

/// Whether employers asked by telephone and on the web answer the headline questions alike (ING-02).
///
///     z = (R̂_a − R̂_b) / se(R̂_a − R̂_b)      for each headline and each pair of modes
///
/// A difference may come from who was asked how, not only from how they were asked: it is a warning, not a correction.
/// Dominant employers without a waiver take no part.
///
/// - Source: linearised difference of two domains (F3, F48).
package struct ModeComparison: Sendable {
  /// Ratios, so that modes with other sizes can be compared.
  enum Headline: CaseIterable, Hashable, Sendable {
    case postsPerStaff, retirementShare, recruitmentAttempts

    var indicator: Indicator {
      switch self {
      case .postsPerStaff: .postsToFill
      case .retirementShare: .retirementShareOfLeavers
      case .recruitmentAttempts: .recruitmentAttemptShare
      }
    }

    var horizon: Horizon? { self == .recruitmentAttempts ? nil : .fiveYears }
  }

  private struct Key: Hashable {
    var headline: Headline
    var mode: Mode
  }

  private var moments: [Key: CellMoments] = [:]

  mutating func add(_ entries: [EmployerContributions.Entry], slots: SlotTable, mode: Mode, group: Int) {
    for headline in Headline.allCases {
      guard let slot = slots.index(headline.indicator, headline.horizon) else { continue }
      let own = entries.filter { $0.slot == slot }
      guard !own.isEmpty else { continue }
      moments[Key(headline: headline, mode: mode), default: CellMoments()].add(
        group: group, y: own.reduce(0) { $0 + $1.y.value }, x: own.reduce(0) { $0 + $1.x.value })
    }
  }

  /// Two counts for each headline and pair of modes: that they were compared, and whether they surely differ (95 %).
  func counts(design: ResponseDesign) throws(DesignError) -> [ProcessRecord] {
    var records: [ProcessRecord] = []
    for headline in Headline.allCases {
      for (index, first) in Mode.allCases.enumerated() {
        for second in Mode.allCases.dropFirst(index + 1) {
          guard let a = moments[Key(headline: headline, mode: first)],
            let b = moments[Key(headline: headline, mode: second)],
            let differs = try Self.differ(a, b, design: design)
          else { continue }
          let key = "\(headline.indicator.rawValue): \(first.rawValue), \(second.rawValue)"
          records.append(
            ProcessRecord(stage: "aggregate", what: "modes compared", key: key, count: 1, feature: "ING-02"))
          records.append(
            ProcessRecord(
              stage: "aggregate", what: "modes differ", key: key, count: differs ? 1 : 0, feature: "ING-02"))
        }
      }
    }
    return records
  }

  /// Nil when one of the modes has too little to be compared.
  private static func differ(
    _ a: CellMoments, _ b: CellMoments, design: ResponseDesign
  ) throws(DesignError) -> Bool? {
    guard a.answers >= 10, b.answers >= 10, let one = try domainRatio(a, design: design),
      let other = try domainRatio(b, design: design),
      let t = StudentT(degreesOfFreedom: design.degreesOfFreedom)?.quantile(0.975)
    else { return nil }
    let covariance = try covarianceOfDisjointDomains(a, b, ratios: (one, other), design: design)
    let variance = one.ratio.variance + other.ratio.variance - 2 * covariance
    guard variance > 0 else { return nil }
    return abs(one.ratio.value - other.ratio.value) > t * variance.squareRoot()
  }
}
