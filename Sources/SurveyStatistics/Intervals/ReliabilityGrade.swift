/// How much may be said about a cell (F4): A a number, B an interval only, C words, D nothing.
package enum ReliabilityGrade: String, Hashable, Sendable, Comparable, CaseIterable {
  case a = "A"
  case b = "B"
  case c = "C"
  case d = "D"

  /// The better grade is the lesser.
  package static func < (one: ReliabilityGrade, other: ReliabilityGrade) -> Bool { one.rawValue < other.rawValue }
}

/// Where one grade ends and the next begins; a study states its own.
package struct GradeCutOffs: Hashable, Sendable {
  package var share: Share
  package var total: Total
  package var signed: Signed

  package init(share: Share, total: Total, signed: Signed) {
    self.share = share
    self.total = total
    self.signed = signed
  }

  package struct Share: Hashable, Sendable {
    /// Least n* for A and for B.
    package var effectiveSizeA = 30.0
    package var effectiveSizeB = 10.0
    package var degreesOfFreedomA = 8
    /// A width at or under this is A however large it is beside the share.
    package var narrowWidthA = 0.05
    package var widthA = 0.30
    package var relativeWidthA = 1.30
    package var widthB = 0.50
    package init() {}
  }

  package struct Total: Hashable, Sendable {
    package var contributors = 10
    package var relativeWidthA = 0.80
    package var relativeWidthB = 1.60
    package init() {}
  }

  package struct Signed: Hashable, Sendable {
    package var widthPerStaffA = 0.05
    package var widthPerStaffB = 0.15
    package init() {}
  }

  /// The values of F4.
  package static let standard = GradeCutOffs(share: Share(), total: Total(), signed: Signed())
}

extension ReliabilityGrade {
  /// Grade of a share.
  ///
  /// - Parameters:
  ///   - limits: the interval, widened by the bounds for uncertain answers; `nil` where none could be made.
  ///   - effectiveSize: n* of `effectiveSize(ofShare:…)`; ∞ where all units answered, and then the degrees of freedom
  ///     do not count.
  package static func ofShare(
    _ share: Double, limits: ConfidenceInterval?, effectiveSize: Double?, degreesOfFreedom: Int,
    cutOffs: GradeCutOffs.Share
  ) -> ReliabilityGrade {
    guard let limits, let n = effectiveSize else { return .d }
    let width = limits.width
    let isKnownWell = n >= cutOffs.effectiveSizeA && (n == .infinity || degreesOfFreedom >= cutOffs.degreesOfFreedomA)
    let isNarrow =
      width <= cutOffs.narrowWidthA || (width < cutOffs.widthA && width <= cutOffs.relativeWidthA * share)
    if isKnownWell && isNarrow { return .a }
    if n >= cutOffs.effectiveSizeB && width < cutOffs.widthB { return .b }
    return limits.contains(0.5) ? .d : .c
  }

  /// Grade of a total that cannot be negative.
  ///
  /// - Parameter contributors: answers in the cell that are not 0.
  package static func ofTotal(
    _ total: Double, limits: ConfidenceInterval?, contributors: Int, cutOffs: GradeCutOffs.Total
  ) -> ReliabilityGrade {
    guard let limits else { return .d }
    if contributors >= cutOffs.contributors {
      if limits.width <= cutOffs.relativeWidthA * total { return .a }
      if limits.width <= cutOffs.relativeWidthB * total { return .b }
    }
    return limits.contains(0) ? .d : .c
  }

  /// Grade of a difference, a growth, posts to fill, a replacement need or a gap.
  ///
  /// - Parameter staff: staff now in the domain, in the unit of the measure.
  package static func ofSigned(
    limits: ConfidenceInterval?, staff: Double, cutOffs: GradeCutOffs.Signed
  ) -> ReliabilityGrade {
    guard let limits else { return .d }
    if staff > 0 {
      if limits.width <= cutOffs.widthPerStaffA * staff { return .a }
      if limits.width <= cutOffs.widthPerStaffB * staff { return .b }
    }
    return limits.contains(0) ? .d : .c
  }
}
