import ConfidentialRecords

/// Indicators that are made of the same answers: what one employer adds to each of them.
///
/// A family is a function of one employer; sums, weights and domains are not its business.
protocol IndicatorFamily: Sendable {
  /// All that it may add to: where no table asks for any of them, it is left out.
  static var indicators: Set<Indicator> { get }
  static func add(_ employer: ResolvedEmployer, to out: inout EmployerContributions)
}

/// Every family, in the order of the report.
enum IndicatorFamilies {
  static let all: [any IndicatorFamily.Type] = [
    StaffIndicators.self, RecruitmentIndicators.self, SupportIndicators.self, NeedIndicators.self,
    LeaverIndicators.self, ObstacleIndicators.self, VacancyIndicators.self, ShortageBalance.self,
    CompetenceIndicators.self, JobChangeIndicators.self, ShortageIndex.self, AgeRetirements.self, Openings.self,
  ]
}
