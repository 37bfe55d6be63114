/// How far ahead an answer looks, in whole years from the base date. Nothing is interpolated between horizons.
package enum Horizon: Int, CaseIterable, Hashable, Sendable, Comparable {
  case twoYears = 2
  case fiveYears = 5
  case tenYears = 10

  package var years: Int { rawValue }
  /// Place in an array of three, in time order.
  package var index: Int { self == .twoYears ? 0 : self == .fiveYears ? 1 : 2 }

  package static func < (a: Horizon, b: Horizon) -> Bool { a.rawValue < b.rawValue }
}
