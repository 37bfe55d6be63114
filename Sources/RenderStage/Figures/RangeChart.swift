import Markup
import ReleasedRecords

/// Rows of cells along one axis: a bar or a dot with its interval where the number may be shown (A), the interval
/// alone where only that may be (B), and nothing but the symbol or word where neither may (C, D, hidden).
struct RangeChart {
  struct Row {
    var label: String
    var cell: ReleasedCell?
    var fill = Drawing.Fill.solid
  }

  struct Group {
    /// Nil where the rows stand alone.
    var title: String?
    var rows: [Row]
  }

  enum Style { case bars, dots }

  var title: String
  /// What the axis shows, with its unit.
  var axisLabel: String
  var groups: [Group]
  var style = Style.dots
  /// Ends of the axis that do not depend on the data.
  var limits: ClosedRange<Double>?
  /// Words at the two ends of the axis, for a balance.
  var ends: (low: String, high: String)?

  private static let width = 900.0
  private static let labels = 300.0
  private static let right = 684.0
  private static let rowHeight = 36.0

  var drawn: [Row] { groups.flatMap(\.rows).filter { Self.mark($0.cell) != nil } }
  var notDrawn: [Row] { groups.flatMap(\.rows).filter { Self.mark($0.cell) == nil } }

  /// What may be drawn of a cell.
  static func mark(_ cell: ReleasedCell?) -> (estimate: Double?, low: Double, high: Double)? {
    guard let cell, cell.status == .shown, let low = cell.low, let high = cell.high else { return nil }
    switch cell.grade {
    case .A, nil: return (cell.estimate, low, high)
    case .B: return (nil, low, high)
    case .C, .D: return nil
    }
  }

  func svg(_ words: Words, description: String) throws(XMLWriterError) -> String {
    let titled = groups.count { $0.title != nil }
    let rows = groups.reduce(0) { $0 + $1.rows.count }
    let top = 56.0 + (ends == nil ? 0 : 20)
    let bottom = top + Double(rows) * Self.rowHeight + Double(titled) * 28
    let notes = words.footnotes(in: groups.flatMap(\.rows).map { words.cell($0.cell) }.joined())
    var drawing = try Drawing(
      width: Self.width, height: bottom + 76 + 18 * Double(notes.count), language: words.language.rawValue,
      title: title, description: description)
    drawing.text(title, x: 16, y: 28, size: 17, isBold: true)
    let marks = groups.flatMap(\.rows).compactMap { Self.mark($0.cell) }
    let axis = Axis(
      values: marks.flatMap { [$0.low, $0.high, $0.estimate ?? $0.low] }, limits: limits, left: Self.labels,
      right: Self.right)
    draw(axis, from: top, to: bottom, words, in: &drawing)
    var y = top
    for group in groups {
      if let title = group.title {
        drawing.text(title, x: 16, y: y + 20, size: 14, isBold: true)
        y += 28
      }
      for row in group.rows {
        draw(row, at: y + Self.rowHeight / 2, axis, words, in: &drawing)
        y += Self.rowHeight
      }
    }
    key(at: bottom + 60, words, in: &drawing)
    for (place, note) in notes.enumerated() {
      drawing.text(note, x: 16, y: bottom + 82 + 18 * Double(place), size: 12, isQuiet: true)
    }
    return try drawing.finish()
  }

  private func draw(_ axis: Axis, from top: Double, to bottom: Double, _ words: Words, in drawing: inout Drawing) {
    let indicator = groups.first?.rows.lazy.compactMap { $0.cell }.first?.indicator ?? .staff
    for tick in axis.ticks {
      drawing.line(x1: axis.x(tick), y1: top, x2: axis.x(tick), y2: bottom, isQuiet: true)
      drawing.text(
        words.value(tick, of: indicator), x: axis.x(tick), y: bottom + 16, size: 11, anchor: .middle, isQuiet: true)
    }
    drawing.line(x1: axis.x(0), y1: top, x2: axis.x(0), y2: bottom)
    drawing.text(
      axisLabel, x: (Self.labels + Self.right) / 2, y: bottom + 36, size: 12, anchor: .middle, isQuiet: true)
    if let ends {
      drawing.text("← " + ends.low, x: Self.labels, y: top - 8, size: 12, isQuiet: true)
      drawing.text(ends.high + " →", x: Self.right, y: top - 8, size: 12, anchor: .end, isQuiet: true)
    }
  }

  private func draw(_ row: Row, at middle: Double, _ axis: Axis, _ words: Words, in drawing: inout Drawing) {
    let label = Drawing.fitted(row.label, width: Self.labels - 28)
    for (place, line) in label.lines.enumerated() {
      let y = middle + 4 + (Double(place) - Double(label.lines.count - 1) / 2) * (label.size + 1.5)
      drawing.text(line, x: Self.labels - 12, y: y, size: label.size, anchor: .end)
    }
    if let mark = Self.mark(row.cell) {
      if let estimate = mark.estimate {
        if style == .bars {
          drawing.bar(from: axis.x(0), to: axis.x(estimate), y: middle - 10, height: 20, fill: row.fill)
        }
        drawing.whisker(from: axis.x(mark.low), to: axis.x(mark.high), y: middle)
        if style == .dots { drawing.dot(x: axis.x(estimate), y: middle) }
      } else {
        drawing.bar(from: axis.x(mark.low), to: axis.x(mark.high), y: middle - 6, height: 12, fill: .interval)
      }
    }
    drawing.text(
      words.cell(row.cell), x: Self.right + 14, y: middle + 4, size: 12, isQuiet: Self.mark(row.cell) == nil)
  }

  /// What the marks mean.
  private func key(at y: Double, _ words: Words, in drawing: inout Drawing) {
    let isInterval = drawn.contains { Self.mark($0.cell)?.estimate == nil }
    drawing.whisker(from: 16, to: 46, y: y - 4)
    if style == .dots {
      drawing.dot(x: 31, y: y - 4)
    } else {
      drawing.bar(from: 16, to: 34, y: y - 9, height: 10, fill: .solid)
    }
    drawing.text(
      words.pick("skattning med 95 % osäkerhetsintervall", "estimate with its 95% interval"), x: 56, y: y, size: 12,
      isQuiet: true)
    guard isInterval else { return }
    drawing.bar(from: 380, to: 410, y: y - 10, height: 12, fill: .interval)
    drawing.text(
      words.pick("endast intervallet är pålitligt nog", "only the interval is sure enough"), x: 420, y: y, size: 12,
      isQuiet: true)
  }
}
