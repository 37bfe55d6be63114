import ConfidentialRecords
import SurveyStatistics

/// How sure a cell is, by what makes it unsure: the sample, the missing answers, and the respondents' own views of the
/// future.
///
///     Var = Ū + (1 + 1/m)·B + (1 − ρ)·Σ w v + ρ·(Σ w √v)²          (F3, F21, F20)
///
/// - Degrees of freedom: Barnard & Rubin's, with those of the design as ν_com.
struct CellUncertainty {
  /// Ū, of the values with their draws' spread.
  let sampling: Double
  /// (1 + 1/m)·B.
  let imputation: Double
  let outlook: SharedUncertainty
  let degreesOfFreedom: Double
  private let sharedOptimism: Double

  /// Of a total.
  init(_ total: SampleEstimate, _ sums: CellSums, degreesOfFreedom: Int, sharedOptimism: Double) {
    let drawn = stride(from: 0, to: sums.draws.count, by: 2).map { sums.draws[$0] }
    self.init(
      total, draws: drawn, outlook: sums.outlook.ofTotal, degreesOfFreedom: degreesOfFreedom,
      sharedOptimism: sharedOptimism)
  }

  /// Of a ratio; a draw without a denominator tells nothing.
  init(_ ratio: RatioEstimate, _ sums: CellSums, degreesOfFreedom: Int, sharedOptimism: Double) {
    let drawn: [Double] = stride(from: 0, to: sums.draws.count, by: 2).compactMap { place in
      let x = ratio.denominator + sums.draws[place + 1]
      return x != 0 ? (ratio.numerator + sums.draws[place]) / x : nil
    }
    self.init(
      ratio.ratio, draws: drawn, outlook: sums.outlook.ofRatio(ratio), degreesOfFreedom: degreesOfFreedom,
      sharedOptimism: sharedOptimism)
  }

  /// Of a total that is not in hand: as unsure of its imputed answers and of the future as the cell it stands in for.
  init(_ total: SampleEstimate, as record: EstimateRecord, isImputed: Bool, sharedOptimism: Double) {
    sampling = total.variance
    let imputed = isImputed ? record.imputationStandardError ?? 0 : 0
    imputation = imputed * imputed
    outlook = SharedUncertainty(
      apart: record.outlookStandardErrorApart ?? 0, together: record.outlookStandardErrorShared ?? 0)
    degreesOfFreedom = Double(record.degreesOfFreedom)
    self.sharedOptimism = sharedOptimism
  }

  private init(
    _ estimate: SampleEstimate, draws: [Double], outlook: SharedUncertainty, degreesOfFreedom: Int,
    sharedOptimism: Double
  ) {
    let rubin = MultipleImputation(draws: draws, within: estimate.variance)
    sampling = estimate.variance
    imputation = rubin?.imputation ?? 0
    self.outlook = outlook
    self.degreesOfFreedom = rubin?.degreesOfFreedom(complete: degreesOfFreedom) ?? Double(degreesOfFreedom)
    self.sharedOptimism = sharedOptimism
  }

  /// Of the estimate had every answer been given: what the bounds are widened by.
  var ofAnswers: Double { sampling + outlook.variance(sharedOptimism: sharedOptimism) }
  var variance: Double { ofAnswers + imputation }
  var isOfSampleAlone: Bool { imputation == 0 && outlook == .none }

  /// Writes the variance and its parts into the record.
  func fill(_ record: inout EstimateRecord) {
    record.standardError = variance.squareRoot()
    record.degreesOfFreedom = Int(min(degreesOfFreedom, Double(Int32.max)))
    guard !isOfSampleAlone else { return }
    record.samplingStandardError = sampling.squareRoot()
    if imputation > 0 { record.imputationStandardError = imputation.squareRoot() }
    guard outlook != .none else { return }
    record.outlookStandardErrorApart = outlook.apart
    record.outlookStandardErrorShared = outlook.together
  }
}
