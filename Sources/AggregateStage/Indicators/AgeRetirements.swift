import ConfidentialRecords

/// Retirements reckoned from the ages of the staff, beside the employers' own figure (F14).
///
///     R(h) = Σ_b S_b · p_b(h)        p_b the mean over the band of [F(a+h) − F(a)] / [1 − F(a)]
///
/// - Unit: persons, cumulative from the base date; low, base and high by how late people leave (`ExitAges`).
/// - Base: all employers; by occupation those with the long form, each occupation with the age structure of the whole
///   staff, by its share of the staff: the ages are not asked by occupation.
/// - Never added to the employers' own figure (F13): the two are estimates of the same thing.
/// - Bounds: where ages are uncertain the bands still add up to the staff, so that nobody is counted twice.
/// - Source: cohort method of the forecasts of Swedish municipalities and regions; formula checked by hand in
///   `AgeRetirementsTests`.
enum AgeRetirements: IndicatorFamily {
  static let indicators: Set<Indicator> = [
    .occupationStaffByAge, .retirementsFromAgesLow, .retirementsFromAges, .retirementsFromAgesHigh,
    .occupationRetirementsFromAgesLow, .occupationRetirementsFromAges, .occupationRetirementsFromAgesHigh,
  ]

  static func add(_ employer: ResolvedEmployer, to out: inout EmployerContributions) {
    addBands(employer, to: &out)
    for part in out.parameters.retirements {
      let retiring = retirements(of: employer, part.shares)
      out.add(.retirementsFromAges(part.scenario), part.horizon, y: retiring)
      guard employer.staff.value > 0 else { continue }
      for row in employer.rows {
        out.add(
          .occupationRetirementsFromAges(part.scenario), part.horizon, occupation: row.code,
          y: retiring.shared(by: row.headcount, of: employer.staff))
      }
    }
  }

  /// The ages of each occupation, were it like the rest of the staff.
  private static func addBands(_ employer: ResolvedEmployer, to out: inout EmployerContributions) {
    guard employer.staff.value > 0 else { return }
    for row in employer.rows {
      let bands = employer.staffByAge.map { $0.shared(by: row.headcount, of: employer.staff) }
      for (band, persons) in zip(ExitAges.bands, bands) {
        out.add(.occupationStaffByAge, item: band, occupation: row.code, y: persons)
      }
      out.add(.occupationStaffByAge, occupation: row.code, y: bands.reduce(.zero, +))
    }
  }

  static func retirements(of employer: ResolvedEmployer, _ shares: [Double]) -> Contribution {
    let bands = employer.staffByAge
    var sum = zip(bands, shares).reduce(Contribution.zero) { $0 + $1.0.times($1.1) }
    let parts = zip(bands, shares).map { (low: $0.low, high: $0.high, share: $1) }
    sum.low = min(sum.value, spread(employer.staff.low, over: parts.sorted { $0.share < $1.share }))
    sum.high = max(sum.value, spread(employer.staff.high, over: parts.sorted { $0.share > $1.share }))
    return sum
  }

  /// Everyone in a band that can hold them: first what each band holds at least, then the rest in the order given.
  private static func spread(_ staff: Double, over bands: [(low: Double, high: Double, share: Double)]) -> Double {
    var rest = staff - bands.reduce(0) { $0 + $1.low }
    return bands.reduce(0) { sum, band in
      let more = min(max(0, rest), band.high - band.low)
      rest -= more
      return sum + band.share * (band.low + more)
    }
  }
}

extension Contribution {
  /// The part of it that falls on a group of the staff, were the group like the rest.
  fileprivate func shared(by group: Contribution, of staff: Contribution) -> Contribution {
    var part = times(min(1, group.value / staff.value))
    if staff.high > 0 { part.low = min(part.value, low * min(1, group.low / staff.high)) }
    part.high = max(part.value, high * (staff.low > 0 ? min(1, group.high / staff.low) : 1))
    if group.imputed != 0 { part.imputed = abs(part.value) }
    part.isDoNotKnow = isDoNotKnow || group.isDoNotKnow
    part.isDominantMissing = isDominantMissing || group.isDominantMissing
    return part
  }
}
