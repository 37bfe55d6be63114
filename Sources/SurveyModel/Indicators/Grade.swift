/// What the report may say of a cell (F4): A the number, B the interval only, C words, D nothing.
package enum Grade: String, CaseIterable, Hashable, Sendable {
  // The grades are letters everywhere they are printed.
  // swift-format-ignore: AlwaysUseLowerCamelCase
  case A, B, C, D
}

/// What may be claimed of a gap (F18). The word "certain" is never printed.
package enum Verdict: String, CaseIterable, Hashable, Sendable {
  case shortageInEveryScenario
  case likelyShortage
  case undetermined
  case likelySurplus
  case surplusInEveryScenario
}
