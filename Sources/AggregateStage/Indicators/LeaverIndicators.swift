import ConfidentialRecords

/// Leavers of the last 12 months by where they went (F13).
///
/// - Unit: persons. The destinations add up to all leavers.
/// - Base: employers with the long form.
enum LeaverIndicators: IndicatorFamily {
  static let indicators: Set<Indicator> = [.leaversLastYear]

  static func add(_ employer: ResolvedEmployer, to out: inout EmployerContributions) {
    guard employer.hasLongForm else { return }
    for (destination, persons) in zip(Destination.allCases, employer.leaversLastYear) {
      out.add(.leaversLastYear, item: destination.rawValue, y: persons)
    }
    out.add(.leaversLastYear, y: employer.leaversLastYear.reduce(.zero, +))
  }
}
