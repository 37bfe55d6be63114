/// The cut-offs of the reliability grades (F4).
package struct GradeLimits: Hashable, Sendable {
  package struct Share: Hashable, Sendable {
    package var effectiveA = 30.0
    package var degreesA = 8.0
    package var narrowWidthA = 0.05
    package var widthA = 0.30
    package var relativeWidthA = 1.30
    package var effectiveB = 10.0
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
    /// Interval width over staff now in the domain.
    package var widthA = 0.05
    package var widthB = 0.15
    package init() {}
  }

  package var share = Share()
  package var total = Total()
  package var signed = Signed()
  /// A cell of which more than this share rests on imputed values is no result of the survey: grade D (EDT-07).
  package var imputedShare = 0.5

  package init() {}
}
