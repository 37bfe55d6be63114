import ReleasedRecords

extension Words {
  /// A cell as tables print it: what its grade allows, and one mark. Or the symbol that says why there is nothing.
  func cell(_ cell: ReleasedCell?) -> String {
    guard let cell else { return symbol(.cannotOccur) }
    if cell.status == .notAsked, cell.missingComponents != nil { return pick("ej känt", "not known") }
    guard cell.status == .shown, cell.grade != .D else {
      return symbol(cell.status == .shown ? .uncertain : cell.status)
    }
    let mark = (cell.grade.map { " " + $0.rawValue } ?? "") + footnoteMark(cell)
    let interval = self.interval(cell)
    if cell.grade != .C, let estimate = cell.estimate, cell.grade != .B {
      // Everybody answered, and nothing was left open.
      let isExact = cell.low == estimate && cell.high == estimate
      return value(estimate, of: cell.indicator, like: cell.high)
        + (isExact ? "" : interval.map { " (\($0))" } ?? "") + mark
    }
    if cell.grade != .C, let interval { return interval + mark }
    if let verdict = cell.verdict { return self.verdict(verdict) + mark }
    return word(for: cell).map { $0 + mark } ?? symbol(.uncertain)
  }

  /// A total is not its twin without dominant employers, a total that lacks one is not a total of all, and a supply of
  /// which a part is not known is not all supply.
  private func footnoteMark(_ cell: ReleasedCell) -> String {
    (cell.excludesDominant == true ? "¹" : "") + (cell.dominantMissing == true ? "²" : "")
      + (cell.indicator == .supply && cell.missingComponents?.isEmpty == false ? "³" : "")
  }

  /// What the marks of `cell(_:)` mean, for those that occur in a text.
  func footnotes(in text: String) -> [String] {
    [
      ("¹", withoutDominant.uppercasedFirst),
      (
        "²",
        pick(
          "En dominerande arbetsgivare har inte svarat; siffran gäller de andra",
          "A dominant employer has not answered; the figure is for the others")
      ),
      (
        "³",
        pick(
          "Någon del av tillgången är inte känd; summan gäller de andra delarna",
          "A part of the supply is not known; the sum is of the other parts")
      ),
    ].filter { text.contains($0.0) }.map { "\($0) \($1)." }
  }

  var withoutDominant: String {
    guard leftOut.isEmpty else { return pick("utan ", "without ") + wording.list(leftOut) }
    return pick(
      "utan dominerande arbetsgivare som inte har gett sitt medgivande",
      "without dominant employers who have not given their consent")
  }

  func symbol(_ status: ReleasedCell.Status) -> String {
    switch status {
    case .shown: ""
    case .zero: "–"
    case .cannotOccur: "."
    case .uncertain: ".."
    case .confidential: "×"
    case .notAsked: ":"
    }
  }

  /// In a sentence: why there is no figure.
  func reason(_ cell: ReleasedCell?) -> String {
    switch cell?.status ?? .cannotOccur {
    case .shown where cell?.grade == .C:
      word(for: cell ?? ReleasedCell()).map { pick("bara ordet ”\($0)”", "only the word “\($0)”") }
        ?? pick("för osäkert", "too uncertain")
    case .shown, .uncertain: pick("för osäkert", "too uncertain")
    case .zero: pick("noll", "zero")
    case .cannotOccur: pick("kan inte finnas", "cannot occur")
    case .confidential: pick("skyddas av sekretess", "confidential")
    case .notAsked: pick("inte frågat", "not asked")
    }
  }

  /// A number in the indicator's own form: persons whole, shares in per cent, balances in points.
  ///
  /// - Parameter widest: the largest number it stands beside; shares below ten per cent have a decimal, all or none.
  func value(_ value: Double, of indicator: Indicator, like widest: Double? = nil) -> String {
    switch indicator.kind {
    case .share: wording.percent(value, decimals: Self.decimals(ofShareUpTo: widest ?? 1))
    case .balance: wording.number(100 * value)
    case .grade: wording.number(value, decimals: 2)
    case .signedShare: wording.percent(value, decimals: 1)
    case .total, .signedTotal: wording.number(value)
    }
  }

  private static func decimals(ofShareUpTo high: Double) -> Int { high < 0.1 ? 1 : 0 }

  func interval(_ cell: ReleasedCell) -> String? {
    guard let low = cell.low, let high = cell.high, cell.status == .shown, cell.grade != .C, cell.grade != .D else {
      return nil
    }
    switch cell.indicator.kind {
    case .share:
      return wording.range(100 * low, 100 * high, decimals: Self.decimals(ofShareUpTo: high)) + pick("\u{A0}%", "%")
    case .balance: return wording.range(100 * low, 100 * high)
    case .grade: return wording.range(low, high, decimals: 2)
    case .signedShare: return wording.range(100 * low, 100 * high, decimals: 1) + pick("\u{A0}%", "%")
    case .total, .signedTotal: return wording.range(low, high)
    }
  }

  /// A cell inside a sentence: `omkring 1 200` (A), `mellan 900 och 1 400` (B), or nil when no number may be said.
  func spoken(_ cell: ReleasedCell?) -> String? {
    guard let cell, cell.status == .shown else { return nil }
    return spoken(estimate: cell.estimate, low: cell.low, high: cell.high, of: cell)
  }

  /// The same per year of the horizon, rounded as persons are.
  func spokenPerYear(_ cell: ReleasedCell?) -> String? {
    guard let cell, cell.status == .shown, let horizon = cell.horizon, horizon > 0 else { return nil }
    func perYear(_ value: Double) -> Double {
      let (year, base) = (value / Double(horizon), Double(max(1, study.protection.rounding)))
      return abs(year) < 2 * base ? year.rounded() : (year / base).rounded() * base
    }
    return spoken(
      estimate: cell.estimate.map(perYear), low: cell.low.map(perYear), high: cell.high.map(perYear), of: cell)
  }

  private func spoken(estimate: Double?, low: Double?, high: Double?, of cell: ReleasedCell) -> String? {
    switch cell.grade {
    case .A:
      return estimate.map { pick("omkring ", "about ") + value($0, of: cell.indicator, like: high) }
    case .B:
      guard let low, let high else { return nil }
      let to = value(high, of: cell.indicator, like: high)
      var from = value(low, of: cell.indicator, like: high)
      if cell.indicator.kind == .share { from = String(from.prefix { $0 != "\u{A0}" && $0 != "%" }) }
      return from == to
        ? pick("omkring ", "about ") + to : pick("mellan \(from) och \(to)", "between \(from) and \(to)")
    case .C, .D, nil: return nil
    }
  }
}

extension ReleasedCell {
  /// May be said in figures: number and interval, or interval.
  var isSpeakable: Bool { status == .shown && (grade == .A || grade == .B) && low != nil && high != nil }

  /// What it is at least, for putting cells in order: the lower end of the interval.
  var least: Double { low ?? estimate ?? 0 }
}
