import Foundation
import ReleasedRecords
import SwedishText
import Testing

@testable import RenderStage

/// Every number in the report's running text is a released cell, a count of the process or a setting of the study.
@Suite("Numbers in the text")
struct DigitTests {
  /// All ways in which the report may write a number that it has.
  private func known(_ fixture: RenderFixture, _ template: String, _ wording: Wording) -> Set<String> {
    var known: Set<String> = []
    func add(_ count: Int) { known.insert(wording.number(count)) }
    func add(share: Double) { known.formUnion([0, 1].map { digits(wording.percent(share, decimals: $0)) }) }
    for cell in fixture.cells {
      for value in [cell.estimate, cell.low, cell.high].compactMap(\.self) {
        known.insert(digits(wording.number(value)))
        if cell.indicator.kind != .total, cell.indicator.kind != .signedTotal { add(share: value) }
        // A year's part, to the nearest five.
        if let horizon = cell.horizon { add(Int(5 * (value / Double(horizon) / 5).rounded())) }
      }
      add(cell.answers ?? 0)
      known.insert(wording.number(cell.effectiveSize ?? 0))
    }
    for contrast in fixture.contrasts { add(contrast.comparisons) }
    for rank in fixture.ranks { for place in [rank.first, rank.last, rank.of] { add(place) } }
    for stratum in fixture.fieldwork { add(share: stratum.responseRate ?? 0) }
    for sector in Sector.allCases {
      let own = fixture.fieldwork.filter { $0.sector == sector }
      let answered = own.reduce(0) { $0 + $1.answered }
      let eligible = own.reduce(0) { $0 + $1.approached - $1.ineligible }
      add(answered)
      add(eligible)
      add(share: Double(answered) / Double(eligible))
    }
    for record in fixture.process { add(record.count) }
    let asked = fixture.process.filter { $0.what == "disposition" }.reduce(0) { $0 + $1.count }
    add(asked)
    add(share: 1198 / Double(asked - 77))
    add(asked - fixture.fieldwork.reduce(0) { $0 + $1.approached })
    let main = fixture.cells.filter { $0.table == "posts-to-fill" && $0.indicator == .postsToFill }
    add(main.count)
    add(main.count(where: \.isSpeakable))
    add(fixture.cells.count)
    add(fixture.study.rules.count)
    add(share: 0.5)
    for setting in [2, 3, 5, 10, 1, 9, 19, 20, 15, 19, 27, 31, 12, 2025, 2026] { known.insert(String(setting)) }
    known.insert(
      MethodSection(report: fixture.report(wording == .swedish ? .swedish : .english)).values["readability"] ?? "")
    known.formUnion(runs(template, wording))
    return known
  }

  private func digits(_ text: String) -> String {
    text.trimmingCharacters(in: CharacterSet(charactersIn: "\u{2212}%\u{A0}"))
  }

  /// Runs of digits with the marks that a number may have inside.
  private func runs(_ text: String, _ wording: Wording) -> [String] {
    let number = wording == .swedish ? /[0-9]+(\u{A0}[0-9]{3})*(,[0-9]+)?/ : /[0-9]+(,[0-9]{3})*(\.[0-9]+)?/
    return text.matches(of: number).map { String($0.output.0) }
  }

  /// Tables and how many rows they leave out, links to files, captions and the numbers of a list aside.
  private func prose(_ text: String) -> String {
    let left = ["|", "**Tab", "Ytterligare", "A further"]
    return text.split(separator: "\n").filter { line in !left.contains { line.hasPrefix($0) } }.joined(separator: "\n")
      .replacing(/\]\([^)]*\)/, with: "]").replacing(/\n[1-5]\./, with: "\n")
  }

  @Test("come from records, whatever the records", arguments: Language.allCases, 1...4 as ClosedRange<UInt64>)
  func known(language: Language, seed: UInt64) throws {
    let fixture = RenderFixture(seed: seed)
    let wording: Wording = language == .swedish ? .swedish : .english
    let template = try RenderFixture.templates()[language]?.text ?? ""
    let known = known(fixture, template, wording)
    let text = prose(try fixture.files().text("report.\(language.rawValue).md"))
    let found = runs(text, wording)
    #expect(found.count > 50)
    #expect(Set(found).subtracting(known).sorted() == [])
  }

  @Test("hidden cells leave none, whatever number they should hold by mistake")
  func hidden() throws {
    var fixture = RenderFixture()
    for index in fixture.cells.indices where fixture.cells[index].status != .shown {
      (fixture.cells[index].low, fixture.cells[index].estimate, fixture.cells[index].high) = (987_654, 987_655, 987_656)
    }
    for path in ["report.sv.md", "report.en.md"] {
      let text = try fixture.files().text(path).filter { !$0.isWhitespace && $0 != "," }
      #expect(!text.contains("98765"))
    }
  }
}
