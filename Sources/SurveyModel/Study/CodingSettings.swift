/// How titles are coded (COD-01).
package struct CodingSettings: Hashable, Sendable {
  /// The least score, 0 to 1, at which a code is accepted on likeness; below it the title goes to the work list.
  package var threshold: Double

  /// - Parameter threshold: chosen by cross-validation over the lists of titles; see Documentation/coding.md.
  package init(threshold: Double = 0.7) { self.threshold = threshold }
}
