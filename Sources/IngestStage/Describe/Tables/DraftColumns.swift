import ConfidentialRecords
import Markup

/// The columns of a table as questions of a draft.
///
/// The heading gives names and texts, and the choices of questions that have a column for each. Of the answers no more
/// is looked at than whether all of a column are numbers, days or ticks; none of them gets into the draft.
struct DraftColumns {
  private typealias Draft = DraftQuestionnaire

  /// One column: its headings as written, from the top, and its answers.
  struct Column {
    let number: Int
    let headings: [String]
    let answers: [String]

    var path: String { headings.joined(separator: ColumnHeading.divider) }
    /// What stands lowest says most.
    var name: String { headings.last ?? "" }
  }

  private(set) var unitKey = "column:1"
  private(set) var answered: String?
  private(set) var items: [DraftQuestionnaire.Item] = []
  /// The upper of two headings is a code of the column's own.
  private let isCoded: Bool

  init(_ columns: [Column]) {
    let tops = columns.compactMap(\.headings.first)
    isCoded = 5 * tops.count(where: \.isFieldName) >= 4 * tops.count && Set(tops).count == tops.count
    let key = columns.first { KnownNames.isKey($0.name) || KnownNames.isKey($0.path) }
    if let key { unitKey = selector(key, among: columns) }
    let day = columns.first { $0.number != (key?.number ?? 1) && KnownNames.isDay($0.name) }
    answered = day.map { selector($0, among: columns) }

    var rest = columns.filter { $0.number != (key?.number ?? 1) && $0.number != day?.number }[...]
    var known: Set<String> = []
    while let column = rest.first {
      let group = options(at: rest)
      if group.count > 1, known.insert(self.stem(of: column)?.name ?? "").inserted {
        items.append(.question(question(of: group, among: columns)))
        rest = rest.dropFirst(group.count)
      } else {
        items.append(item(column, among: columns))
        rest = rest.dropFirst()
      }
    }
  }

  // MARK: Questions

  private func item(_ column: Column, among columns: [Column]) -> DraftQuestionnaire.Item {
    let name = column.path.isEmpty ? "column \(column.number)" : column.path
    if KnownNames.isContact(column.name) {
      return .note("\(name): contact data, by its name. To be dropped, list it under contact-fields; left out here")
    }
    let (code, text) = codeAndText(column)
    let kind = Self.kind(of: column.answers)
    var question = Draft.Question(
      id: code, text: .init(sv: text), kind: kind, found: [selector(column, among: columns)])
    if kind == .yesNo { question.codes = Self.yesNo }
    if kind == .text, Self.mayBeChoice(column.answers) {
      question.notes.append("few answers of different kinds: if it is a choice, type: choice, and write its codes")
    }
    return .question(question)
  }

  private func question(of columns: [Column], among all: [Column]) -> DraftQuestionnaire.Question {
    let stem = self.stem(of: columns[0]) ?? (name: columns[0].path, option: "")
    let codes = columns.map { column -> Draft.Code in
      let option = self.stem(of: column)?.option ?? column.name
      return Draft.Code(code: option, label: .init(sv: optionLabel(column) ?? option))
    }
    let headings = columns[0].headings
    let text =
      headings.count > 2 && isCoded ? headings[1] : headings.count > 1 ? headings[0] : codeAndText(columns[0]).text
    let shared = optionLabel(columns[0]) == nil ? stem.name : text.withoutOptionLabel
    return Draft.Question(
      id: stem.name, text: .init(sv: shared.isEmpty ? stem.name : shared), kind: .choices, codes: codes,
      found: [stem.name])
  }

  // MARK: Headings

  /// By its path, or by its number where that is no name of its own.
  private func selector(_ column: Column, among columns: [Column]) -> String {
    let (code, _) = codeAndText(column)
    for name in [code, column.path] where !name.isEmpty {
      let isOthers = columns.contains { other in
        other.number != column.number && (other.path == name || codeAndText(other).code == name)
      }
      if !isOthers { return name }
    }
    return "column:\(column.number)"
  }

