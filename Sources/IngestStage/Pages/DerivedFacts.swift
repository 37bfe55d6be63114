import ConfidentialRecords

/// Facts that follow from those of a page, with their checks (ING-05). They stand on fields with these keys:
/// `support` and `budget` (money), `period`, `owner`.
enum DerivedFacts {
  static let feature = "ING-05"

  static func of(_ fields: [PageField], places: PlaceNames) -> [PageField] {
    func first(_ key: String) -> PageField? { fields.first { $0.key == key } }
    var derived: [PageField] = []
    func add(_ key: String, _ value: String, line: Int?) {
      derived.append(PageField(key: key, value: value, line: line, feature: feature))
    }
    if let support = first("support"), let budget = first("budget"), let share = share(support.value, budget.value) {
      add("supportSharePercent", share, line: support.line)
    }
    if let from = first("periodFrom"), let to = first("periodTo"), let period = Period("\(from.value) \(to.value)") {
      add("periodDays", String(period.days), line: from.line)
      add("periodJulyDays", String(period.julyDays), line: from.line)
    }
    if let owner = first("owner"), let code = places.municipality(ofOwner: owner.value) {
      add("ownerMunicipality", code, line: owner.line)
    }
    return derived
  }

  /// The support in per cent of the budget, with one decimal; nil unless both are of one unit and the support is
  /// within the budget.
  private static func share(_ support: String, _ budget: String) -> String? {
    let support = support.split(separator: " ")
    let budget = budget.split(separator: " ")
    guard support.count == 2, budget.count == 2, support[1] == budget[1], let part = Int(support[0]),
      let whole = Int(budget[0]), whole > 0, part <= whole, whole < Int.max / 2000
    else { return nil }
    let tenths = (2000 * part + whole) / (2 * whole)
    return "\(tenths / 10).\(tenths % 10)"
  }
}
