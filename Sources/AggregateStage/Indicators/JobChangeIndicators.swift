import ConfidentialRecords

/// How many employers expect jobs to vanish or to appear, and what the new jobs ask for (COD-07, FOR-12).
///
///     employers(occupation, h) = Σ w·1[names a job of the occupation, at the latest by h]
///
/// - Unit: employers; shares of the employers that name a new job for its competences. Never mixed into the numeric
///   forecast. A job without a year counts at ten years only.
/// - Base: employers with the long form.
enum JobChangeIndicators: IndicatorFamily {
  static let indicators: Set<Indicator> = [.vanishingJobs, .emergingJobs, .emergingCompetences]

  static func add(_ employer: ResolvedEmployer, to out: inout EmployerContributions) {
    guard employer.hasLongForm else { return }
    let changes: [(Indicator, [JobChange])] = [
      (.vanishingJobs, employer.record.vanishingJobs), (.emergingJobs, employer.record.emergingJobs),
    ]
    for (indicator, jobs) in changes {
      for job in jobs {
        for horizon in Horizon.allCases where job.years ?? Horizon.tenYears.years <= horizon.years {
          out.add(indicator, horizon, occupation: OccupationCode(job.ssyk), y: Contribution(1))
        }
      }
    }
    for job in employer.record.emergingJobs {
      out.add(.emergingCompetences, chosen: job.competences)
    }
  }
}

extension Indicator {
  /// Rows of one employer say "yes" at most once.
  var countsEmployersOnce: Bool {
    switch self {
    case .vacancyIncidence, .skillShortageIncidence, .skillsGapIncidence, .competencesLacking, .emergingCompetences,
      .vanishingJobs, .emergingJobs:
      true
    default: false
    }
  }

  /// A share whose denominator is employers, each of whom says yes or no; the others are shares of persons or posts.
  var isShareOfEmployers: Bool {
    switch self {
    case .recruitmentAttemptShare, .hiringSupports, .traineeContactShare, .recruitmentObstacles, .vacancyIncidence,
      .skillShortageIncidence, .skillsGapIncidence, .competencesLacking, .emergingCompetences:
      true
    default: false
    }
  }
}
