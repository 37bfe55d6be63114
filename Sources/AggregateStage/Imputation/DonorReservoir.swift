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
  /// As many as there are bits to draw their signs with.
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
      let mass = donor.mass(of: concept)
      sum += mass * donor.ratios[concept]
      total += mass
      let wait = -log(chance.keyed(donor.priority).unit) / mass
      if wait < least { (least, picked) = (wait, donor.ratios[concept]) }
    }
    return sum > 0 ? picked * total / sum : nil
  }

  /// A standardised draw of the error of a ratio: the donors' deviations from it, each with a sign of its own.
  ///
  ///     z = Σ s_j ω_j (q_j − q̄) / √Σ ω_j² (q_j − q̄)²,   s_j = ±1
  ///
  /// Mean 0 and variance 1. The same chance gives a donor the same sign for every concept, so that the ratios of a class
  /// err together as far as its answers go together: where the women's is drawn too high, the men's is too low.
  ///
  /// - Source: multiplier bootstrap with Rademacher's signs, Liu (1988), *Annals of Statistics* 16.
  /// - Returns: nil where the donors do not differ.
  func deviate(of concept: Int, _ chance: KeyedChance) -> Double? {
    var (sum, total) = (0.0, 0.0)
    for donor in donors where donor.has(concept) {
      sum += donor.mass(of: concept) * donor.ratios[concept]
      total += donor.mass(of: concept)
    }
    guard total > 0 else { return nil }
    var signs = chance.bits
    var (signed, squares) = (0.0, 0.0)
    for donor in donors {
      if donor.has(concept) {
        let deviation = donor.mass(of: concept) * (donor.ratios[concept] - sum / total)
        signed += signs & 1 == 0 ? deviation : -deviation
        squares += deviation * deviation
      }
      signs >>= 1
    }
    // What is smaller than the rounding of its own terms is nothing.
    return squares.squareRoot() > 0x1p-40 * sum ? signed / squares.squareRoot() : nil
  }
}

extension DonorReservoir.Donor {
  fileprivate func mass(of concept: Int) -> Double { concept == 0 ? firstMass : mass }

  fileprivate func has(_ concept: Int) -> Bool { !ratios[concept].isNaN && mass(of: concept) > 0 }
}
