import Diagnostics
import Markup

/// The heading of a table: one to three of its first lines, under title lines that are no part of it.
struct TableHeading: Sendable {
  /// Lines before the first row of data, title lines among them.
  let end: Int
  let columns: TableColumns
  /// The lines that are the heading.
  let lines: Range<Int>
  /// The normalised cells of each, to know it again where a table repeats it.
  let texts: [[String]]
}

/// Finds the heading among the first lines of a table: where most of the questionnaire's fields are.
struct HeadingSearch {
  let plan: FieldPlan
  let index: ColumnIndex
  let redaction: ContactRedaction
  /// A cell that is empty goes with the one to its left, as where a spreadsheet has merged them.
  let fillsToTheRight: Bool

  /// Title lines and heading rows together.
  static let mostLines = 40
  static let mostRows = 3

  /// Nil when no line says anything.
  func heading(in written: [[String]]) -> TableHeading? {
    let lines = written.prefix(Self.mostLines).map { $0.map { NormalisedText($0).text } }
    guard let first = lines.firstIndex(where: { !$0.isBlank }) else { return nil }
    let counts = lines.map(index.matchCount)
    let most = counts.max() ?? 0
    let anchor = most == 0 ? first : counts.firstIndex(of: most) ?? first

    var best: TableHeading?
    for count in 1...Self.mostRows {
      // The rows of a heading stand together, and the one with most of the fields is among them.
      for start in max(0, anchor - count + 1)...anchor where start + count <= lines.count {
        let rows = start..<start + count
        guard !lines[start].isBlank else { continue }
        let heading = heading(rows, of: lines)
        if let known = best, !heading.isBetter(than: known) { continue }
        best = heading
      }
    }
    guard var best else { return nil }
    while best.lines.count < Self.mostRows, best.end < lines.count, isHeading(lines[best.end], under: best) {
      let longer = heading(best.lines.lowerBound..<best.end + 1, of: lines)
      best = longer.isWorse(than: best) ? TableHeading(best, followedBy: lines[best.end]) : longer
    }
    return best
  }

  private func heading(_ rows: Range<Int>, of lines: [[String]]) -> TableHeading {
    let width = lines[rows].map(\.count).max() ?? 0
    let filled = rows.map { row in
      fillsToTheRight && row + 1 < rows.upperBound ? lines[row].filledToTheRight(width: width) : lines[row]
    }
    let headings = (0..<width).map { column in
      ColumnHeading(number: column + 1, texts: filled.map { column < $0.count ? $0[column] : "" })
    }
    return TableHeading(
      end: rows.upperBound, columns: index.columns(headings), lines: rows, texts: rows.map { lines[$0] })
  }

  /// A line right under the heading that goes on with it: words where numbers and codes are due, such as the texts of
  /// the questions below their codes, or the choices of a question over several columns. A response is none of it: it
  /// has a key, or a number, or a choice somewhere.
  private func isHeading(_ cells: [String], under heading: TableHeading) -> Bool {
    if let unit = heading.columns.unitKey, unit < cells.count {
      if redaction.isKey(cells[unit]) || cells[unit].contains(where: \.isNumber) { return false }
    }
    guard Set(cells.filter { !$0.isEmpty }).count > 1 else { return false }
    var words = 0
    for field in heading.columns.fields {
      guard case .question(let place) = field.slot.target else { continue }
      let question = plan.questionnaire.questions[place]
      for (column, option) in field.columns where column < cells.count && !cells[column].isEmpty {
        let text = cells[column]
        let code = plan.options[place]?.code(normalised: text)
        if let option, code == option, Tick(text) == nil {
          words += 1
        } else if question.kind != .text {
          if code != nil || Tick(text) != nil || !question.kind.hasCodes && text.contains(where: \.isNumber) {
            return false
          }
          words += 1
        }
      }
    }
    let asked = heading.columns.fields.filter(\.slot.target.isQuestion).reduce(0) { $0 + $1.columns.count }
    return words >= 2 && 2 * words >= asked
  }
}

extension TableHeading {
  /// A line more that belongs to the heading and says nothing of the fields.
  fileprivate init(_ heading: TableHeading, followedBy cells: [String]) {
    end = heading.end + 1
    columns = heading.columns
    lines = heading.lines.lowerBound..<heading.lines.upperBound + 1
    texts = heading.texts + [cells]
  }

  private var score: [Int] { [columns.unitKey == nil ? 0 : 1, columns.targetCount, -columns.repeated.count] }

  /// More fields; of two with as many the one with fewer rows, which is tried first.
  func isBetter(than other: TableHeading) -> Bool { other.score.lexicographicallyPrecedes(score) }
  fileprivate func isWorse(than other: TableHeading) -> Bool { score.lexicographicallyPrecedes(other.score) }

  /// As well as the other, as where a page has a table for every municipality.
  func isAsGood(as other: TableHeading) -> Bool { score == other.score }

  /// The line is one of the heading's once more.
  func isRepeated(in cells: [String]) -> Bool {
    let line = cells.map { NormalisedText($0).text }
    return texts.contains { heading in
      heading.count { !$0.isEmpty } > 1 && heading.withoutBlankEnd.elementsEqual(line.withoutBlankEnd)
    }
  }
}

extension [String] {
  /// Nothing in any cell.
  var isBlank: Bool { allSatisfy { $0.isEmpty || $0.trimmed.isEmpty } }

  fileprivate var withoutBlankEnd: ArraySlice<String> {
    prefix((lastIndex { !$0.isEmpty } ?? -1) + 1)
  }

  fileprivate func filledToTheRight(width: Int) -> [String] {
    var filled = self + [String](repeating: "", count: Swift.max(0, width - count))
    for place in filled.indices.dropFirst() where filled[place].isEmpty { filled[place] = filled[place - 1] }
    return filled
  }
}
