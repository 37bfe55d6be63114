import ConfidentialRecords

/// Turns answers as given into contributions: ranges keep their ends, missing answers are reckoned from ratios and
/// bounded by the limits that the study states (F21).
struct AnswerResolver: Sendable {
  private let ratios: ItemRatios
  /// By concept and size class: lower and upper limit per person of the base.
  private let limits: [(lower: Double, upper: Double)]
  private let classes: Int

  init(study: Study, ratios: ItemRatios) {
    self.ratios = ratios
    classes = study.sizeClasses.count
    limits = CountConcepts.all.flatMap { concept in
      study.sizeClasses.map { size in
        // Where the study states no limit, all that is known is "nobody" to "as many as there are".
        study.assumptions.limit(for: concept, sizeClass: size.code).map { ($0.lower, $0.upper) } ?? (0, 1)
      }
    }
  }

  /// - Parameters:
  ///   - base: persons the ratio is of: staff, headcount, or the frame's employees for staff itself.
  ///   - concept: place in `CountConcepts.all`.
  func resolve(
    _ quantity: Quantity, concept: Int, sizeClass: Int, base: Double, isDominant: Bool
  ) -> Contribution {
    switch quantity {
    case .point(let value):
      return Contribution(value)
    case .range(_, let best?, _):
      // Low, best and high are the respondent's view of the future (F20), not an answer that is uncertain.
      return Contribution(best)
    case .range(let low, nil, let high?):
      return Contribution(value: (low + high) / 2, low: low, high: high)
    case .range(let low, nil, nil):
      let limit = limits[concept * classes + sizeClass]
      let value = isDominant ? low : max(low, ratios.ratio(concept: concept, sizeClass: sizeClass) * base)
      var open = Contribution(value: value, low: low, high: max(value, limit.upper * base))
      open.imputed = value - low
      return open
    case .missing(.notAsked), .missing(.notApplicable):
      return .zero
    case .missing(let reason):
      let limit = limits[concept * classes + sizeClass]
      guard !isDominant else {
        var unknown = Contribution(value: 0, low: 0, high: limit.upper * base)
        unknown.isDominantMissing = true
        unknown.isDoNotKnow = reason == .doNotKnow
        return unknown
      }
      let value = ratios.ratio(concept: concept, sizeClass: sizeClass) * base
      var imputed = Contribution(
        value: value, low: min(value, limit.lower * base), high: max(value, limit.upper * base))
      imputed.imputed = abs(value)
      imputed.isDoNotKnow = reason == .doNotKnow
      return imputed
    }
  }
}
