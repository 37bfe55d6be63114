import ConfidentialRecords

/// What an external factor does to the gap of one domain (FOR-11).
///
///     need, per cent       e = ± s/100 · Σ |N̂|      over the occupations and municipalities that the factor speaks of
///     supply, per cent     e = ± s/100 · Σ |A_c|     of one component, at its base value
///     persons              e = ± Σ s                 as stated, by occupation
///
/// - A factor moves need or supply by a number of persons and leaves the sampling error as it is: what is not known of
///   the factor itself lies in its low and high size.
/// - Unit: persons, cumulative from the base date; plus widens the gap.
struct FactorReach: Sendable {
  enum Effect: Hashable, Sendable {
    /// The factor does not speak of this domain.
    case none
    case known(AssumedRange)
    /// A need or component that it is a share of is not known.
    case unknown
  }

  private let study: Study
  private let supply: SupplyTable
  private let needs: [NeedKey: EstimateRecord]

  init(study: Study, supply: SupplyTable, needs: [EstimateRecord]) {
    self.study = study
    self.supply = supply
    self.needs = Dictionary(needs.map { (NeedKey($0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  func effect(of factor: ExternalFactor, on need: EstimateRecord, horizon: Horizon) -> Effect {
    guard factor.horizons.contains(horizon), let reach = Reach(of: factor, on: need, study: study) else { return .none }
    switch factor.size {
    case .persons(let sizes):
      let own = reach.occupations.compactMap { sizes[$0] }
      return .known(own.reduce(.zero, +).map { factor.signInGap * $0 })
    case .perCent(let size):
      guard let whole = whole(of: factor.target, reach, need, horizon) else { return .unknown }
      return .known(size.map { factor.signInGap * $0 * whole / 100 })
    }
  }

  /// What the per cent are of; nil when a part of it is not known.
  private func whole(
    of target: ExternalFactor.Target, _ reach: Reach, _ need: EstimateRecord, _ horizon: Horizon
  ) -> Double? {
    switch target {
    case .need:
      if reach.isWhole { return need.estimate.map { abs($0) } }
      return sum(
        reach.places.flatMap { place in
          reach.cells.map { occupation in
            estimate(
              NeedKey(
                municipality: place, occupation: occupation, horizon: horizon.years,
                leavesDominantOut: need.excludesDominant == true))
          }
        })
    case .supply(let component):
      let occupations = reach.occupations.isEmpty ? supply.occupations.sorted() : reach.occupations
      let own = supply.supply(municipalities: reach.municipalities, occupations: occupations, horizon: horizon)
      return own.components[component].map { abs($0.base) }
    }
  }

  /// A cell that the dominant employers have no part in stands once, for both versions.
  private func estimate(_ key: NeedKey) -> Double? {
    var other = key
    other.leavesDominantOut = false
    return (needs[key] ?? needs[other])?.estimate
  }

  private func sum(_ parts: [Double?]) -> Double? {
    parts.reduce(Double?(0)) { sum, part in sum.flatMap { sum in part.map { sum + abs($0) } } }
  }
}

private struct NeedKey: Hashable {
  var municipality: String?
  var occupation: String?
  var horizon: Int
  var leavesDominantOut: Bool

  init(municipality: String?, occupation: String?, horizon: Int, leavesDominantOut: Bool) {
    self.municipality = municipality
    self.occupation = occupation
    self.horizon = horizon
    self.leavesDominantOut = leavesDominantOut
  }

  init(_ need: EstimateRecord) {
    self.init(
      municipality: need.municipality, occupation: need.occupation, horizon: need.horizon ?? 0,
      leavesDominantOut: need.excludesDominant == true)
  }
}

/// The part of a domain that a factor speaks of. Nil when it speaks of none of it.
private struct Reach {
  let municipalities: [String]
  /// Empty: all.
  let occupations: [String]
  /// The factor speaks of all of the domain.
  let isWhole: Bool
  /// The cells of estimates that make up the part; nil is the margin.
  let places: [String?]
  let cells: [String?]

  init?(of factor: ExternalFactor, on need: EstimateRecord, study: Study) {
    let domain = need.municipality.map { [$0] } ?? study.municipalities
    municipalities = domain.filter { factor.municipalities.isEmpty || factor.municipalities.contains($0) }
    if let occupation = need.occupation {
      guard factor.occupations.isEmpty || factor.occupations.contains(occupation) else { return nil }
      occupations = [occupation]
      cells = [occupation]
    } else {
      occupations = factor.occupations
      cells = factor.occupations.isEmpty ? [nil] : factor.occupations
    }
    guard !municipalities.isEmpty else { return nil }
    let isWherever = municipalities.count == domain.count
    places = isWherever ? [need.municipality] : municipalities
    isWhole = isWherever && (need.occupation != nil || factor.occupations.isEmpty)
  }
}
