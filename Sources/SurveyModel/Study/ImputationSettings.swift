/// How missing answers are drawn (EDT-08): how many times, and the seed that all draws follow from.
package struct ImputationSettings: Hashable, Sendable {
  /// m of Rubin's rules.
  package var draws: Int
  /// The same seed and the same answers give the same draws, on any machine.
  package var seed: UInt64

  package init(draws: Int = 10, seed: UInt64 = 1) {
    self.draws = draws
    self.seed = seed
  }
}