  /// LimeSurvey's `code. text`, or the heading as both.
  private func codeAndText(_ column: Column) -> (code: String, text: String) {
    if let coded = ColumnHeading.coded(column.name) { return (coded.code, coded.question) }
    let path = column.path.isEmpty ? "column-\(column.number)" : column.path
    if column.headings.count > 1, isCoded { return (column.headings[0], column.name) }
    return (path, path)
  }

  /// The columns from here on that are options of one question: their names begin alike, and nothing but ticks, or
  /// each its own name, stands in them.
  private func options(at columns: ArraySlice<Column>) -> [Column] {
    guard let first = columns.first, let stem = self.stem(of: first) else { return [] }
    let group = columns.prefix { column in
      self.stem(of: column)?.name == stem.name
        && column.answers.allSatisfy { answer in
          answer.isEmpty || Tick(answer) != nil || optionNames(column).contains(NormalisedText(answer))
        }
    }
    let isTicked = group.contains { $0.answers.contains { !$0.isEmpty } }
    return isTicked ? Array(group) : []
  }

  private func optionNames(_ column: Column) -> [NormalisedText] {
    [self.stem(of: column)?.option, optionLabel(column), column.name].compactMap { $0 }.map(NormalisedText.init)
  }

  /// The name of the question, and what a column adds to it.
  private func stem(of column: Column) -> (name: String, option: String)? {
    if column.headings.count > 1, !isCoded {
      return (column.headings.dropLast().joined(separator: ColumnHeading.divider), column.name)
    }
    let code = codeAndText(column).code
    guard let (start, rest) = code.divisions.last, !start.isEmpty, !rest.isEmpty else { return nil }
    return (start, rest)
  }

  /// What stands in brackets at the end, or in a row of its own below the code.
  private func optionLabel(_ column: Column) -> String? {
    if let label = ColumnHeading.bracketed(column.name), ColumnHeading.coded(column.name) != nil { return label }
    return column.headings.count > 1 ? column.name : nil
  }

  // MARK: Kinds

  private static let yesNo = [
    DraftQuestionnaire.Code(code: "yes", label: .init(sv: "Ja", en: "Yes")),
    DraftQuestionnaire.Code(code: "no", label: .init(sv: "Nej", en: "No")),
  ]

  private static func kind(of answers: [String]) -> Concept.Kind {
    let filled = answers.filter { !$0.isEmpty }
    if filled.isEmpty { return .text }
    if filled.allSatisfy({ Tick($0) != nil }), filled.contains(where: { !$0.contains(where: \.isNumber) }) {
      return .yesNo
    }
    if filled.allSatisfy({ CalendarDay($0.prefix(10)) != nil }) { return .date }
    return filled.allSatisfy(isNumber) ? .count : .text
  }

  /// A number, a day or a tick: what stands in no heading.
  static func isData(_ text: String) -> Bool {
    isNumber(text) || Tick(text) != nil || CalendarDay(text.prefix(10)) != nil || text.contains("@")
  }

  private static func isNumber(_ text: String) -> Bool {
    text.utf8.count < 20 && text.contains { $0.isASCII && $0.isNumber }
      && text.allSatisfy { $0.isNumber || $0.isWhitespace || ".,-".contains($0) }
  }

  private static func mayBeChoice(_ answers: [String]) -> Bool {
    let filled = answers.filter { !$0.isEmpty }
    return filled.count >= 10 && Set(filled).count * 5 <= filled.count
  }
}

extension String {
  /// One word, as names of fields and codes of questions are.
  var isFieldName: Bool {
    !isEmpty && allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) || "_[].-/".contains($0) }
  }

  /// Without the brackets at its end.
  fileprivate var withoutOptionLabel: String {
    guard let label = ColumnHeading.bracketed(self) else { return self }
    return String(dropLast(label.count + 2)).trimmed
  }
}
