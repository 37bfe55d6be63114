import ConfidentialRecords
import Diagnostics
import Markup

/// The columns that a questionnaire looks for in a table.
///
///     antal_idag            the column with that heading, or with that text in one of its heading rows
///     Behov > om 2 år       the column under those headings
///     y[]_titel             a column for every row of a group: y1_titel, y2_titel
///     likert0[time1can]     the code before a question, as LimeSurvey exports it; the question's text will do as well
///     stod                  of a question with several choices also the columns stod_tolk, stod[2], Stöd > Tolk, one
///                           for each choice on its list
///     antal.1               the second of the columns called antal
///     column:3              the third column
struct ColumnIndex: Sendable {
  private let plan: FieldPlan
  private var numbers: [Int: FieldSlot] = [:]
  private var names: [String: FieldSlot] = [:]
  /// Names with `[]` where a row's number stands.
  private var patterns: [String: FieldSlot] = [:]
  /// The single headings of those that are written as a path.
  private var steps: Set<String> = []

  /// How sure a match is; the surest is looked for first.
  private enum Match: CaseIterable { case number, occurrence, path, name, option, base }

  /// - Throws: `.wrongStudyFile` with every selector that cannot be read.
  init(_ plan: FieldPlan, carrier: Carrier) throws(StageFailure) {
    self.plan = plan
    var problems: [Problem] = []
    for field in plan.fields {
      for (rank, selector) in field.selectors.enumerated() {
        let slot = FieldSlot(target: field.target, rank: rank)
        if selector.hasPrefix("column:") {
          let number = Int(String(selector.dropFirst("column:".count)).trimmed)
          if let number, number > 0 {
            numbers[number] = numbers[number] ?? slot
          } else {
            problems.append(Self.wrong(selector, carrier, in: plan.questionnaire.id))
          }
          continue
        }
        let name = NormalisedText(Self.path(selector)).text
        steps.formUnion(name.split(separator: ColumnHeading.divider).map(String.init))
        if plan.repeats(field.target), name.contains("[]") {
          patterns[name] = patterns[name] ?? slot
        } else {
          names[name] = names[name] ?? slot
        }
      }
    }
    if !problems.isEmpty { throw StageFailure(.wrongStudyFile, problems) }
  }

  /// However blanks stand around it, one `>` is one step.
  private static func path(_ selector: String) -> String {
    guard selector.contains(">") else { return selector }
    return selector.split(separator: ">").map { String($0).trimmed }.joined(separator: ColumnHeading.divider)
  }

  private static func wrong(_ selector: String, _ carrier: Carrier, in questionnaire: String) -> Problem {
    Problem(
      .error, at: SourceLocation(path: "questionnaires/\(questionnaire).yaml"),
      "found: \(carrier.rawValue) cannot be understood: \(selector)", expected: "a number from 1, such as column:3",
      hint: "a column's heading, its headings with > between them, or column: and its number")
  }

  // MARK: Matching

  /// How many of a line's cells say what the questionnaire looks for. A heading is where most do.
  func matchCount(_ cells: [String]) -> Int {
    cells.count { cell in
      !cell.isEmpty
        && ([cell] + ColumnHeading(number: 0, texts: [cell]).names).contains { steps.contains($0) || slot($0) != nil }
    }
  }

  /// Whether a table has anything that the questionnaire looks for.
  func mayMatch(_ lines: [[String]]) -> Bool {
    !numbers.isEmpty || lines.contains { matchCount($0.map { NormalisedText($0).text }) > 0 }
  }

  /// Which column holds which field.
  func columns(_ headings: [ColumnHeading]) -> TableColumns {
    var uses = [TableColumns.Use?](repeating: nil, count: headings.count)
    var done: Set<FieldSlot> = []
    for match in Match.allCases {
      var found: Set<FieldSlot> = []
      let occurrences = match == .occurrence ? Self.occurrences(headings) : []
      for (place, heading) in headings.enumerated() where uses[place] == nil {
        let name = match == .occurrence ? occurrences[place] : nil
        guard let use = use(of: heading, by: match, occurrence: name), !done.contains(use.slot) else { continue }
        uses[place] = use
        found.insert(use.slot)
      }
      done.formUnion(found)
    }
    return TableColumns(uses, plan: plan)
  }

