import ConfidentialRecords
import ReleasedRecords
import SurveyModel
import Testing

@testable import ProtectStage

/// Figures that anyone can reckon from others are open where those are, and nowhere else.
@Suite("Figures reckoned from others")
struct ReckonedFiguresTests {
  private typealias F = ProtectFixture
  private static let many = F.contributors([40, 30, 30, 20, 10])
  private static let retired = Domain(sector: "private", horizon: 5)

  private static func band(_ item: String?, _ contributors: Contributors) -> InputCell {
    F.cell(.staffByAge, Domain(sector: "private", item: item), of: contributors)
  }

  private static func ages(except band: String? = nil, _ other: Contributors = many) -> [InputCell] {
    ExitAges.bands.map { Self.band($0, $0 == band ? other : many) }
  }

  private static func released(_ cells: [InputCell], _ indicator: Indicator) throws -> ReleasedCell? {
    try Protector(study: F.study()).protect(cells: cells, gaps: []).cells.first { $0.indicator == indicator }
  }

  @Test("retirements by age are shown where every age band is") func shown() throws {
    let cells = [F.cell(.retirementsFromAges, Self.retired, of: Self.many)] + Self.ages()
    #expect(try Self.released(cells, .retirementsFromAges)?.status == .shown)
  }

  @Test("they are hidden where a band is, in every scenario", arguments: ExitAges.Scenario.allCases)
  func hidden(scenario: ExitAges.Scenario) throws {
    let indicator = Indicator.retirementsFromAges(scenario)
    let few = F.contributors([3, 1])
    let cells = [F.cell(indicator, Self.retired, of: Self.many)] + Self.ages(except: "65plus", few)
    #expect(try Self.released(cells, indicator)?.status == .confidential)
  }

  @Test("a few persons who are only reckoned to retire are nobody in particular") func fewReckoned() throws {
    let cells = [F.cell(.retirementsFromAgesLow, Self.retired, of: F.contributors([1.2, 0.8, 0.5]))] + Self.ages()
    #expect(try Self.released(cells, .retirementsFromAgesLow)?.status == .shown)
  }

  /// The band of 65 or older is hidden, and so is their sum; too uncertain to be shown, the band of 60–64 would hide it
  /// for nothing. A figure that gives that band away, at another horizon, must not be taken for harmless.
  @Test("what a shown figure gives away hides nothing else") func takenForKnown() throws {
    let few = F.contributors([3, 1])
    var cells = Self.ages(except: "65plus", few)
    cells.append(Self.band(nil, F.contributors([164, 121, 120, 80, 40])))
    let openings = [
      F.cell(.openings, Domain(occupation: "2", horizon: 5), of: Self.many),
      F.cell(.headcount, Domain(occupation: "2"), of: Self.many),
      F.cell(.occupationGrowth, Domain(occupation: "2", horizon: 5), of: Self.many, grade: .D),
    ]
    let protected = try Protector(study: F.study()).protect(cells: cells + openings, gaps: [])
    #expect(protected.cells.first { $0.indicator == .openings }?.status == .shown)
    let growth = protected.hiding.linked[.total(.occupationGrowth), Domain(occupation: "2", horizon: 5)]
    #expect(growth.map { protected.hiding.secondary[$0] == nil } == true)
  }

  @Test("openings are hidden where the headcount is") func openings() throws {
    let cells = [
      F.cell(.openings, Domain(occupation: "2", horizon: 5), of: Self.many),
      F.cell(.headcount, Domain(occupation: "2"), of: F.contributors([100, 2, 1])),
      F.cell(.occupationGrowth, Domain(occupation: "2", horizon: 5), of: Self.many),
    ]
    #expect(try Self.released(cells, .openings)?.status == .confidential)
  }

  @Test("of the posts that are hard to fill, one part alone is not hidden: the whole less the other gives it away")
  func chain() throws {
    let cells = [
      F.cell(.hardToFill, of: F.contributors([45, 35, 32, 22, 11])),
      F.cell(.skillShortage, of: Self.many), F.cell(.hardToFillOtherwise, of: F.contributors([9, 2])),
    ]
    let shown = try Protector(study: F.study()).protect(cells: cells, gaps: []).cells.filter { $0.status == .shown }
    #expect(shown.count <= 1)
  }
}
