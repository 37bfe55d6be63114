import ConfidentialRecords

/// Margins: a total is the sum of its parts by one dimension (DIS-04).
///
/// - Municipality, sector, section and size class each partition; occupation by its levels, 1 → 2 → 3 digits, with
///   `all-other` and `uncoded` beside the first level; items where they are parts of one whole.
/// - Horizons are cumulative and do not add up. Employers that count once, however many occupations they count for, do
///   not add up over occupations.
/// - A part that has no cell is 0: every domain that anyone has an answer in has one.
extension LinkedSystem {
  mutating func addMargins(_ linked: LinkedTotals) {
    var parts: [Margin: [Int]] = [:]
    let levels = OccupationLevels(linked)
    for (place, total) in linked.totals.enumerated() {
      for margin in Margin.all(of: total.key, levels: levels) { parts[margin, default: []].append(place) }
    }
    for (whole, total) in linked.totals.enumerated() {
      for dimension in Margin.dimensions {
        guard let parts = parts[Margin(whole: total.key, dimension: dimension)] else { continue }
        relate([(whole, -1)] + parts.map { ($0, 1) })
      }
    }
  }
}

/// A whole, and the dimension that its parts are told apart by.
private struct Margin: Hashable {
  var whole: LinkedTotal.Key
  var dimension: Dimension

  static let dimensions: [Dimension] = [.municipality, .sector, .section, .sizeClass, .occupation1, .item]

  /// The margins that a total is a part of.
  static func all(of key: LinkedTotal.Key, levels: OccupationLevels) -> [Margin] {
    var margins: [Margin] = []
    func add(_ dimension: Dimension, _ widen: (inout Domain) -> Void) {
      var whole = key
      widen(&whole.domain)
      margins.append(Margin(whole: whole, dimension: dimension))
    }
    if key.domain.municipality != nil { add(.municipality) { $0.municipality = nil } }
    if key.domain.sector != nil { add(.sector) { $0.sector = nil } }
    if key.domain.section != nil { add(.section) { $0.section = nil } }
    if key.domain.sizeClass != nil { add(.sizeClass) { $0.sizeClass = nil } }
    if key.domain.item != nil, key.measure.itemsAddUp { add(.item) { $0.item = nil } }
    if let code = key.domain.occupation, !key.measure.countsOnceOverOccupations {
      let wider = levels.wider(code, of: key)
      add(.occupation1) { $0.occupation = wider }
    }
    return margins
  }
}

/// Which levels of SSYK a total is broken down by, with all else equal.
private struct OccupationLevels {
  private var digits: [LinkedTotal.Key: Set<Int>] = [:]

  init(_ linked: LinkedTotals) {
    for total in linked.totals {
      if let code = total.key.domain.occupation, Self.isCode(code) {
        digits[Self.slice(total.key), default: []].insert(code.utf8.count)
      }
    }
  }

  /// The code at the next level up that has cells; nil for all occupations.
  func wider(_ code: String, of key: LinkedTotal.Key) -> String? {
    guard Self.isCode(code) else { return nil }
    let above = (digits[Self.slice(key)] ?? []).filter { $0 < code.utf8.count }.max()
    return above.map { Occupation.group(of: code, digits: $0) }
  }

  private static func isCode(_ text: String) -> Bool { text != Occupation.allOther && text != Occupation.uncoded }

  private static func slice(_ key: LinkedTotal.Key) -> LinkedTotal.Key {
    var key = key
    key.domain.occupation = nil
    return key
  }
}
