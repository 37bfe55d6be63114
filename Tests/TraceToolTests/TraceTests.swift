import ConfidentialRecords
import Diagnostics
import ReleasedRecords
import TestSupport
import Testing

@testable import TraceTool

@Suite("Trace")
struct TraceTests {
  private static func cell(_ id: String, _ indicator: Indicator, _ domain: Domain) -> ReleasedCell {
    var cell = ReleasedCell()
    (cell.id, cell.table, cell.indicator, cell.domain) = (id, String(id.prefix { $0 != "/" }), indicator, domain)
    return cell
  }

  private static let cells = [
    cell("staff/staff/", .staff, Domain()), cell("staff/staff/sector=private", .staff, Domain(sector: "private")),
    cell("posts/postsToFill/horizon=5/excluding", .postsToFill, Domain(horizon: 5)),
    cell("posts/postsToFill/occupation=5;horizon=5", .postsToFill, Domain(occupation: "5", horizon: 5)),
  ]

  @Test(
    "a cell is found however its dimensions are ordered and parted",
    arguments: [
      ("staff/staff", "staff/staff/"), ("staff/staff/", "staff/staff/"),
      ("posts/postsToFill/occupation=5/horizon=5", "posts/postsToFill/occupation=5;horizon=5"),
      ("posts/postsToFill/horizon=5;occupation=5", "posts/postsToFill/occupation=5;horizon=5"),
      ("posts/postsToFill/horizon=5", "posts/postsToFill/horizon=5/excluding"),
      ("posts/postsToFill/horizon=5/excluding", "posts/postsToFill/horizon=5/excluding"),
    ])
  func found(text: String, id: String) throws {
    #expect(try CellAddress(text).find(in: Self.cells).id == id)
  }

  @Test(
    "an address that is none ends with 66 and the nearest there are",
    arguments: [
      (
        "post/postsToFil/occupation=5",
        "near it: posts/postsToFill/occupation=5;horizon=5   posts/postsToFill/horizon=5"
      ),
      ("staff/staff/sector=privat", "near it: staff/staff/"), ("elsewhere/x", "the tables are staff, posts"),
      ("", "the tables"),
    ])
  func unknown(text: String, hint: String) {
    let failure = #expect(throws: StageFailure.self) { try CellAddress(text).find(in: Self.cells) }
    #expect(failure?.exit == .noInput)
    #expect(failure?.problems.first?.hint?.hasPrefix(hint) == true, "\(failure?.problems.first?.hint ?? "")")
  }

  @Test("every formula that a cell may bear has its text") func formulas() {
    for indicator in Indicator.allCases { #expect(FormulaText.text(indicator.formula) != nil, "\(indicator.formula)") }
  }

  private static let study = Study(
    id: "test", title: LocalizedText(sv: "Prov", en: "Test"), client: LocalizedText(sv: "Ingen", en: "Nobody"),
    isSynthetic: true, municipalities: ["0181"], baseDate: "2025-12-31", asOf: "2026-04-15",
    fieldworkStart: "2026-01-19", fieldworkEnd: "2026-03-27", horizons: Horizon.allCases,
    sizeClasses: [SizeClass(code: "1-9", smallest: 1, largest: 9), SizeClass(code: "10+", smallest: 10, largest: nil)],
    dataFolder: "", keyFile: "", keys: ProtectionKeys(p: 17, pseudonymKey: "hush-key"),
    frame: FrameSource(framePath: "", samplePath: "", vintage: "2025-11"), responses: [],
    rules: [
      EditRule(
        id: "five", scope: .occupations, must: "retirements(5) <= headcount", severity: .hard, suspect: [],
        message: LocalizedText(sv: "", en: "")),
      EditRule(
        id: "ten", scope: .occupations, must: "retirements(10) <= headcount", severity: .hard, suspect: [],
        message: LocalizedText(sv: "", en: "")),
      EditRule(
        id: "sexes", scope: .employer, must: "women + men = staff", severity: .soft, suspect: [],
        message: LocalizedText(sv: "", en: "")),
    ])

  @Test("rules of the question and its horizon are told, with how they came out") func rules() {
    let origins = AnswerOrigins(
      cell: Self.cells[3], study: Self.study,
      process: [
        ProcessRecord(stage: "clean", what: "rule holds", key: "five", count: 7, feature: ""),
        ProcessRecord(stage: "clean", what: "rule breaks", key: "five", count: 2, feature: ""),
        ProcessRecord(stage: "clean", what: "edit", key: "five", count: 3, feature: ""),
      ])
    #expect(origins.rules == ["five (hard): holds 7, breaks 2, may break 0; answers changed 3"])
  }

  private static func stratum(_ size: String, _ group: String, frame: Int, answered: Int, weight: Double)
    -> FieldworkRecord
  {
    var record = FieldworkRecord()
    (record.stratum, record.group, record.municipality, record.sizeClass) = (group + size, group, "0181", size)
    (record.frameUnits, record.answered, record.weight) = (frame, answered, weight)
    return record
  }

  @Test("weights are told by class, groups whole, and small workplaces only where they were asked") func weights() {
    let strata = [
      Self.stratum("1-9", "a", frame: 100, answered: 5, weight: 20),
      Self.stratum("10+", "b", frame: 12, answered: 4, weight: 3),
    ]
    let long = WeightClasses(strata, cell: Self.cells[3], study: Self.study).lines
    #expect(long[1] == "1 response group, weights 3 to 3")
    #expect(long[2] == "weight 2–5: 1 group, 4 answers for 12 frame units")
    #expect(
      WeightClasses(strata, cell: Self.cells[0], study: Self.study).lines[1] == "2 response groups, weights 3 to 20")
  }

  /// Numbers that nobody may read stand in every record; none of them comes out.
  @Test(
    "of a confidential cell nothing is told but the rule",
    arguments: [
      "tooFewEnterprises", "dominated", "tooFewPersons", "zeroOfFew", "allOfGroup", "baseOfFew", "hiddenPart",
      "secondary",
    ])
  func confidential(reason: String) {
    var records = TraceRecords(cell: Self.cells[1])
    records.cell.status = .confidential
    var estimate = EstimateRecord()
    (estimate.estimate, estimate.low, estimate.high, estimate.standardError) = (7654, 7653, 7655, 7651)
    (estimate.contributors, estimate.staffNow, estimate.imputedShare) = (7652, 7650, 0.7649)
    estimate.grade = .A
    records.estimate = estimate
    var gap = GapRecord()
    (gap.gapLow, gap.gapBase, gap.gapHigh) = (7648, 7647, 7646)
    records.gap = gap
    var entry = DisclosureEntry()
    (entry.reason, entry.enterprises) = (reason, 2)
    records.disclosure = entry
    let text = Trace(records, study: Self.study, page: nil).text
    #expect(!text.contains("76") && !text.contains("17") && !text.contains("hush-key"))
    #expect(text.contains("hidden      ") && text.contains("no number: confidential"))
  }

  @Test("the method page is the one whose table has the indicator") func method() {
    let pages = [("a.md", "| staff |"), ("b.md", "# B\n\n| indicator | formula |\n| postsToFill | F13 |")].map {
      (name: $0.0, text: $0.1)
    }
    #expect(MethodPages.page(of: .postsToFill, in: pages) == "Documentation/method/b.md")
    #expect(MethodPages.page(of: .gap, in: pages) == nil)
  }
}
