import ConfidentialRecords

/// What makes it hard to recruit, causes on the employer's own side included (COD-11).
///
///     share = Σ w·1[names the obstacle] / Σ w      over employers that answered the question
///
/// - Unit: share of employers. Employers may name several, so the shares do not add up.
/// - Base: employers with the long form that tried to recruit in the last 12 months; others are not asked.
enum ObstacleIndicators: IndicatorFamily {
  static let indicators: Set<Indicator> = [.recruitmentObstacles]

  static func add(_ employer: ResolvedEmployer, to out: inout EmployerContributions) {
    guard employer.hasLongForm else { return }
    out.add(.recruitmentObstacles, chosen: employer.record.recruitmentObstacles)
  }
}