  private func use(of heading: ColumnHeading, by match: Match, occurrence: String?) -> TableColumns.Use? {
    switch match {
    case .number: numbers[heading.number].map { TableColumns.Use(slot: $0) }
    case .occurrence: occurrence.flatMap(slot).map { TableColumns.Use(slot: $0) }
    case .path: slot(heading.path).map { TableColumns.Use(slot: $0) }
    case .name:
      heading.names.lazy.compactMap { name in
        slot(name).map { TableColumns.Use(slot: $0, option: option($0, heading, besides: name)) }
      }.first
    case .option: option(heading)
    case .base: base(heading)
    }
  }

  private func slot(_ name: String) -> FieldSlot? {
    if let slot = names[name] { return slot }
    guard !patterns.isEmpty else { return nil }
    for digits in name.digitRuns {
      let number = Int(name[digits])
      guard var slot = patterns[name.replacing(digits)] ?? patterns[name.replacing(name.withBrackets(digits))] else {
        continue
      }
      slot.row = number
      return slot
    }
    return nil
  }

  /// Names of the second and further columns of one heading: `antal.1`, `antal.2`.
  private static func occurrences(_ headings: [ColumnHeading]) -> [String?] {
    var counts: [String: Int] = [:]
    let paths = Set(headings.map(\.path))
    return headings.map { heading in
      guard !heading.path.isEmpty else { return nil }
      let count = counts[heading.path, default: 0]
      counts[heading.path] = count + 1
      let name = "\(heading.path).\(count)"
      return count == 0 || paths.contains(name) ? nil : name
    }
  }

  // MARK: Options

  /// A question with several choices, one of which the column stands for: its name goes on where the question's ends.
  private func option(_ heading: ColumnHeading) -> TableColumns.Use? {
    for name in [heading.path] + heading.names {
      for (start, rest) in name.divisions {
        guard let slot = slot(start), let options = options(slot) else { continue }
        for text in [rest] + heading.labels {
          if let code = options.code(normalised: text) { return TableColumns.Use(slot: slot, option: code) }
        }
      }
    }
    return nil
  }

  private func option(_ slot: FieldSlot, _ heading: ColumnHeading, besides name: String) -> String? {
    guard let options = options(slot) else { return nil }
    return heading.labels.lazy.filter { $0 != name }.compactMap { options.code(normalised: $0) }.first
  }

  private func options(_ slot: FieldSlot) -> OptionTexts? {
    guard case .question(let place) = slot.target, plan.questionnaire.questions[place].kind == .choices else {
      return nil
    }
    return plan.options[place]
  }

  /// A question that has one sub-question alone goes by its own code as well: `rse3` for `rse3[SQ001]`.
  private func base(_ heading: ColumnHeading) -> TableColumns.Use? {
    for name in heading.names {
      guard let open = name.firstIndex(of: "["), let slot = slot(String(name[..<open])) else { continue }
      if case .question(let place) = slot.target, plan.questionnaire.questions[place].kind != .choices {
        return TableColumns.Use(slot: slot)
      }
    }
    return nil
  }
}

extension String {
  fileprivate var digitRuns: [Range<Index>] {
    split(whereSeparator: { !($0.isASCII && $0.isNumber) }).prefix(8).map { $0.startIndex..<$0.endIndex }
  }

  fileprivate func replacing(_ range: Range<Index>) -> String {
    String(self[..<range.lowerBound]) + "[]" + String(self[range.upperBound...])
  }

  /// The range with the brackets around it, where it has some.
  fileprivate func withBrackets(_ range: Range<Index>) -> Range<Index> {
    guard range.lowerBound > startIndex, range.upperBound < endIndex else { return range }
    let before = index(before: range.lowerBound)
    guard self[before] == "[", self[range.upperBound] == "]" else { return range }
    return before..<index(after: range.upperBound)
  }
}
