import ConfidentialRecords

/// What it would take to hire from the target groups, and who may be contacted about trainees (COD-12).
///
///     share = Σ w·1[names the support] / Σ w      over employers that answered the question
///
/// - Unit: share of employers. Employers may name several, so the shares do not add up.
/// - Base: all employers.
enum SupportIndicators: IndicatorFamily {
  static let indicators: Set<Indicator> = [.hiringSupports, .traineeContactShare]

  static func add(_ employer: ResolvedEmployer, to out: inout EmployerContributions) {
    out.add(.hiringSupports, chosen: employer.record.hiringSupports)
    switch employer.record.contactAboutTrainees {
    case .yes: out.add(.traineeContactShare, y: Contribution(1), x: Contribution(1))
    case .no: out.add(.traineeContactShare, y: .zero, x: Contribution(1))
    case .missing(.doNotKnow): out.add(.traineeContactShare, y: .doNotKnow)
    case .missing: break
    }
  }
}
