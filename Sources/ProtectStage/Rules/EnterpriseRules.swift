import ConfidentialRecords

/// Secrecy of employers in a sum (F25): enough enterprises, and none that the others can work out.
///
///     unsafe   fewer than `minimum` protected enterprises, or X − x₁ − x₂ < (p/100)·x₁
///     level    U = (p/100)·x₁ − (X − x₁ − x₂): how far off everyone must stay who reckons the sum back
///
/// - X: weighted sum of |contribution| over the protected enterprises; x₁, x₂ the two largest, unweighted. Employers of
///   exempt sectors and those with a waiver are taken for known, so that nothing of theirs hides the others.
/// - A sum to which no protected enterprise adds is safe here; whether its 0 may be shown, `PersonRules` says.
/// - Source: Hundepool et al., Handbook on Statistical Disclosure Control, 2nd ed., ch. 4.2 (p% rule).
struct EnterpriseRules: Sendable {
  /// Least number of protected enterprises.
  let minimum: Int
  /// Per cent.
  let p: Double

  init(_ study: Study) {
    minimum = study.protection.minimumContributors
    p = study.keys.p
  }

  init(minimum: Int, p: Double) {
    self.minimum = minimum
    self.p = p
  }

  func reason(toHide contributors: Contributors) -> HidingReason? {
    guard contributors.enterprises > 0 else { return nil }
    if contributors.enterprises < minimum { return .tooFewEnterprises }
    return remainder(contributors) < p / 100 * contributors.largest ? .dominated : nil
  }

  /// U, in the unit of the sum. With too few enterprises the rest may be large and protects nobody: then it is the
  /// whole (p/100)·x₁.
  func level(_ contributors: Contributors) -> Double {
    let whole = p / 100 * contributors.largest
    return contributors.enterprises < minimum ? whole : max(0, whole - remainder(contributors))
  }

  private func remainder(_ contributors: Contributors) -> Double {
    contributors.total - contributors.largest - contributors.second
  }
}
