/// A component of supply that is known for all of the domain. Unit: persons, cumulative from the base date.
package struct GapSupply: JSONObject, Hashable {
  package var component = ""
  package var low = 0.0
  package var base = 0.0
  package var high = 0.0

  package init() {}
  package init(component: String, low: Double, base: Double, high: Double) {
    self.component = component
    self.low = low
    self.base = base
    self.high = high
  }

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("component", &component)
    try v.field("low", &low)
    try v.field("base", &base)
    try v.field("high", &high)
  }
}

/// The gap in one scenario: its figure, and the limits of need carried over (FOR-06). Unit: persons.
package struct GapInScenario: JSONObject, Hashable {
  package var scenario = ""
  package var gap = 0.0
  package var low: Double?
  package var high: Double?
  /// F4, of this scenario alone: the interval over all of them is wider.
  package var grade = Grade.D

  package init() {}
  package init(scenario: String, gap: Double, low: Double?, high: Double?, grade: Grade) {
    self.scenario = scenario
    self.gap = gap
    self.low = low
    self.high = high
    self.grade = grade
  }

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("scenario", &scenario)
    try v.field("gap", &gap)
    try v.field("low", &low)
    try v.field("high", &high)
    try v.field("grade", &grade)
  }
}

/// What an external factor does to the gap, whether it is on or off (FOR-11). Unit: persons; plus widens the gap.
package struct GapFactor: JSONObject, Hashable {
  package var factor = ""
  package var isOn = true
  /// The effect is a share of the need: whoever knows the factor can reckon the need from it.
  package var tellsNeed = false
  /// Nil: not known, since what it is a share of is not.
  package var low: Double?
  package var base: Double?
  package var high: Double?

  package init() {}

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("factor", &factor)
    try v.field("isOn", &isOn)
    try v.field("tellsNeed", &tellsNeed)
    try v.field("low", &low)
    try v.field("base", &base)
    try v.field("high", &high)
  }
}

/// How far the gap moves when one assumption goes to an end (FOR-07). Unit: persons.
package struct GapSensitivity: JSONObject, Hashable {
  /// A component of supply, the id of a factor, or one of `GapItem`.
  package var item = ""
  /// Whoever knows the assumption can reckon the need from the move.
  package var tellsNeed = false
  package var moveLow = 0.0
  package var moveHigh = 0.0
  /// The verdict, were it known that the assumption lies at that end; nil where the gap is not known.
  package var verdictLow: Verdict?
  package var verdictHigh: Verdict?

  package init() {}
  package init(
    item: String, tellsNeed: Bool, moveLow: Double, moveHigh: Double, verdictLow: Verdict?, verdictHigh: Verdict?
  ) {
    self.item = item
    self.tellsNeed = tellsNeed
    self.moveLow = moveLow
    self.moveHigh = moveHigh
    self.verdictLow = verdictLow
    self.verdictHigh = verdictHigh
  }

  package mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("item", &item)
    try v.field("tellsNeed", &tellsNeed)
    try v.field("moveLow", &moveLow)
    try v.field("moveHigh", &moveHigh)
    try v.field("verdictLow", &verdictLow)
    try v.field("verdictHigh", &verdictHigh)
  }
}
