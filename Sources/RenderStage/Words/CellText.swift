import ReleasedRecords

extension Words {
  /// A cell as tables print it: what its grade allows, and one mark. Or the symbol that says why there is nothing.
  func cell(_ cell: ReleasedCell?) -> String {
    guard let cell else { return "." }
    guard cell.status == .shown else { return symbol(cell.status) }
    let mark = cell.grade.map { " " + $0.rawValue } ?? ""
    if let verdict = cell.verdict, cell.estimate == nil, cell.low == nil { return self.verdict(verdict) + mark }
    switch cell.grade {
    case .C: return (word(for: cell) ?? symbol(.uncertain)) + mark
    case .D: return symbol(.uncertain)
    case .A, .B, nil:
      let interval = self.interval(cell)
      guard let estimate = cell.estimate else { return (interval ?? symbol(.uncertain)) + mark }
      return value(estimate, of: cell.indicator) + (interval.map { " (\($0))" } ?? "") + mark
    }
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

  /// A number in the indicator's own form: persons whole, shares in per cent, balances in points.
  func value(_ value: Double, of indicator: Indicator) -> String {
    switch indicator.kind {
    case .share: wording.percent(value)
    case .balance: wording.number(100 * value)
    case .total, .signedTotal: wording.number(value)
    }
  }

  func interval(_ cell: ReleasedCell) -> String? {
    guard let low = cell.low, let high = cell.high else { return nil }
    switch cell.indicator.kind {
    case .share:
      let text = wording.range(100 * low, 100 * high)
      return text + pick("\u{A0}%", "%")
    case .balance: return wording.range(100 * low, 100 * high)
    case .total, .signedTotal: return wording.range(low, high)
    }
  }

  /// A cell inside a sentence: "omkring 1 200", "mellan 900 och 1 400", or nil when nothing may be said in numbers.
  func spoken(_ cell: ReleasedCell) -> String? {
    guard cell.status == .shown else { return nil }
    if let estimate = cell.estimate { return pick("omkring ", "about ") + value(estimate, of: cell.indicator) }
    guard let low = cell.low, let high = cell.high, cell.grade == .B else { return nil }
    let isShare = cell.indicator.kind == .share
    let (from, to) = (
      isShare ? wording.number(100 * low) : value(low, of: cell.indicator), value(high, of: cell.indicator)
    )
    return pick("mellan \(from) och \(to)", "between \(from) and \(to)")
  }
}
