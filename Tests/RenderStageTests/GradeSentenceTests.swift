import ReleasedRecords
import TestSupport
import Testing

@testable import RenderStage

/// Every sentence of the report, whatever generator makes it, for every grade, sign and verdict and in both languages
/// (REP-05, EST-10, EST-21): what it may say follows from these and from nothing else.
///
/// All cells of a study are given the same grade, sign and verdict, with numbers that a C or D should not have; and the
/// report's names are walked, so that a new generator is tried as soon as a template may name it.
@Suite("Sentences follow the grade")
struct GradeSentenceTests {
  enum Sign: CaseIterable { case positive, undecided, negative }

  struct Case: CustomTestStringConvertible, Hashable, Sendable {
    var grade: Grade
    var sign: Sign
    var verdict: Verdict
    var language: Language
    var testDescription: String { "\(grade), \(sign), \(verdict), \(language)" }
  }

  static let cases: [Case] = Grade.allCases.flatMap { grade in
    Sign.allCases.flatMap { sign in
      Verdict.allCases.flatMap { verdict in
        Language.allCases.map { Case(grade: grade, sign: sign, verdict: verdict, language: $0) }
      }
    }
  }

  /// low, estimate and high; no two share their digits with each other or with a setting of the study.
  private static func numbers(_ kind: Indicator.Kind, _ sign: Sign) -> (Double, Double, Double) {
    switch (kind, sign) {
    case (.share, .positive): (0.624, 0.737, 0.846)
    case (.share, .undecided): (0.386, 0.537, 0.646)
    case (.share, .negative): (0.174, 0.267, 0.396)
    case (.signedShare, .positive), (.balance, .positive): (0.174, 0.267, 0.396)
    case (.signedShare, .undecided), (.balance, .undecided): (-0.174, 0.267, 0.396)
    case (.signedShare, .negative), (.balance, .negative): (-0.396, -0.267, -0.174)
    case (.grade, .positive): (3.374, 3.667, 3.896)
    case (.grade, .undecided): (2.674, 3.067, 3.396)
    case (.grade, .negative): (2.174, 2.367, 2.796)
    case (.total, _): (6415, 7835, 9645)
    case (.signedTotal, .positive): (6415, 7835, 9645)
    case (.signedTotal, .undecided): (-6415, 7835, 9645)
    case (.signedTotal, .negative): (-9645, -7835, -6415)
    }
  }

  private static func fixture(_ own: Case) -> RenderFixture {
    var fixture = RenderFixture()
    for place in fixture.cells.indices {
      var cell = fixture.cells[place]
      cell.status = .shown
      cell.grade = own.grade
      (cell.low, cell.estimate, cell.high) = numbers(cell.indicator.kind, own.sign)
      cell.direction = own.grade == .C ? (own.sign == .negative ? .negative : .positive) : nil
      cell.verdict = cell.indicator == .gap ? own.verdict : nil
      fixture.cells[place] = cell
    }
    var generator = SeededGenerator(seed: 1)
    fixture.compareCells(&generator)
    return fixture
  }

  /// By generator and name; tables and figures have rules and tests of their own.
  private static func sentences(_ own: Case) -> [(name: String, text: String)] { all[own] ?? [] }

  private static let all = Dictionary(uniqueKeysWithValues: cases.map { ($0, made($0)) })

  private static func made(_ own: Case) -> [(name: String, text: String)] {
    fixture(own).report(own.language).sentences.sorted { $0.key < $1.key }
      .filter { !["process", "editing", "sources", "report"].contains($0.key) }
      .flatMap { group, values in
        values.sorted { $0.key < $1.key }.map { ("\(group).\($0.key)", $0.value) }
      }
  }

  @Test("every group of names has sentences to try", arguments: cases) func walked(own: Case) {
    #expect(Set(Self.sentences(own).filter { !$0.text.isEmpty }.map { $0.name.split(separator: ".")[0] }).count >= 8)
  }

  @Test("nothing is ever called certain", arguments: cases) func neverCertain(own: Case) {
    for (name, text) in Self.sentences(own) {
      let found =
        own.language == .swedish
        ? text.lowercased().firstMatch(of: /\b(säker|säkert|säkra|säkrare|säkrast|garanterat|definitivt)\b/)
        : text.lowercased().firstMatch(of: /\b(certain|certainly|surely|definitely|guaranteed)\b/)
      #expect(found == nil, "\(name): \(text)")
    }
  }

  @Test("a number with A, an interval with B, no figure of an estimate with C and D", arguments: cases)
  func figures(own: Case) {
    let words = Words(language: own.language, study: RenderFixture.makeStudy())
    var forbidden: Set<String> = []
    for kind in [Indicator.failureRate, .growth, .staff, .shortageBalance] {
      let (low, estimate, high) = Self.numbers(kind.kind, own.sign)
      var values = own.grade == .A ? [] : [estimate]
      if own.grade == .C || own.grade == .D { values += [low, high] }
      for value in values {
        forbidden.insert(words.value(abs(value), of: kind))
        guard kind.kind == .total || kind.kind == .signedTotal else { continue }
        for horizon in [2.0, 5, 10] {
          forbidden.insert(words.value((abs(value) / horizon / 5).rounded() * 5, of: kind))
        }
      }
    }
    for (name, text) in Self.sentences(own) where !name.hasPrefix("response.") && !name.hasPrefix("method.") {
      for figure in forbidden { #expect(!text.contains(figure), "\(name): \(figure) in \(text)") }
    }
  }

  /// Clauses that say that a direction is not known may name both.
  private static func claims(_ text: String) -> [Substring] {
    text.split { ".:\n".contains($0) }.filter { clause in
      !["går inte att säga", "cannot be said", "för osäker", "too uncertain"].contains { clause.contains($0) }
    }
  }

  @Test("more or fewer only where the interval leaves out no change", arguments: cases) func direction(own: Case) {
    let up = own.language == .swedish ? /\b(ökar|växer)\b/ : /\b(grow|grows|increase|increases)\b/
    let down = own.language == .swedish ? /\b(minskar|krymper)\b/ : /\b(fall|falls|shrink|shrinks|decrease|decreases)\b/
    // The sign of a C is decided; of a D nothing is.
    let mayRise = own.grade != .D && (own.sign == .positive || own.grade == .C && own.sign != .negative)
    let mayFall = own.grade != .D && own.sign == .negative
    var said = (up: false, down: false)
    for (name, text) in Self.sentences(own) where !name.hasPrefix("method.") && !name.hasPrefix("change.") {
      for clause in Self.claims(text) {
        if clause.contains(up) { said.up = true }
        if clause.contains(down) { said.down = true }
        #expect(mayRise || !clause.contains(up), "\(name): \(clause)")
        #expect(mayFall || !clause.contains(down), "\(name): \(clause)")
      }
    }
    // A test that never finds the words proves nothing.
    #expect(said.up == mayRise && said.down == mayFall)
  }

  @Test("a shortage or a surplus is named as its verdict says, and with D not at all", arguments: cases)
  func verdicts(own: Case) {
    let words = Words(language: own.language, study: RenderFixture.makeStudy())
    let text = Self.sentences(own).first { $0.name == "gap.verdicts" }?.text ?? ""
    for verdict in Verdict.allCases {
      let isSaid = text.contains(words.verdict(verdict) + ":")
      let mayBe = verdict == own.verdict && own.verdict != .undetermined && own.grade != .D
      #expect(isSaid == mayBe, "\(verdict): \(text)")
    }
  }
}
