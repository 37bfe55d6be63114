/// What a three-digit group of SSYK 96 became in SSYK 2012 (COD-05).
///
/// There is no official key among the lists: a bridge is derived from names, and says so. Where a group was split, or
/// nothing shows where it went, the series breaks: it must be drawn as broken, and a person may choose among the
/// candidates.
package struct OccupationBridge: Hashable, Sendable {
  package var ssyk96: String
  /// SSYK 2012, three digits; nil where the series breaks.
  package var ssyk2012: String?
  /// The groups that names of the old group are found in.
  package var candidates: [String]
  /// The names that the two have in common.
  package var evidence: String

  package var isBroken: Bool { ssyk2012 == nil }

  package init(ssyk96: String, ssyk2012: String?, candidates: [String], evidence: String) {
    self.ssyk96 = ssyk96
    self.ssyk2012 = ssyk2012
    self.candidates = candidates
    self.evidence = evidence
  }
}

extension Classifications {
  /// What became of a group of SSYK 96.
  ///
  /// - Parameter code: three or four digits; the fourth is not looked at. Nil when SSYK 96 has no such group.
  package func bridge(fromSSYK96 code: String) -> OccupationBridge? {
    code.count == 3 || code.count == 4 ? occupationBridges[String(code.prefix(3))] : nil
  }
}
