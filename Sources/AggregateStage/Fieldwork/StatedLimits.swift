import ConfidentialRecords

/// Between which values each headline may lie at an employer of whom nothing is known but its size: the limits that the
/// study states for the counts it is made of (F21), per employee.
///
/// Staff now is the base that the other counts are shares of; where a headline is made of both, it is taken as it is
/// on the frame.
struct StatedLimits: Sendable {
  /// By slot, then size class.
  private let limits: [[(lower: Double, upper: Double)?]]

  init(study: Study, effects: HeadlineEffects) {
    limits = effects.parts.map { parts in
      study.sizeClasses.map { size in
        var (lower, upper) = (0.0, 0.0)
        // An indicator that is made of no count has no limits to be made of.
        guard !parts.isEmpty else { return nil }
        for (count, factor) in parts {
          let isBase = parts.count > 1 && (count.concept == .staff || count.concept == .headcount)
          let limit = study.assumptions.limit(for: count, sizeClass: size.code).map { ($0.lower, $0.upper) }
          guard let ends = isBase ? (1, 1) : limit else { return nil }
          lower += min(factor * ends.0, factor * ends.1)
          upper += max(factor * ends.0, factor * ends.1)
        }
        return (lower, upper)
      }
    }
  }

  /// Nil where the study does not limit a count that the headline is made of: then it is not known how far it may lie.
  func limits(slot: Int, sizeClass: Int) -> (lower: Double, upper: Double)? { limits[slot][sizeClass] }
}
