/// Forms of titles and the group each of them means. A form that means two groups of one three-digit group means that;
/// one that means groups further apart means none.
struct TitleIndex: Sendable {
  enum Hit: Hashable {
    case code(String)
    /// The groups it could be.
    case ambiguous([String])
  }

  private var codes: [String: Set<String>] = [:]

  mutating func add(_ form: String, _ code: String) {
    guard !form.isEmpty else { return }
    codes[form, default: []].insert(code)
  }

  /// Nil: no such form is known.
  func hit(_ form: String) -> Hit? {
    guard let found = codes[form] else { return nil }
    return Self.agreed(found).map(Hit.code) ?? .ambiguous(found.sorted())
  }

  /// The group that codes have in common, at three digits or more.
  static func agreed(_ codes: Set<String>) -> String? {
    guard let first = codes.first, codes.count > 1 else { return codes.first }
    let group = String(first.prefix(3))
    return group.count == 3 && codes.allSatisfy { $0.hasPrefix(group) } ? group : nil
  }
}
