import ConfidentialRecords
import SurveyStatistics

/// Turns answers as given into contributions: low, best and high become their mean (F20); ranges keep their ends; missing
/// answers are reckoned from ratios, or drawn around them, and bounded by the limits that the study states (F21).
///
///     y_d = x · r_d · q/q̄      r_d: the ratio, drawn from its sampling distribution (parameter error)
///                              q:   a donor's ratio, picked in proportion to its weight and base (residual error)
///     range "10–15":           uniform between its ends
///     open, "at least 5":      as a missing answer, given that it is at least 5
///
/// all kept within the stated limits. The chance of a draw follows from the study's seed, the employer, the row and the
/// number of the draw: the order of the input and the number of cores do not show. Dominant employers' answers are
/// never drawn (EDT-09): a range of theirs stands at its middle, and nothing stands in for what is missing.
///
/// - Source: multiple imputation by ratios with donors' residuals, Rubin (1987), ch. 5; Haziza (2009), *Handbook of
///   Statistics* 29A, ch. 10.
struct AnswerResolver: Sendable {
  let draws: Int
  private let ratios: ItemRatios
  private let seed: KeyedChance
  private let shape: ThreePointAnswer.Shape
  /// By concept and size class: lower and upper limit per person of the base; nil where the study states none.
  private let limits: [(lower: Double, upper: Double)?]
  private let classes: Int

  init(study: Study, ratios: ItemRatios) {
    draws = study.imputation.draws
    self.ratios = ratios
    seed = KeyedChance(seed: study.imputation.seed)
    shape = ThreePointAnswer.Shape(study.assumptions.spread)
    classes = study.sizeClasses.count
    limits = CountConcepts.all.flatMap { concept in
      study.sizeClasses.map { size in
        study.assumptions.limit(for: concept, sizeClass: size.code).map { ($0.lower, $0.upper) }
      }
    }
  }

  /// Whose answer it is, and in which draw.
  struct Place {
    var sizeClass: Int
    var group: Int
    var isDominant: Bool
    var chance: KeyedChance
    /// Nil: the expected value.
    var draw: Int?

    /// A row of the same employer.
    func row(_ number: Int) -> Place {
      var row = self
      row.chance = chance.keyed(number)
      return row
    }
  }

  func place(of employer: EmployerRecord, sizeClass: Int, group: Int, draw: Int?) -> Place {
    Place(
      sizeClass: sizeClass, group: group, isDominant: employer.dominant == true,
      chance: seed.keyed(employer.establishment), draw: draw)
  }

  /// - Parameters:
  ///   - base: persons the ratio is of: staff, headcount, or the frame's employees for staff itself.
  ///   - concept: place in `CountConcepts.all`.
  func resolve(_ quantity: Quantity, concept: Int, base: Double, at place: Place) -> Contribution {
    switch quantity {
    case .point(let value):
      return Contribution(value)
    case .range(_, let best?, _):
      guard let outlook = quantity.outlook(concept: concept) else { return Contribution(best) }
      let mean = outlook.mean(shape)
      var seen = Contribution(mean)
      seen.outlook = Outlook(
        deviation: outlook.variance(shape).squareRoot(), below: mean - outlook.low, above: outlook.high - mean)
      return seen
    case .range(let low, nil, let high?):
      return Contribution(value: within(low, high, concept: concept, at: place), low: low, high: high)
    case .range(let low, nil, nil):
      return open(from: low, concept: concept, base: base, at: place)
    case .missing(.notAsked), .missing(.notApplicable):
      return .zero
    case .missing(let reason):
      return missing(reason, concept: concept, base: base, at: place)
    }
  }

  private func within(_ low: Double, _ high: Double, concept: Int, at place: Place) -> Double {
    guard let draw = place.draw, !place.isDominant else { return (low + high) / 2 }
    return low + (high - low) * place.chance.keyed(draw).keyed(concept).unit
  }

  private func open(from low: Double, concept: Int, base: Double, at place: Place) -> Contribution {
    let limit = limit(concept: concept, at: place)
    let top = max(low, limit.upper * base)
    guard !place.isDominant else { return Contribution(value: low, low: low, high: top) }
    // A handful of donors, the first that reaches so far; else "at least" is taken at its word.
    var value = low
    for attempt in 0..<(place.draw == nil ? 1 : 8) {
      value = reckoned(concept: concept, base: base, at: place, attempt: attempt)
      if value >= low { break }
    }
    value = max(low, limit.isStated ? min(value, top) : value)
    var open = Contribution(value: value, low: low, high: max(value, top))
    open.imputed = value - low
    return open
  }

  private func missing(_ reason: MissingReason, concept: Int, base: Double, at place: Place) -> Contribution {
    let limit = limit(concept: concept, at: place)
    guard !place.isDominant else {
      var unknown = Contribution(value: 0, low: 0, high: limit.upper * base)
      unknown.isDominantMissing = true
      unknown.isDoNotKnow = reason == .doNotKnow
      return unknown
    }
    var value = reckoned(concept: concept, base: base, at: place, attempt: 0)
    if limit.isStated { value = min(max(value, limit.lower * base), limit.upper * base) }
    var imputed = Contribution(value: value, low: min(value, limit.lower * base), high: max(value, limit.upper * base))
    imputed.imputed = abs(value)
    imputed.isDoNotKnow = reason == .doNotKnow
    // Who has not answered sees the future as dimly as those who have.
    imputed.outlook.deviation =
      ratios.ratio(concept: concept, sizeClass: place.sizeClass, group: place.group).deviation * base
    return imputed
  }

  private func reckoned(concept: Int, base: Double, at place: Place, attempt: Int) -> Double {
    let (sizeClass, group) = (place.sizeClass, place.group)
    guard let draw = place.draw else {
      return ratios.ratio(concept: concept, sizeClass: sizeClass, group: group).ratio * base
    }
    let chance = place.chance.keyed(draw).keyed(-1 - attempt)
    return ratios.drawnRatio(concept: concept, sizeClass: sizeClass, group: group, draw: draw)
      * ratios.donated(concept: concept, sizeClass: sizeClass, chance) * base
  }

  /// Where the study states no limit, all that is known is "nobody" to "as many as there are", and nothing is cut there.
  private func limit(concept: Int, at place: Place) -> (lower: Double, upper: Double, isStated: Bool) {
    limits[concept * classes + place.sizeClass].map { ($0.lower, $0.upper, true) } ?? (0, 1, false)
  }
}
