import ConfidentialRecords
import Diagnostics
import SurveyStatistics

/// The headlines as they stand, dominant employers among them, and what would become of one that moved.
struct HeadlineCells {
  /// What is said of a headline: whether a number, an interval or words may be printed, and which way it points.
  struct Standing: Hashable {
    var grade: Grade
    /// −1, 0 or 1: the sign that the interval decides.
    var sign: Int

    var text: String { grade.rawValue + (sign > 0 ? "+" : sign < 0 ? "−" : "") }
  }

  struct Headline {
    var record: EstimateRecord
    var table: String
    var standing: Standing
    /// Cello of F40 is one over this: the standard error, but at least a hundredth of the estimate and one person, so
    /// that a cell without sampling error does not outdo every other.
    var scale: Double
    /// How far uncertain answers may lie below and above what is reckoned with, in all.
    fileprivate var below: Double
    fileprivate var above: Double
    /// A cell that is D because its answers do not stand for its frame stays D whatever they are.
    fileprivate var isFixed: Bool
  }

  private let aggregator: Aggregator
  private let builder: EstimateBuilder
  private let sums: AggregateSums
  private var known: [CellKey: Headline] = [:]

  /// - Parameter sums: with the dominant employers.
  init(aggregator: Aggregator, sums: AggregateSums) {
    self.aggregator = aggregator
    self.sums = sums
    builder = EstimateBuilder(aggregator: aggregator)
  }

  /// - Parameter key: a cell of the headlines' own plan.
  mutating func headline(_ key: CellKey) throws(StageFailure) -> Headline {
    if let headline = known[key] { return headline }
    let whole = aggregator.headlines.whole(key)
    let record = try builder.estimate(
      whole, domain: aggregator.plan.domain(of: whole), sums: sums.cells[whole], bases: sums.bases)
    let cell = sums.cells[whole]
    var headline = Headline(
      record: record, table: table(of: whole), standing: Standing(record),
      scale: max(record.standardError ?? 0, abs(record.estimate ?? 0) / 100, 1), below: cell?.yBelow.value ?? 0,
      above: cell?.yAbove.value ?? 0, isFixed: false)
    headline.isFixed = revised(headline, by: 0, below: 0, above: 0).map { $0.grade != record.grade } ?? true
    known[key] = headline
    return headline
  }

  /// What would be said of the headline if it moved: another than now, or nil.
  ///
  /// - Parameters:
  ///   - below: what the bounds would lose with the answer that moved it; `above` likewise.
  func flips(_ headline: Headline, by amount: Double, below: Double = 0, above: Double = 0) -> Standing? {
    guard !headline.isFixed, let record = revised(headline, by: amount, below: below, above: above) else {
      return nil
    }
    let standing = Standing(record)
    return standing == headline.standing ? nil : standing
  }

  private func revised(_ headline: Headline, by amount: Double, below: Double, above: Double) -> EstimateRecord? {
    let record = headline.record
    guard let estimate = record.estimate, let error = record.samplingStandardError ?? record.standardError else {
      return nil
    }
    return builder.revised(
      record, total: SampleEstimate(value: estimate + amount, variance: error * error),
      below: max(0, headline.below - below), above: max(0, headline.above - above))
  }

  /// The first table of the study that prints the cell.
  private func table(of key: CellKey) -> String {
    let indicator = aggregator.plan.slots.slots[key.slot].indicator
    return aggregator.study.tables.first { table in
      table.indicators.contains(indicator) && key.dimensions.isSubset(of: Set(table.by))
    }?.id ?? ""
  }
}

extension HeadlineCells.Standing {
  init(_ record: EstimateRecord) {
    grade = record.grade
    sign = 0
    guard record.indicator.kind == .signedTotal, let low = record.low, let high = record.high else { return }
    sign = low > 0 ? 1 : high < 0 ? -1 : 0
  }
}
