import ConfidentialRecords

/// Recruitment attempts of the last 12 months, and how many of the persons sought were not found (F9).
///
///     attempt share = Σ w·1[tried] / Σ w      failure rate = Σ w·F / Σ w·S
///
/// - Unit: share of employers that answered; share of persons sought.
/// - Base: all employers; those that did not try have sought nobody.
enum RecruitmentIndicators: IndicatorFamily {
  static let indicators: Set<Indicator> = [.recruitmentAttemptShare, .personsSought, .personsNotFound, .failureRate]

  static func add(_ employer: ResolvedEmployer, to out: inout EmployerContributions) {
    switch employer.record.triedToRecruit {
    case .yes: out.add(.recruitmentAttemptShare, y: Contribution(1), x: Contribution(1))
    case .no: out.add(.recruitmentAttemptShare, y: .zero, x: Contribution(1))
    case .missing(.doNotKnow): out.add(.recruitmentAttemptShare, y: .doNotKnow)
    case .missing: break
    }
    out.add(.personsSought, y: employer.personsSought)
    out.add(.personsNotFound, y: employer.personsNotFound)
    out.add(.failureRate, y: employer.personsNotFound, x: employer.personsSought)
  }
}
