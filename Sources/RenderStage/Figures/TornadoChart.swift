import Markup

/// Horizontal bars on both sides of 0: how far a figure moves when one assumption at a time goes to its low end (striped,
/// above) or its high end (solid, below).
struct TornadoChart {
  struct Row {
    var label: String
    var low: Double
    var high: Double
    /// Both moves as text.
    var note: String
  }

  var title: String
  var axisLabel: String
  var rows: [Row]

  private static let width = 900.0
  private static let labels = 300.0
  private static let right = 700.0
  private static let rowHeight = 40.0

  func svg(_ words: Words, description: String) throws(XMLWriterError) -> String {
    let top = 56.0
    let bottom = top + Double(rows.count) * Self.rowHeight
    var drawing = try Drawing(
      width: Self.width, height: bottom + 76, language: words.language.rawValue, title: title,
      description: description)
    drawing.text(title, x: 16, y: 28, size: 17, isBold: true)
    let axis = Axis(values: rows.flatMap { [$0.low, $0.high] }, left: Self.labels, right: Self.right)
    for tick in axis.ticks {
      drawing.line(x1: axis.x(tick), y1: top, x2: axis.x(tick), y2: bottom, isQuiet: true)
      drawing.text(words.change(tick), x: axis.x(tick), y: bottom + 16, size: 11, anchor: .middle, isQuiet: true)
    }
    for (place, row) in rows.enumerated() {
      let middle = top + (Double(place) + 0.5) * Self.rowHeight
      let label = Drawing.fitted(row.label, width: Self.labels - 28)
      for (line, text) in label.lines.enumerated() {
        let y = middle + 4 + (Double(line) - Double(label.lines.count - 1) / 2) * (label.size + 1.5)
        drawing.text(text, x: Self.labels - 12, y: y, size: label.size, anchor: .end)
      }
      drawing.bar(from: axis.x(0), to: axis.x(row.low), y: middle - 14, height: 13, fill: .stripes)
      drawing.bar(from: axis.x(0), to: axis.x(row.high), y: middle + 1, height: 13, fill: .solid)
      drawing.text(row.note, x: Self.right + 14, y: middle + 4, size: 12)
    }
    drawing.line(x1: axis.x(0), y1: top, x2: axis.x(0), y2: bottom)
    drawing.text(
      axisLabel, x: (Self.labels + Self.right) / 2, y: bottom + 36, size: 12, anchor: .middle, isQuiet: true)
    drawing.bar(from: 16, to: 46, y: bottom + 50, height: 12, fill: .stripes)
    drawing.text(words.pick("antagandet lågt", "assumption low"), x: 56, y: bottom + 60, size: 12, isQuiet: true)
    drawing.bar(from: 216, to: 246, y: bottom + 50, height: 12, fill: .solid)
    drawing.text(words.pick("antagandet högt", "assumption high"), x: 256, y: bottom + 60, size: 12, isQuiet: true)
    return try drawing.finish()
  }
}
