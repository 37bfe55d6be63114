/// What to do with a stratum of which one unit was sampled, although it holds more. A stratum that is sampled in
/// full is never lone, not even with one unit.
package enum LoneUnitRule: Hashable, Sendable, CaseIterable {
  /// The sample is refused.
  case fail
  /// As if the unit were the whole stratum: nothing is added to the variance.
  case certainty
  /// The stratum is left out of the variance: nothing is added either.
  case remove
  /// The score itself is taken as the deviation: (1 − 1/N_h)·z².
  case adjust
  /// As much as the other strata have on average: their sum times strata met / strata met that are not lone.
  case average
}
