/// From how far a group is ahead of the others to how often such a group was the right one, at three digits.
///
/// The points were counted by cross-validation over the lists of titles, each fifth of them coded by the others; see
/// Documentation/coding.md. Between two points the line, beyond the ends their values.
enum ScoreScale {
  /// Rising in both.
  static let points: [(margin: Double, score: Double)] = [
    (-1.1, 0.01), (-0.5, 0.05), (-0.25, 0.11), (0, 0.20), (0.1, 0.33), (0.2, 0.47), (0.3, 0.58), (0.4, 0.67),
    (0.5, 0.75),
    (0.65, 0.83), (0.8, 0.88), (1.2, 0.96),
  ]

  static func score(margin: Double) -> Double {
    guard margin > points[0].margin else { return points[0].score }
    for (low, high) in zip(points, points.dropFirst()) where margin <= high.margin {
      return low.score + (high.score - low.score) * (margin - low.margin) / (high.margin - low.margin)
    }
    return points[points.count - 1].score
  }
}
