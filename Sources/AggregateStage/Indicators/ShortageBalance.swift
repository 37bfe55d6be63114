import ConfidentialRecords

/// How hard it is to recruit, as the balance of hard against easy, weighted by staff (F10).
///
///     B = (Σ_R w·E·1[grade 4–5] − Σ_R w·E·1[grade 1–2]) / Σ_R w·E
///
/// - Unit: −1 to 1. R: rows of employers that answered and tried to recruit in the last 12 months; 5 is very hard.
/// - Base: employers with the long form.
/// - Source: question as in Statistics Sweden's labour market survey; balance of our own reading, checked by hand.
enum ShortageBalance: IndicatorFamily {
  static let indicators: Set<Indicator> = [.shortageBalance]

  static func add(_ employer: ResolvedEmployer, to out: inout EmployerContributions) {
    guard employer.record.triedToRecruit == .yes else { return }
    for row in employer.rows {
      guard let grade = row.record.difficulty.best else { continue }
      let sign: Double = grade >= 4 ? 1 : grade <= 2 ? -1 : 0
      out.add(.shortageBalance, occupation: row.code, y: row.headcount.times(sign), x: row.headcount)
    }
  }
}
