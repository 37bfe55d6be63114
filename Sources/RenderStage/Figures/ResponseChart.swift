import Markup
import ReleasedRecords

/// Response by sector and size: one bar per stratum from 0 to 100 per cent, with the counts beside it.
struct ResponseChart {
  struct Cell {
    var answered: Int
    /// Asked, and not found to be closed.
    var eligible: Int
    var rate: Double? { eligible > 0 ? Double(answered) / Double(eligible) : nil }

    /// "54 % (20 av 37)"; nil where nobody could answer.
    func said(_ words: Words) -> String? {
      let of = words.pick("av", "of")
      return rate.map {
        "\(words.wording.percent($0)) (\(words.wording.number(answered)) \(of) \(words.wording.number(eligible)))"
      }
    }
  }

  var title: String
  var rows: [String]
  var columns: [String]
  /// By row and column; nil where nobody was asked.
  var cells: [[Cell?]]

  private static let labels = 150.0
  private static let rowHeight = 58.0
  private static let columnWidth = 138.0

  func svg(_ words: Words, description: String) throws(XMLWriterError) -> String {
    let width = Self.labels + Double(columns.count) * Self.columnWidth + 20
    let height = 94 + Double(rows.count) * Self.rowHeight + 40
    var drawing = try Drawing(
      width: width, height: height, language: words.language.rawValue, title: title, description: description)
    drawing.text(title, x: 16, y: 28, size: 17, isBold: true)
    for (column, label) in columns.enumerated() {
      for (place, line) in Drawing.lines(label, width: Self.columnWidth - 16, size: 12).enumerated() {
        drawing.text(line, x: left(column), y: 58 + 15 * Double(place), size: 12, isBold: true)
      }
    }
    for (row, label) in rows.enumerated() {
      let y = 94 + Double(row) * Self.rowHeight
      drawing.line(x1: 16, y1: y - 6, x2: width - 16, y2: y - 6, isQuiet: true)
      drawing.text(label, x: 16, y: y + 22, size: 13, isBold: true)
      for (column, cell) in cells[row].enumerated() { draw(cell, x: left(column), y: y, words, in: &drawing) }
    }
    drawing.text(
      words.pick(
        "Stapelns ram är alla som kunde svara; det fyllda är de som svarade.",
        "The frame of a bar is all who could answer; what is filled are those who did."),
      x: 16, y: height - 16, size: 12, isQuiet: true)
    return try drawing.finish()
  }

  private func left(_ column: Int) -> Double { Self.labels + Double(column) * Self.columnWidth }

  private func draw(_ cell: Cell?, x: Double, y: Double, _ words: Words, in drawing: inout Drawing) {
    guard let cell, let rate = cell.rate, let said = cell.said(words) else {
      drawing.text(words.pick("ingen tillfrågad", "nobody asked"), x: x, y: y + 22, size: 12, isQuiet: true)
      return
    }
    let full = Self.columnWidth - 22
    drawing.bar(from: x, to: x + full, y: y + 4, height: 16, fill: .interval)
    if rate > 0 { drawing.bar(from: x, to: x + full * min(rate, 1), y: y + 4, height: 16, fill: .solid) }
    drawing.text(said, x: x, y: y + 36, size: 12)
  }
}
