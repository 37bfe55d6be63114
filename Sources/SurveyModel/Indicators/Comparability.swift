/// A survey abroad that measures some of the same.
package enum ComparedSurvey: String, CaseIterable, Hashable, Sendable {
  /// Employer Skills Survey of the United Kingdom, as used by English city-regions.
  case employerSkillsSurvey
  /// Job vacancy statistics of the European Union.
  case jobVacancyStatistics
}

/// How far an indicator may be held against that of another survey (EST-20).
package enum Comparability: String, CaseIterable, Hashable, Sendable {
  /// Formula and meaning agree; who is asked may differ.
  case same
  /// The meaning agrees, something of the formula or of what is counted does not.
  case near
  case notComparable
}

extension Indicator {
  /// By the definitions of the two surveys; the population differs throughout: here employers with the long form.
  ///
  /// - Source: Employer Skills Survey, data guidance 2019 and methodology 2022–2024; Eurostat, job vacancy statistics,
  ///   concepts and ESMS metadata.
  package func comparability(with survey: ComparedSurvey) -> Comparability {
    switch (survey, self) {
    case (.employerSkillsSurvey, .vacancyIncidence), (.employerSkillsSurvey, .vacancyDensity),
      (.employerSkillsSurvey, .hardToFillShare), (.employerSkillsSurvey, .skillShortageDensity),
      (.employerSkillsSurvey, .skillShortageIncidence), (.employerSkillsSurvey, .skillsGapDensity),
      (.employerSkillsSurvey, .skillsGapIncidence):
      .same
    case (.employerSkillsSurvey, .vacancies), (.employerSkillsSurvey, .hardToFill),
      (.employerSkillsSurvey, .skillShortage), (.employerSkillsSurvey, .competencesLacking):
      .near
    case (.jobVacancyStatistics, .jobVacancyRate): .same
    case (.jobVacancyStatistics, .vacancies): .near
    default: .notComparable
    }
  }

  /// Why it is only near, where it is.
  package func difference(from survey: ComparedSurvey) -> LocalizedText? {
    guard comparability(with: survey) == .near else { return nil }
    switch self {
    case .competencesLacking:
      return LocalizedText(sv: "annan lista över kompetenser", en: "another list of competences")
    default:
      return LocalizedText(
        sv: "antal, som beror på vilka arbetsgivare som tillfrågas", en: "counts, which depend on who is asked")
    }
  }
}
