import ConfidentialRecords
import Glibc
import SurveyStatistics

/// How large an answer is per person employed: what a missing answer is drawn from (F21).
///
///     r = Σ w·y / Σ w·base      base: staff for the employer's counts, headcount for an occupation's
///
/// First pass over the employers: ratios with their variance by response group, size class and over all, and a bounded
/// selection of donors by size class. A ratio that rests on fewer than `leastAnswers` is taken from the next wider
/// class; without any answer it is 0. Dominant employers give no ratio and are never given one (EDT-09).
///
/// - Order: parts are merged in the order of the input. Ratios move by rounding alone with where the input is cut;
///   donors do not move at all.
/// - Memory: response groups × concepts, and `DonorReservoir.capacity` donors for each size class.
/// - Source: ratio imputation, Särndal, Swensson & Wretman (1992), ch. 15.7.
package struct ItemRatios: Sendable {
  static let leastAnswers = 6

  private let classes: Int
  private let shape: ThreePointAnswer.Shape
  private let chance: KeyedChance
  private var placeOfGroup: [Int: Int] = [:]
  /// By place of the group, then concept.
  private var byGroup: [[RatioMoments]] = []
  /// By size class, then concept.
  private var byClass: [[RatioMoments]]
  /// By size class, and over all.
  private var employerDonors: [DonorReservoir]
  private var rowDonors: [DonorReservoir]

  package init(study: Study) {
    classes = study.sizeClasses.count
    shape = ThreePointAnswer.Shape(study.assumptions.spread)
    chance = KeyedChance(seed: study.imputation.seed)
    byClass = Array(repeating: Self.none, count: classes)
    employerDonors = Array(repeating: DonorReservoir(), count: classes + 1)
    rowDonors = employerDonors
  }

  private static let none = Array(repeating: RatioMoments(), count: CountConcepts.all.count)

  /// - Parameters:
  ///   - sizeClass: place among the study's classes.
  ///   - group: response group.
  package mutating func add(_ employer: EmployerRecord, weight: Double, sizeClass: Int, group: Int) {
    guard employer.dominant != true else { return }
    let employees = Double(employer.employees)
    // Staff itself is reckoned from the frame's number of employees; all else from staff.
    let staff = employer.staff.best ?? employees
    let key = chance.keyed(employer.establishment)
    let place = place(of: group)
    let first = Part(values: CountConcepts.values(of: employer), offset: 0, firstBase: employees, base: staff)
    add(first, weight: weight, sizeClass: sizeClass, group: place)
    lend(first, weight: weight, sizeClass: sizeClass, priority: key.bits, to: \.employerDonors)
    for (number, row) in employer.occupations.enumerated() {
      let values = CountConcepts.values(of: row)
      let part = Part(
        values: values, offset: CountConcepts.ofEmployer.count, firstBase: staff, base: values[0].best ?? 0)
      add(part, weight: weight, sizeClass: sizeClass, group: place)
      lend(part, weight: weight, sizeClass: sizeClass, priority: key.keyed(number).bits, to: \.rowDonors)
    }
  }

  package mutating func merge(_ later: ItemRatios) {
    for (group, place) in later.placeOfGroup { byGroup[self.place(of: group)].merge(later.byGroup[place]) }
    for index in byClass.indices { byClass[index].merge(later.byClass[index]) }
    for index in employerDonors.indices {
      employerDonors[index].merge(later.employerDonors[index])
      rowDonors[index].merge(later.rowDonors[index])
    }
  }

  private mutating func place(of group: Int) -> Int {
    if let place = placeOfGroup[group] { return place }
    placeOfGroup[group] = byGroup.count
    byGroup.append(Self.none)
    return byGroup.count - 1
  }

  /// The counts of an employer or of one of its rows, and what they are held against.
  private struct Part {
    var values: [Quantity]
    /// Place of the first among all concepts.
    var offset: Int
    var firstBase: Double
    var base: Double

    func base(of place: Int) -> Double { place == 0 ? firstBase : base }
  }

  private mutating func add(_ part: Part, weight: Double, sizeClass: Int, group: Int) {
    for (place, quantity) in part.values.enumerated() {
      let base = part.base(of: place)
      let concept = part.offset + place
      guard base > 0, let answer = quantity.reckoned(concept: concept, shape) else { continue }
      byGroup[group][concept].add(y: answer.value, x: base, weight: weight, deviation: answer.deviation)
      byClass[sizeClass][concept].add(y: answer.value, x: base, weight: weight, deviation: answer.deviation)
    }
  }

  private mutating func lend(
    _ part: Part, weight: Double, sizeClass: Int, priority: UInt64,
    to pool: WritableKeyPath<ItemRatios, [DonorReservoir]>
  ) {
    guard self[keyPath: pool][sizeClass].wants(priority) || self[keyPath: pool][classes].wants(priority) else { return }
    let ratios = part.values.enumerated().map { place, quantity in
      let base = part.base(of: place)
      return base > 0 ? quantity.reckoned(concept: part.offset + place, shape).map { $0.value / base } ?? .nan : .nan
    }
    let donor = DonorReservoir.Donor(
      priority: priority, ratios: ratios, firstMass: weight * part.firstBase, mass: weight * part.base)
    self[keyPath: pool][sizeClass].add(donor)
    self[keyPath: pool][classes].add(donor)
  }

  // MARK: Second pass

  /// The ratio of a concept in a response group, or in the least class around it that can tell.
  func ratio(concept: Int, sizeClass: Int, group: Int) -> RatioMoments {
    scope(concept: concept, sizeClass: sizeClass, group: group).moments
  }

  /// A ratio drawn from its sampling distribution (parameter error): lognormal, with the ratio as its mean and the
  /// variance of a t with the answers' degrees of freedom, so that it is never below 0.
  ///
  /// All employers of the class share it within a draw.
  func drawnRatio(concept: Int, sizeClass: Int, group: Int, draw: Int) -> Double {
    let scope = scope(concept: concept, sizeClass: sizeClass, group: group)
    let moments = scope.moments
    let n = Double(moments.count)
    let relativeVariance = moments.relativeVariance * (n - 1) / max(1, n - 3)
    guard relativeVariance > 0 else { return moments.ratio }
    let key = chance.keyed(scope.number).keyed(draw)
    let (donors, place) = donors(of: concept, sizeClass: sizeClass)
    let z = donors.deviate(of: place, key) ?? NormalDistribution.quantile(key.keyed(concept).unit)
    let variance = log1p(relativeVariance)
    return moments.ratio * exp(z * variance.squareRoot() - variance / 2)
  }

  /// How a donor's answer lies to the mean of the donors (residual error); 1 without donors.
  func donated(concept: Int, sizeClass: Int, _ chance: KeyedChance) -> Double {
    let (donors, place) = donors(of: concept, sizeClass: sizeClass)
    return donors.relativeRatio(of: place, chance) ?? 1
  }

  /// Who lends an answer, and its place among theirs: the size class, or all where too few of it have one.
  private func donors(of concept: Int, sizeClass: Int) -> (DonorReservoir, place: Int) {
    let own = CountConcepts.ofEmployer.count
    let pools = concept < own ? employerDonors : rowDonors
    let place = concept < own ? concept : concept - own
    return (pools[sizeClass].count(of: place) < DonorReservoir.leastDonors ? pools[classes] : pools[sizeClass], place)
  }

  private func scope(concept: Int, sizeClass: Int, group: Int) -> (moments: RatioMoments, number: Int) {
    if let own = placeOfGroup[group].map({ byGroup[$0][concept] }), own.count >= Self.leastAnswers, own.hasBase {
      return (own, group)
    }
    let wider = byClass[sizeClass][concept]
    if wider.count >= Self.leastAnswers, wider.hasBase { return (wider, -1 - sizeClass) }
    var all = RatioMoments()
    for moments in byClass { all.merge(moments[concept]) }
    return (all, -1 - classes)
  }
}

extension [RatioMoments] {
  fileprivate mutating func merge(_ later: [RatioMoments]) {
    for index in indices { self[index].merge(later[index]) }
  }
}

extension ThreePointAnswer.Shape {
  init(_ spread: Assumptions.Spread) {
    switch spread {
    case .triangular: self = .triangular
    case .pert: self = .pert
    }
  }
}
