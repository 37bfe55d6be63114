import ConfidentialRecords
import ReleasedRecords
import Testing

@testable import ProtectStage

@Suite("What is released")
struct ProtectorTests {
  private typealias F = ProtectFixture

  private func bySector(_ parts: [(String, Contributors)], table: String = "t") -> [InputCell] {
    [F.cell(.headcount, of: F.safe(parts.reduce(0) { $0 + $1.1.total }), table: table)]
      + parts.map { F.cell(.headcount, Domain(sector: $0), of: $1, table: table) }
  }

  @Test("a secret cell takes another with it, so that it cannot be subtracted") func secondary() throws {
    let released = try F.protect(
      bySector([("private", F.safe(300)), ("state", F.contributors([30, 20])), ("regional", F.safe(100))]))
    #expect(
      released.statuses == [
        "t/headcount/": .shown, "t/headcount/sector=private": .shown, "t/headcount/sector=state": .confidential,
        "t/headcount/sector=regional": .confidential,
      ])
    #expect(released.reasons["t/headcount/sector=regional"] == .secondary)
  }

  @Test("a secret cell is secret in every table it stands in") func linkedTables() throws {
    let cells = bySector([("private", F.safe(300)), ("state", F.contributors([30, 20])), ("regional", F.safe(100))])
    let again = cells.map { cell in
      var copy = cell
      copy.estimate.table = "u"
      copy.contributors.table = "u"
      return copy
    }
    let released = try F.protect(cells + again)
    for id in ["sector=state", "sector=regional"] {
      #expect(released.statuses["t/headcount/\(id)"] == .confidential)
      #expect(released.statuses["u/headcount/\(id)"] == .confidential)
    }
  }

  @Test("a cell too uncertain to be shown is the cover, and shows nothing as before") func uncertainCover() throws {
    var cells = bySector([("private", F.safe(300)), ("state", F.contributors([30, 20])), ("regional", F.safe(100))])
    cells[3].estimate.grade = .D
    let released = try F.protect(cells)
    #expect(released.statuses["t/headcount/sector=regional"] == .uncertain)
    #expect(released.statuses["t/headcount/sector=private"] == .shown)
    #expect(released.statuses["t/headcount/"] == .shown)
  }

  @Test("a share is hidden with either of its parts") func shares() throws {
    let whole = F.safe(100)
    let few = F.contributors([30, 20])
    let cells = [
      F.cell(.headcount, of: whole), F.share(.skillsGapDensity, Domain(), few, of: whole),
      F.cell(.headcount, Domain(sector: "private"), of: F.safe(50), grade: .D),
      F.share(.vacancyDensity, Domain(sector: "state"), F.safe(5), of: few),
    ]
    let released = try F.protect(cells)
    #expect(released.reasons["t/skillsGapDensity/"] == .tooFewEnterprises)
    #expect(released.reasons["t/vacancyDensity/sector=state"] == .hiddenPart)
    #expect(released.statuses["t/headcount/"] == .shown)
  }

  @Test("posts to fill cannot give retirements away") func identity() throws {
    let at = Domain(horizon: 5)
    let cells = [
      F.cell(.headcount, of: F.safe(400)), F.cell(.headcountNeeded, at, of: F.safe(410)),
      F.cell(.postsToFill, at, of: F.safe(90)), F.cell(.retirements, at, of: F.contributors([20, 10])),
      F.cell(.otherLeavers, at, of: F.safe(50)), F.cell(.occupationGrowth, at, of: F.safe(10)),
    ]
    let released = try F.protect(cells)
    #expect(released.statuses["t/retirements/horizon=5"] == .confidential)
    #expect(released.reasons.values.count { $0 == .secondary } == 1)
    #expect(released.statuses["t/headcount/"] == .shown)
  }

  // MARK: Dominant employers

  /// A giant of 900 beside 90 of others: the full total is the giant's figure to anyone.
  private func giant(_ indicator: Indicator = .headcount) -> [InputCell] {
    let others = F.contributors(Array(repeating: 10, count: 9))
    let all = F.contributors(Array(repeating: 10, count: 9) + [900])
    return [
      F.cell(indicator, of: all), F.cell(indicator, of: others, excludesDominant: true),
      F.cell(indicator, Domain(section: "C"), of: all),
      F.cell(indicator, Domain(section: "C"), of: others, excludesDominant: true),
    ]
  }

  @Test("a giant is left out of every figure of persons, or of none") func leftOut() throws {
    let safeAbove = F.contributors(Array(repeating: 500, count: 9) + [900])
    var cells = giant()
    // With enough beside it, the whole is safe in full; it is printed without all the same.
    cells[0] = F.cell(.headcount, of: safeAbove)
    cells[1] = F.cell(.headcount, of: F.contributors(Array(repeating: 500, count: 9)), excludesDominant: true)
    cells.append(F.cell(.headcount, Domain(section: "P"), of: F.contributors(Array(repeating: 490, count: 9))))
    cells.append(F.cell(.vacancies, of: safeAbove))
    cells.append(F.cell(.vacancies, of: F.contributors([20, 30, 40]), excludesDominant: true))
    let released = try F.protect(cells)
    #expect(
      released.cells.map(\.id) == [
        "t/headcount//excluding", "t/headcount/section=C/excluding", "t/headcount/section=P", "t/vacancies//excluding",
      ])
    #expect(released.replacedCount == 3)
    #expect(released.cells.map(\.excludesDominant) == [true, true, nil, true])
  }

  @Test("no figure with the giant stands beside one without it, nor its difference") func notRecoverable() throws {
    let released = try F.protect(giant())
    let shown = released.cells.flatMap { [$0.estimate, $0.low, $0.high].compactMap(\.self) }
    #expect(shown.allSatisfy { $0 < 900 - 12 })
  }

  @Test("where the full figures are safe they are printed, and the others are not") func full() throws {
    let cells = [
      F.cell(.headcount, of: F.contributors(Array(repeating: 500, count: 9) + [900])),
      F.cell(.headcount, of: F.contributors(Array(repeating: 500, count: 9)), excludesDominant: true),
    ]
    let released = try F.protect(cells)
    #expect(released.cells.map(\.id) == ["t/headcount/"])
    #expect(released.cells[0].estimate == 5400)
  }

  @Test("among employers a giant is one like any other") func countsOfEmployers() throws {
    let ten = F.contributors(Array(repeating: 1, count: 10))
    let nine = F.contributors(Array(repeating: 1, count: 9))
    let shares = [
      F.share(.traineeContactShare, Domain(), F.contributors([1, 1, 1, 1]), of: ten),
      F.share(.traineeContactShare, Domain(), F.contributors([1, 1, 1]), of: nine),
    ]
    var twin = shares[1]
    twin.estimate.excludesDominant = true
    twin.contributors.excludesDominant = true
    let released = try F.protect(giant() + [shares[0], twin])
    #expect(released.statuses["t/traineeContactShare/"] == .shown)
    #expect(released.statuses["t/traineeContactShare//excluding"] == nil)
  }

  // MARK: Books

  @Test("every cell that goes in comes out with a status, or its other version does") func conservation() throws {
    var cells = giant() + bySector([("private", F.safe(85)), ("state", F.contributors([3, 2]))]).dropFirst()
    cells.append(F.cell(.retirements, Domain(horizon: 2), of: F.safe(100), grade: .D))
    let released = try F.protect(cells)
    let counted = ReleasedCell.Status.allCases.reduce(released.replacedCount) { $0 + released.count($1) }
    #expect(counted == cells.count)
    #expect(released.cellsIn == cells.count)
    let process = ProtectCounts.process(released, quotations: (1, 2))
    #expect(process.first { $0.what == "cells in" }?.count == cells.count)
    #expect(process.filter { $0.what == "cells" }.reduce(0) { $0 + $1.count } == released.cells.count)
  }

  @Test("the log says why each cell shows nothing, and the levels how well it is kept") func steward() throws {
    let released = try F.protect(
      bySector([("private", F.safe(300)), ("state", F.contributors([30, 20])), ("regional", F.safe(100))]))
    #expect(
      String(decoding: StewardFiles.disclosureLog(released), as: UTF8.self) == """
        cell,status,reason,enterprises,unprotected,persons,base_enterprises,base_unprotected,hidden_for\r
        t/headcount/sector=state,confidential,tooFewEnterprises,2,0,50,,,\r
        t/headcount/sector=regional,confidential,secondary,10,0,100,,,headcount/sector=state\r

        """)
    #expect(
      String(decoding: StewardFiles.protectionLevels(released), as: UTF8.self) == """
        cell,part,total,value,level\r
        t/headcount/sector=state,value,headcount/sector=state,50,3\r

        """)
  }

  @Test("estimates without their contributors are refused") func unpaired() {
    let cell = F.cell(.staff, of: F.safe(10))
    #expect(throws: (any Error).self) { try InputCell.pair([cell.estimate], []) }
    var other = cell.contributors
    other.domain = "sector=state"
    #expect(throws: (any Error).self) { try InputCell.pair([cell.estimate], [other]) }
    #expect((try? InputCell.pair([cell.estimate], [cell.contributors]).count) == 1)
  }
}
