import ConfidentialRecords

/// Which competences are lacking, among employers that answered the question for an occupation (EST-07).
///
///     share = Σ w·1[names the competence] / Σ w
///
/// - Unit: share of employers; an employer counts once, however many of its occupations lack the competence.
/// - Base: employers with the long form that answered; per occupation, those that have the occupation.
enum CompetenceIndicators: IndicatorFamily {
  static let indicators: Set<Indicator> = [.competencesLacking]

  static func add(_ employer: ResolvedEmployer, to out: inout EmployerContributions) {
    for row in employer.rows {
      out.add(.competencesLacking, chosen: row.record.competencesLacking, occupation: row.code)
    }
  }
}
