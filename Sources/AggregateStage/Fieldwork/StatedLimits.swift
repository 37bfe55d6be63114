import ConfidentialRecords

/// Between which values each headline may lie at an employer of whom nothing is known but its size: the limits that the
/// study states for the counts it is made of (F21), per employee.
///
/// Staff now is the base that the other counts are shares of; where a headline is made of both, it is taken as it is
/// on the frame. Where the study states no limit, all that is known is "nobody" to "as many as there are".
struct StatedLimits: Sendable {
  /// By slot, then size class.
  private let limits: [[(lower: Double, upper: Double)]]

  init(study: Study, effects: HeadlineEffects) {
    limits = effects.parts.map { parts in
      study.sizeClasses.map { size in
        var (lower, upper) = (0.0, 0.0)
        for (count, factor) in parts {
          let isBase = parts.count > 1 && (count.concept == .staff || count.concept == .headcount)
          let limit = study.assumptions.limit(for: count, sizeClass: size.code)
          let ends = isBase ? (1, 1) : (limit?.lower ?? 0, limit?.upper ?? 1)
          lower += min(factor * ends.0, factor * ends.1)
          upper += max(factor * ends.0, factor * ends.1)
        }
        return (lower, upper)
      }
    }
  }

  func limits(slot: Int, sizeClass: Int) -> (lower: Double, upper: Double) { limits[slot][sizeClass] }
}
