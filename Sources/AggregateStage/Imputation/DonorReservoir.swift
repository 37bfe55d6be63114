import Glibc

/// A bounded, simple random selection of the units that can lend their proportions to others: the ones whose keyed
/// priority is least.
///
/// Which units are kept depends on their keys alone, so that parts of the input may be read in any order, on any core,
/// and be cut anywhere. Every unit is as likely to be kept as every other.
///
/// - Source: bottom-k sampling, Cohen & Kaplan (2007); choice among the kept by weighted rendezvous, Efraimidis &
///   Spirakis (2006).
struct DonorReservoir: Sendable {
  static let capacity = 64
  /// With fewer donors of an answer the next wider class lends.
  static let leastDonors = 5

  struct Donor: Sendable {
    var priority: UInt64
    /// Answers per unit of their base by concept; NaN where the donor has none.
    var ratios: [Double]
    /// Weighted base of the first concept, and of all others: how much of the ratio the donor is.
    var firstMass: Double
    var mass: Double
  }

  /// Ascending by priority.
  private(set) var donors: [Donor] = []

  func wants(_ priority: UInt64) -> Bool {
    donors.count < Self.capacity || donors.last.map { priority < $0.priority } ?? true
  }

  mutating func add(_ donor: Donor) {
    guard wants(donor.priority) else { return }
    var (low, high) = (0, donors.count)
    while low < high {
      let middle = (low + high) / 2
      if donors[middle].priority < donor.priority { low = middle + 1 } else { high = middle }
    }
    if donors.count == Self.capacity { donors.removeLast() }
    donors.insert(donor, at: low)
  }

  mutating func merge(_ other: DonorReservoir) {
    for donor in other.donors {
      // Ascending: what follows is not wanted either.
      guard wants(donor.priority) else { return }
      add(donor)
    }
  }

  func count(of concept: Int) -> Int { donors.count { $0.has(concept) } }

  /// One donor's ratio over the mean of all donors' ratios: 1 on average, in proportion to the donors' masses.
  ///
  /// The same chance picks the same donor for every concept that it has, so that what one unit misses keeps the
  /// relations of one that answered: later retirements are not below earlier ones, women and men make up the staff.
  ///
  /// - Returns: nil without a donor, or where all donors have 0.
  func relativeRatio(of concept: Int, _ chance: KeyedChance) -> Double? {
    var picked = 0.0
    var least = Double.infinity
    var (sum, total) = (0.0, 0.0)
    for donor in donors where donor.has(concept) {
      let mass = concept == 0 ? donor.firstMass : donor.mass
      sum += mass * donor.ratios[concept]
      total += mass
      let wait = -log(chance.keyed(donor.priority).unit) / mass
      if wait < least { (least, picked) = (wait, donor.ratios[concept]) }
    }
    return sum > 0 ? picked * total / sum : nil
  }
}

extension DonorReservoir.Donor {
  fileprivate func has(_ concept: Int) -> Bool {
    !ratios[concept].isNaN && (concept == 0 ? firstMass : mass) > 0
  }
}
