import SurveyStatistics
import Testing

@Suite("Hostile data")
struct HostileDataTests {
  /// One unit that stands for 10¹² beside 10,000 that stand for themselves: the small ones are not forgotten.
  @Test("weights over twelve orders of magnitude keep every term") func weights() throws {
    let design = try ResponseDesign(
      [ResponseGroup(frameUnits: 2_000_000_000_000, answers: 2)]
        + Array(repeating: ResponseGroup(frameUnits: 1, answers: 1), count: 10_000))
    var cell = CellMoments()
    cell.add(group: 0, y: 1)
    cell.add(group: 0, y: 1)
    for group in 1...10_000 { cell.add(group: group, y: 0.1) }
    let total = try domainTotal(cell, design: design)
    #expect(total.value == 2_000_000_001_000)
    #expect(total.variance == 0)
  }

  @Test("all zeros are 0 with variance 0, and their ratio is undefined") func zeros() throws {
    let design = try ResponseDesign([ResponseGroup(frameUnits: 9, answers: 3)])
    var cell = CellMoments()
    for _ in 0..<3 { cell.add(group: 0, y: 0, x: 0) }
    #expect(try domainTotal(cell, design: design) == SampleEstimate(value: 0, variance: 0))
    #expect(try domainTotal(cell, design: design).relativeStandardError == nil)
    #expect(try domainRatio(cell, design: design) == nil)
  }

  @Test("one unit that is its whole frame is known exactly") func oneUnit() throws {
    let design = try ResponseDesign([ResponseGroup(frameUnits: 1, answers: 1)])
    var cell = CellMoments()
    cell.add(group: 0, y: 17, x: 4)
    let total = try domainTotal(cell, design: design)
    #expect(total == SampleEstimate(value: 17, variance: 0))
    #expect(total.interval(degreesOfFreedom: design.degreesOfFreedom) == ConfidenceInterval(lower: 17, upper: 17))
  }

  @Test("a total near zero keeps its standard error") func nearZero() throws {
    let design = try ResponseDesign([ResponseGroup(frameUnits: 400, answers: 4)])
    var cell = CellMoments()
    for y in [1e9, -1e9, 1e9 + 1, -1e9] { cell.add(group: 0, y: y) }
    let total = try domainTotal(cell, design: design)
    #expect(total.value == 100)
    #expect(total.standardError > 1e11 && total.standardError.isFinite)
  }

  /// Met in falling order, the worst for a stretch that grows.
  @Test("a million strata take no longer than they must", .timeLimit(.minutes(1))) func million() throws {
    let count = 1_000_000
    let design = try ResponseDesign(Array(repeating: ResponseGroup(frameUnits: 6, answers: 2), count: count))
    var cell = CellMoments()
    for group in (0..<count).reversed() {
      cell.add(group: group, y: 1)
      cell.add(group: group, y: 3)
    }
    let total = try domainTotal(cell, design: design)
    // Per stratum: 3·4 = 12; (1 − 1/3)·2·9·2 = 24.
    #expect(total.value == 12_000_000 && abs(total.variance - 24_000_000) < 1e-7)
    #expect(design.degreesOfFreedom == count)
  }

  @Test("a municipality of 100,000 thin strata is joined in a moment", .timeLimit(.minutes(1))) func thinStrata() throws
  {
    let strata = (0..<100_000).map {
      FrameStratum(
        municipality: "0180", sector: "private", sizeClass: $0, counts: ResponseGroup(frameUnits: 5, answers: 1))
    }
    let joined = try joinThinGroups(strata, minimumAnswers: 3)
    #expect(joined.groups.count == 33_333)
  }
}
