import ConfidentialRecords

/// Employers, staff, staff by age and sex, and expected growth of all employers.
///
///     staff = Σ w·E      growth ΔE(h) = Σ w·(E(h) − E)      (F3, F13)
///
/// - Unit: persons; employers for `employers`. Growth is signed and judged against staff now.
/// - Base: all employers, with the short form or the long one. ΔE(10) is partial: employers of today cannot report
///   employers not yet born.
enum StaffIndicators: IndicatorFamily {
  static let indicators: Set<Indicator> = [.employers, .growth, .staff, .staffByAge, .staffBySex, .staffNeeded]

  static func add(_ employer: ResolvedEmployer, to out: inout EmployerContributions) {
    out.add(.employers, y: Contribution(1))
    out.add(.staff, y: employer.staff)
    for (band, persons) in zip(SlotTable.ageBands, employer.staffByAge) {
      out.add(.staffByAge, item: band, y: persons)
    }
    out.add(.staffByAge, y: employer.staffByAge.reduce(.zero, +))
    out.add(.staffBySex, item: "women", y: employer.women)
    out.add(.staffBySex, item: "men", y: employer.men)
    out.add(.staffBySex, y: employer.women + employer.men)
    for horizon in Horizon.allCases {
      let needed = employer.staffNeeded[horizon.index]
      out.add(.staffNeeded, horizon, y: needed)
      out.add(.growth, horizon, y: needed - employer.staff, x: employer.staff)
    }
  }
}
