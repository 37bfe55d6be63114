import ConfidentialRecords

/// A sum over employers that printed cells show or give away, once, in however many tables it stands.
struct LinkedTotal: Sendable {
  struct Key: Hashable, Sendable {
    var measure: Measure
    var domain: Domain
  }

  let key: Key
  /// Weighted sum, unrounded; 0 where nobody answered.
  var value: Double
  var contributors: Contributors
  /// Employers behind a share of employers: judged, though their number is no secret.
  var shareBase: Contributors?
  /// Of whom the sum speaks, when it is 0.
  var zeroBase: Key?
  /// Cells that show it or give it away, as places in the list of cells.
  var cells: [Int] = []

  var id: String { "\(key.measure.name)/\(key.domain.key)" }
}

/// Every total behind the cells of a release (DIS-04): the same indicator and domain in two tables is one total, and a
/// share stands for its two parts.
struct LinkedTotals: Sendable {
  private(set) var totals: [LinkedTotal] = []
  private var places: [LinkedTotal.Key: Int] = [:]
  /// By cell: the totals that must all be open for the cell to be shown.
  private(set) var ofCell: [[Int]] = []

  init(_ cells: [InputCell]) {
    for (place, cell) in cells.enumerated() {
      let (indicator, domain) = (cell.indicator, cell.estimate.domain)
      guard indicator.reckonedFrom.isEmpty else {
        ofCell.append([])
        continue
      }
      let upper = cell.contributors.numerator
      var parts = [
        note(
          indicator.numerator, domain, value: Self.numerator(of: cell), upper, base: indicator.base,
          shareBase: indicator.denominator == nil ? cell.contributors.denominator : nil)
      ]
      if let measure = indicator.denominator, let lower = cell.contributors.denominator {
        var whole = domain
        whole.item = nil
        parts.append(
          note(measure, whole, value: lower.total + lower.unprotectedTotal, lower, base: indicator.base, shareBase: nil)
        )
      }
      for part in parts { totals[part].cells.append(place) }
      ofCell.append(parts)
    }
    for (place, cell) in cells.enumerated() where !cell.indicator.reckonedFrom.isEmpty {
      ofCell[place] = sources(of: cell)
    }
  }

  /// A figure that is reckoned from others by public rates is no total of its own: it is open where they are, and where
  /// it is shown they are taken for known.
  private func sources(of cell: InputCell) -> [Int] {
    var now = cell.estimate.domain
    now.horizon = nil
    return cell.indicator.reckonedFrom.flatMap { source -> [Int] in
      let domain = source.hasHorizon ? cell.estimate.domain : now
      guard source.itemsAddUp else { return [self[.total(source), domain]].compactMap(\.self) }
      return ExitAges.bands.compactMap { band in
        var part = domain
        part.item = band
        return self[.total(source), part]
      }
    }
  }

  subscript(measure: Measure, domain: Domain) -> Int? { places[LinkedTotal.Key(measure: measure, domain: domain)] }
  func place(of key: LinkedTotal.Key) -> Int? { places[key] }

  /// The sum a share is of is in no record; it is what its contributors add up to, and signed for a balance.
  private static func numerator(of cell: InputCell) -> Double {
    let contributors = cell.contributors
    switch cell.indicator.kind {
    case .total, .signedTotal, .signedShare: return cell.estimate.estimate ?? 0
    case .share: return contributors.numerator.total + contributors.numerator.unprotectedTotal
    case .balance, .grade:
      let whole = (contributors.denominator?.total ?? 0) + (contributors.denominator?.unprotectedTotal ?? 0)
      return (cell.estimate.estimate ?? 0) * whole
    }
  }

  private mutating func note(
    _ measure: Measure, _ domain: Domain, value: Double, _ contributors: Contributors, base: Indicator?,
    shareBase: Contributors?
  ) -> Int {
    let key = LinkedTotal.Key(measure: measure, domain: domain)
    if let place = places[key] {
      if let shareBase { totals[place].shareBase = shareBase }
      return place
    }
    places[key] = totals.count
    totals.append(
      LinkedTotal(
        key: key, value: value, contributors: contributors, shareBase: shareBase,
        zeroBase: Self.zeroBase(measure, domain, base)))
    return totals.count - 1
  }

  private static func zeroBase(_ measure: Measure, _ domain: Domain, _ base: Indicator?) -> LinkedTotal.Key? {
    var whole = domain
    whole.item = nil
    if measure.itemsAddUp, domain.item != nil { return LinkedTotal.Key(measure: measure, domain: whole) }
    whole.horizon = nil
    guard let base, Measure.total(base) != measure else { return nil }
    return LinkedTotal.Key(measure: .total(base), domain: whole)
  }
}
