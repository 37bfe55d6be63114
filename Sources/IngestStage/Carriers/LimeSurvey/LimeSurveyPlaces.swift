import Diagnostics

/// Where the selectors of a questionnaire lead in a survey: each spelling, and the columns that it means.
struct LimeSurveyPlaces {
  /// One answer, made of one column or of several.
  enum Place: Hashable, Sendable {
    case column(Int)
    /// The codes of the boxes that are ticked.
    case boxes([Int])
    /// The answers of all ranks, the first one first.
    case ranks([Int])
    /// Columns that are answers of their own.
    case several
    case ambiguous
  }

  let columns: [LimeSurveyColumn]
  private var places: [String: Place] = [:]
  /// By spelling with `[]`, then by row.
  private var rows: [String: [Int: Place]] = [:]

  init(_ structure: LimeSurveyStructure, at place: SourceLocation) throws(LimeSurveyFault) {
    columns = try structure.columns(at: place)
    for (index, column) in columns.enumerated() {
      for spelling in column.spellings { note(.column(index), spelling) }
      guard let row = column.row else { continue }
      for spelling in column.rowSpellings { rows[spelling, default: [:]][row] = .column(index) }
    }
    let byQuestion = Dictionary(grouping: columns.indices) { columns[$0].question }
    for (place, question) in structure.questions.enumerated() { noteWhole(question, byQuestion[place] ?? []) }
  }

  /// What the question's bare code means, and a whole row of boxes.
  private mutating func noteWhole(_ question: LimeSurveyStructure.Question, _ indices: [Int]) {
    switch question.kind?.layout {
    case .choices?:
      let boxes = indices.filter { if case .box = columns[$0].content { true } else { columns[$0].content == .other } }
      note(.boxes(boxes), question.code)
      rows["\(question.code)[]"] = nil
    case .ranks?:
      note(.ranks(indices), question.code)
    case .rows?, .scales?, .cells?: note(.several, question.code)
    default: break
    }
    guard question.isOfCheckBoxes else { return }
    for (number, row) in zip(1..., question.rows) {
      let boxes = Place.boxes(indices.filter { columns[$0].row == number })
      for spelling in ["\(question.code)[\(row.code)]", "\(question.code)_\(row.code)"] { note(boxes, spelling) }
      rows["\(question.code)[]", default: [:]][number] = boxes
    }
  }

  private mutating func note(_ place: Place, _ spelling: String) {
    if let known = places[spelling], known != place { places[spelling] = .ambiguous } else { places[spelling] = place }
  }

  subscript(selector: String) -> Place? { places[selector] }

  /// The rows of a selector with `[]`: those of one question, or questions whose codes differ by a number.
  func rows(_ selector: String) -> [(row: Int, place: Place)] {
    if let rows = rows[selector] { return rows.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
    guard let brackets = selector.firstRange(of: "[]") else { return [] }
    let (start, end) = (selector[..<brackets.lowerBound], selector[brackets.upperBound...])
    var numbered: [Int: Place] = [:]
    for (spelling, place) in places where spelling.hasPrefix(start) && spelling.hasSuffix(end) {
      guard spelling.utf8.count > start.utf8.count + end.utf8.count else { continue }
      let digits = spelling.dropFirst(start.count).dropLast(end.count)
      guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let row = Int(digits), row > 0 else { continue }
      numbered[row] = numbered[row].map { $0 == place ? place : .ambiguous } ?? place
    }
    return numbered.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  var spellings: [String] { places.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
}
