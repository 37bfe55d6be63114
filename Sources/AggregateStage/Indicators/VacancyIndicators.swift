import ConfidentialRecords

/// Vacancies, how hard they are to fill, and staff not fully proficient (F5 to F8).
///
///     job vacancy rate = Σ w V / Σ w (V + E)      incidence = Σ w 1[V>0] / Σ w      density = Σ w V / Σ w E
///     hard to fill     = Σ w HTF / Σ w V          SSV density = Σ w SSV / Σ w V     SSV incidence = Σ w 1[SSV>0] / Σ w
///     skills gap       = Σ w K / Σ w E            incidence = Σ w 1[K>0] / Σ w
///
/// The chain of causes, in posts: vacancies, of them hard to fill, of those for want of skills, and for other reasons.
///
/// - Unit: shares; vacancies and persons for the totals.
/// - Base: employers with the long form; per occupation, those that have the occupation. An employer counts once in an
///   incidence, however many of its occupations have a vacancy.
enum VacancyIndicators: IndicatorFamily {
  static let indicators: Set<Indicator> = [
    .vacancies, .jobVacancyRate, .vacancyIncidence, .vacancyDensity, .hardToFill, .hardToFillOtherwise,
    .hardToFillShare, .skillShortage, .skillShortageDensity, .skillShortageIncidence, .skillsGapDensity,
    .skillsGapIncidence,
  ]

  static func add(_ employer: ResolvedEmployer, to out: inout EmployerContributions) {
    for row in employer.rows {
      let (code, vacancies) = (row.code, row.vacancies)
      // "All other occupations: 0" is no occupation of the employer's.
      let one = row.headcount.high > 0 || vacancies.high > 0 ? Contribution(1) : .zero
      out.add(.vacancies, occupation: code, y: vacancies)
      out.add(.jobVacancyRate, occupation: code, y: vacancies, x: vacancies + row.headcount)
      out.add(.vacancyIncidence, occupation: code, y: vacancies.presence, x: one)
      out.add(.vacancyDensity, occupation: code, y: vacancies, x: row.headcount)
      out.add(.hardToFill, occupation: code, y: row.hardToFill)
      out.add(.skillShortage, occupation: code, y: row.skillShortage)
      out.add(.hardToFillOtherwise, occupation: code, y: (row.hardToFill - row.skillShortage).atLeastNone)
      out.add(.hardToFillShare, occupation: code, y: row.hardToFill, x: vacancies)
      out.add(.skillShortageDensity, occupation: code, y: row.skillShortage, x: vacancies)
      out.add(.skillShortageIncidence, occupation: code, y: row.skillShortage.presence, x: one)
      out.add(.skillsGapDensity, occupation: code, y: row.notProficient, x: row.headcount)
      out.add(.skillsGapIncidence, occupation: code, y: row.notProficient.presence, x: one)
    }
  }
}
