/// What the forecast's tables list beside components of supply, factors and scenarios.
package enum GapItem {
  /// Don't-knows and open-ended answers, within the stated limits (F21).
  package static let openAnswers = "open-answers"
  /// How far employers' optimism is shared (ρ of F20).
  package static let sharedOptimism = "shared-optimism"
}
