/// Compares what was computed with what the reference says, number by number, at the reference's tolerances.
struct TreeComparison {
  /// Relative; a safe demand of estimates and standard errors.
  static let demand = 1e-9

  private(set) var compared = 0
  private(set) var setAside = 0
  /// Of the numbers held to the demand, and of those of iterative methods, which have a tolerance of their own.
  private(set) var largest = (difference: 0.0, place: "")
  private(set) var largestIterative = (difference: 0.0, place: "")
  private(set) var faults: [String] = []

  /// Pairs results by what they are about, not by their order.
  mutating func compare(_ expected: [JSON], _ got: [JSON], in id: String, tolerance: Double) {
    var remaining = Dictionary(grouping: got, by: Self.subject)
    for result in expected {
      let subject = Self.subject(result)
      guard let match = remaining[subject]?.popLast() else {
        faults.append("\(id): nothing computed for \(subject)")
        continue
      }
      compare(result, match, at: "\(id) \(subject)", tolerance: tolerance)
    }
    for (subject, extra) in remaining where !extra.isEmpty {
      faults.append("\(id): \(subject) is not in the reference")
    }
  }

  mutating func fail(_ fault: String) { faults.append(fault) }

  private static func subject(_ result: JSON) -> String {
    var parts: [String] = []
    if case .object(let domain) = result["domain"] {
      parts += domain.keys.sorted().map { "\($0)=\(domain[$0]?.text ?? "")" }
    }
    for key in ["variable", "method", "id"] { parts += [result[key]?.text].compactMap { $0 } }
    for key in ["p", "at"] { parts += [result[key]?.number].compactMap { $0 }.map { "\(key)=\($0)" } }
    parts += (result["parameters"]?.list ?? []).compactMap { $0.number.map(\.description) }
    return parts.joined(separator: " ")
  }

  private mutating func compare(_ expected: JSON, _ got: JSON, at place: String, tolerance: Double, scale: Double = 0) {
    switch (expected, got) {
    case (.number(let a), .number(let b)):
      compared += 1
      let size = max(a.magnitude, b.magnitude, scale)
      guard a != b, size > 0 else { return }
      let difference = (a - b).magnitude / size
      if tolerance > Self.demand {
        if difference > largestIterative.difference { largestIterative = (difference, place) }
      } else if difference > largest.difference {
        largest = (difference, place)
      }
      if !(difference <= tolerance) { faults.append("\(place): expected \(a), got \(b)") }
    case (.list(let a), .list(let b)) where a.count == b.count:
      // The limits of an interval are as exact as the larger of them.
      let size = a.count == 2 ? (a.compactMap { $0.number?.magnitude }.max() ?? 0) : 0
      for (i, (x, y)) in zip(a, b).enumerated() {
        compare(x, y, at: "\(place)[\(i)]", tolerance: tolerance, scale: size)
      }
    case (.object(let a), .object(let b)):
      compareMembers(a, b, at: place, tolerance: tolerance)
    default:
      if expected != got { faults.append("\(place): expected \(expected), got \(got)") }
    }
  }

  private mutating func compareMembers(
    _ a: [String: JSON], _ b: [String: JSON], at place: String, tolerance: Double
  ) {
    let isRoundingOnly = Self.isRoundingOnly(a, b)
    let isNearZero = (a["cv"]?.number ?? 0).magnitude > 1_000
    for key in Set(a.keys).union(b.keys).sorted() {
      guard let x = a[key], let y = b[key] else {
        faults.append("\(place).\(key): \(a[key] == nil ? "not in the reference" : "not computed")")
        continue
      }
      let inner = "\(place).\(key)"
      switch key {
      case "cv" where isRoundingOnly || isNearZero, "ci_normal" where isRoundingOnly, "ci_t" where isRoundingOnly,
        "ci_t_domain" where isRoundingOnly:
        setAside += x.numericLeaves
      case "estimate" where isNearZero:
        compare(x, y, at: inner, tolerance: tolerance, scale: a["se"]?.number ?? 0)
      case "se" where isRoundingOnly:
        compare(x, y, at: inner, tolerance: tolerance, scale: a["estimate"]?.number?.magnitude ?? 0)
      case "variance" where isRoundingOnly:
        let estimate = a["estimate"]?.number ?? 0
        compare(x, y, at: inner, tolerance: tolerance, scale: estimate * estimate)
      case "logit": compare(x, y, at: inner, tolerance: 1e-8)
      case "likelihood": compare(x, y, at: inner, tolerance: 1e-4)
      default: compare(x, y, at: inner, tolerance: tolerance)
      }
    }
  }

  /// A standard error below 1e-9 times the estimate stands for zero with rounding noise: compare it absolutely, and
  /// leave what is made from it. Likewise the cv of a total near zero, which magnifies rounding.
  private static func isRoundingOnly(_ expected: [String: JSON], _ got: [String: JSON]) -> Bool {
    guard let estimate = expected["estimate"]?.number, let a = expected["se"]?.number, let b = got["se"]?.number else {
      return false
    }
    return max(a, b) > 0 && max(a, b) < 1e-9 * estimate.magnitude
  }
}
