import ConfidentialRecords

/// How hard it is to recruit on five grades, weighted by staff (F11).
///
///     Ī = Σ_R w·E·s / Σ_R w·E      s from 1, very easy, to 5, very hard
///
/// - Unit: grades, 1 to 5. R as in the balance (F10): rows of employers that tried to recruit in the last 12 months.
/// - Base: employers with the long form.
/// - Source: the five-grade index of the Swedish employment service, cut points of 2016 (`ShortageClass`).
enum ShortageIndex: IndicatorFamily {
  static let indicators: Set<Indicator> = [.shortageIndex]

  static func add(_ employer: ResolvedEmployer, to out: inout EmployerContributions) {
    guard employer.record.triedToRecruit == .yes else { return }
    for row in employer.rows {
      guard let grade = row.record.difficulty.best else { continue }
      out.add(.shortageIndex, occupation: row.code, y: row.headcount.times(grade), x: row.headcount)
    }
  }
}
