import ConfidentialRecords
import SurveyStatistics

extension EstimateBuilder {
  /// A mean of grades from 1 to 5, as a ratio, with Student limits that stop at the ends of the scale. Graded as a
  /// balance is, a fourth of the scale's width being that of a share; in words (C) only when the index is surely on one side of balance.
  func fillMeanGrade(_ record: inout EstimateRecord, _ sums: CellSums) throws(DesignError) {
    guard let ratio = try domainRatio(sums.moments, design: design) else { return }
    let mean = ratio.ratio
    let unsure = CellUncertainty(
      ratio, sums, degreesOfFreedom: design.degreesOfFreedom, sharedOptimism: sharedOptimism)
    record.estimate = mean.value
    unsure.fill(&record)
    record.staffNow = ratio.denominator
    // All of one grade shows no spread, which is no proof that there is none.
    let isCensus = record.answers >= record.frameUnits
    guard let t = mean.variance > 0 ? totalT : isCensus ? 0 : nil else { return }
    let margin = max(t * mean.standardError, drawnMargin(unsure) ?? 0)
    let low = max(1, mean.value - margin)
    let high = min(5, mean.value + margin)
    record.low = low
    record.high = high
    let width = (high - low) / 4
    let (share, answers) = (cutOffs.share, Double(record.contributors))
    if answers >= share.effectiveSizeA && width < share.widthA {
      record.grade = .A
    } else if answers >= share.effectiveSizeB && width < share.widthB {
      record.grade = .B
    } else {
      record.grade = ShortageClass(index: low) > .balance || ShortageClass(index: high) < .balance ? .C : .D
    }
  }
}
