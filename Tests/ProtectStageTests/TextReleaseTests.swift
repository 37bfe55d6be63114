import ConfidentialRecords
import ReleasedRecords
import Testing

@testable import ProtectStage

@Suite("Texts and fieldwork that are released")
struct TextReleaseTests {
  private typealias F = ProtectFixture

  // MARK: Quotations

  private func quotation(_ text: String) -> String? {
    QuotationScreen.screen(FactRecord(kind: .quotation, key: "comment", value: text, feature: "DIS-12"))?.value
  }

  @Test(
    "a quotation is one line without what steers a terminal",
    arguments: [
      ("Vi söker svetsare.", "Vi söker svetsare."), ("  två\n\trader  här ", "två rader här"),
      ("\u{1B}[31mröd\u{202E}txet", "[31mrödtxet"), ("=HYPERLINK(\"x\")", "=HYPERLINK(\"x\")"),
      ("Behöver 12 personer 2027.", "Behöver 12 personer 2027."),
      ("Om 10 år behöver vi 300 till.", "Om 10 år behöver vi 300 till."),
    ])
  func cleaned(text: String, expected: String) {
    #expect(quotation(text) == expected)
  }

  @Test(
    "a quotation that may point at someone is left out",
    arguments: [
      "Ring 070-123 45 67", "skriv till a@b.se", "anna snabel-a b.se", "www.exempel.se", "19800101-1234",
      "０８ １２３ ４５ ６７",
      "", "\u{200B}\n", String(repeating: "lång ", count: 90),
    ])
  func leftOut(text: String) {
    #expect(quotation(text) == nil)
  }

  @Test("project facts pass, as one line") func facts() {
    let fact = FactRecord(kind: .project, key: "budget", value: "1 050 000\nkr", feature: "ING-05", page: "demo-k")
    let screened = QuotationScreen.screen(fact)
    #expect(screened?.value == "1 050 000 kr")
    #expect(screened?.page == "demo-k")
  }

  // MARK: Statements

  private let study = F.study(
    tables: [F.table("t", [.vanishingJobs], by: [.occupation1])],
    occupations: [
      "4": LocalizedText(sv: "Administration", en: "Clerks"), "41": LocalizedText(sv: "Kontor", en: "Office clerks"),
      "9": LocalizedText(sv: "Kortare utbildning", en: "Elementary"),
    ])

  private func vanishing(_ code: String?, _ years: Int, employers: Int, exempt: Int = 0) -> InputCell {
    F.cell(
      .vanishingJobs, Domain(occupation: code, horizon: years),
      of: F.contributors(Array(repeating: 1, count: employers), unprotected: Array(repeating: 1, count: exempt)))
  }

  @Test("several employers are a statement, at the first horizon by which they say so") func several() throws {
    let released = try F.protect(
      [
        vanishing("4", 2, employers: 2), vanishing("4", 5, employers: 3), vanishing("4", 10, employers: 6),
        vanishing(nil, 10, employers: 7),
      ], study: study)
    #expect(
      released.statements.map(\.sv) == [
        "Administration: flera arbetsgivare väntar sig att jobb försvinner inom fem år."
      ])
    #expect(
      released.statements.first?.en == "Clerks: several employers expect jobs to vanish within five years.")
    #expect(released.statements.first?.section == "section-t")
  }

  @Test("one employer's remark, or two's, is counted and never named", arguments: 1...2) func few(employers: Int) throws
  {
    let released = try F.protect(
      [vanishing("9", 2, employers: employers), vanishing("9", 10, employers: employers)], study: study)
    #expect(released.statements.isEmpty)
    #expect(released.withheldRemarks == 1)
  }

  @Test("a statement stays at the finest level at which there are several") func finest() throws {
    let released = try F.protect(
      [vanishing("4", 5, employers: 5), vanishing("41", 5, employers: 4), vanishing("9", 5, employers: 3)],
      study: study)
    #expect(released.statements.map(\.key) == ["vanishingJobs/41", "vanishingJobs/9"])
  }

  /// The ladder's highest rung: a source outside the survey says the same of a group of the occupation's.
  @Test("a source outside the survey is named where it says the same, and only there", arguments: ["vanish", "appear"])
  func outside(change: String) throws {
    let source = ContextSource(name: .outlook, path: "", vintage: "2025", source: "", isSynthetic: true)
    let outlook = JobOutlook(
      ContextTable(
        source: source,
        rows: [
          ContextTable.Row(
            line: 2, texts: ["occupation": "41", "change": change, "source": "a forecast"], numbers: [:])
        ]))
    let released = try Protector(study: study, outlook: outlook).protect(
      cells: [vanishing("4", 5, employers: 3), vanishing("9", 5, employers: 3)], gaps: [])
    let clerks = try #require(released.statements.first { $0.key == "vanishingJobs/4" })
    #expect(clerks.feature == (change == "vanish" ? "FOR-12" : "COD-07"))
    #expect(clerks.en.contains("a forecast") == (change == "vanish"))
    #expect(released.statements.first { $0.key == "vanishingJobs/9" }?.feature == "COD-07")
    // Nor does a source make one employer's remark sayable.
    let lone = try Protector(study: study, outlook: outlook).protect(
      cells: [vanishing("4", 5, employers: 1)], gaps: [])
    #expect(lone.statements.isEmpty)
  }

  @Test("what cannot be coded is not named") func uncoded() throws {
    let released = try F.protect([vanishing(Occupation.uncoded, 5, employers: 9)], study: study)
    #expect(released.statements.isEmpty && released.withheldRemarks == 0)
  }

  // MARK: Fieldwork

  @Test(
    "the share of staff is left out where it would tell who answered",
    arguments: [(10, 5, 0.6), (10, 2, nil), (10, 8, nil), (10, 10, 0.6), (10, 0, 0.6), (1, 1, nil)]
      as [(Int, Int, Double?)])
  func staffShare(approached: Int, answered: Int, share: Double?) {
    var record = FieldworkRecord()
    record.approached = approached
    record.answered = answered
    record.approachedEmployees = 100
    record.answeredEmployees = 60
    #expect(FieldworkRelease.release(record, study: study).answeredStaffShare == share)
  }
}
