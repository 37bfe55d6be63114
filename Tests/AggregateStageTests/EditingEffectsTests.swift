import AggregateStage
import ConfidentialRecords
import SurveyModel
import SurveyStatistics
import TestSupport
import Testing

/// Six workplaces on the frame with 40 employees each, three of them answering, all in one stratum: w = 2.
@Suite("Effect of editing and of outliers, worked by hand")
struct EditingEffectsTests {
  private static func employer(_ number: Int, staff: Quantity, headcount: Double, retire: Quantity) -> EmployerRecord {
    var record = EmployerRecord()
    record.enterprise = "E\(number)"
    record.establishment = "0181-\(number)"
    (record.form, record.municipality, record.section) = ("long", "0181", "C")
    (record.sizeClass, record.stratum, record.employees) = ("10+", "s", 40)
    record.staff = staff
    var row = OccupationRow()
    row.ssyk = "9111"
    row.headcount = .point(headcount)
    row.retirements = HorizonQuantities(.point(0), retire, .point(0))
    record.occupations = [row]
    return record
  }

  private static func edited(_ subject: String, row: Int? = nil, before: Quantity, rule: String) -> EditedCount {
    var count = EditedCount()
    (count.subject, count.row, count.before, count.rule) = (subject, row, before, rule)
    return count
  }

  /// - Parameter dominant: how many of the employers stand for themselves alone.
  private static func effects(
    _ employers: [EmployerRecord], _ tables: [TableSpec], dominant: Int = 0
  ) throws -> [EditingRecord] {
    let fixture = AggregateFixture(
      municipalities: ["0181"], sizeClasses: [SizeClass(code: "10+", smallest: 10, largest: nil)], tables: tables)
    var cell = FrameCellRecord()
    (cell.municipality, cell.section, cell.sizeClass, cell.stratum) = ("0181", "C", "10+", "s")
    (cell.units, cell.employees) = (6, 240)
    cell.dominantUnits = dominant
    let design = employers.map { employer in
      var unit = DesignRecord()
      unit.establishment = employer.establishment
      (unit.municipality, unit.section, unit.sizeClass, unit.stratum) = ("0181", "C", "10+", "s")
      (unit.employees, unit.disposition, unit.dominant) = (40, .completed, employer.dominant)
      return unit
    }
    let weighting = try Weighting(study: fixture.study, frame: [cell], design: design)
    let aggregator = Aggregator(study: fixture.study, weighting: weighting, frame: [cell])
    let ratios = try aggregator.ratios(of: employers)
    var sums = aggregator.noSums
    sums.add(try aggregator.updates(of: employers, ratios: ratios))
    return try EditingEffects(aggregator: aggregator, sums: sums).records()
  }

  /// The first said 1000, which a rule took out: a value is drawn for it, between the 20 and the 60 that the others say.
  /// Edited 2·(drawn + 20 + 60), unedited 2·(1000 + 20 + 60) = 2160. The third, an outlier, would be drawn too.
  @Test("a figure before editing, after it, and without its outliers")
  func staff() throws {
    var employers = [
      Self.employer(1, staff: .missing(.implausible), headcount: 10, retire: .point(0)),
      Self.employer(2, staff: .point(20), headcount: 10, retire: .point(0)),
      Self.employer(3, staff: .point(60), headcount: 10, retire: .point(0)),
    ]
    employers[0].edited = [Self.edited("staff", before: .point(1_000), rule: "too-many")]
    var outlier = OutlyingCount()
    (outlier.subject, outlier.rule) = ("staff", "unlike")
    employers[2].outliers = [outlier]
    let records = try Self.effects(employers, [AggregateFixture.table([.staff, .employers], by: [.sector])])
    #expect(records.map(\.edited.indicator) == [.staff])
    let record = try #require(records.first)
    let edited = try #require(record.edited.estimate)
    #expect(edited > 2 * (10 + 20 + 60) && edited < 2 * (90 + 20 + 60))
    #expect(record.unedited == 2_160)
    let without = try #require(record.withoutOutliers.estimate)
    #expect(without < edited - 20)
    #expect(record.rules.map(\.rule) == ["too-many"])
    #expect(isClose(record.rules.first?.change ?? 0, edited - 2_160))
    #expect([record.behindEdits.enterprises, record.behindOutliers.enterprises] == [1, 1])
    #expect(isClose(record.behindEdits.largest, (2_160 - edited) / 2))
    #expect(isClose(record.behindOutliers.largest, (edited - without) / 2))
    #expect(isClose(record.behindEdits.total, 2_160 - edited))
  }

  /// Retirements within five years: 1 + 2 + 3, of which the last two were 9 and 8 before: 2·(−7 − 5) = −24.
  @Test("each rule by itself, the one that moved the figure most first")
  func rules() throws {
    var employers = (1...3).map {
      Self.employer($0, staff: .point(20), headcount: 10, retire: .point(Double($0)))
    }
    employers[1].edited = [Self.edited("retirements(5)", row: 0, before: .point(9), rule: "correction")]
    employers[2].edited = [
      Self.edited("retirements(5)", row: 0, before: .point(8), rule: "within-headcount"),
      Self.edited("staff", before: .point(21), rule: "correction"),
    ]
    let records = try Self.effects(
      employers, [AggregateFixture.table([.retirements, .replacementNeed], by: [.occupation1])])
    let record = try #require(
      records.first { $0.edited.indicator == .retirements && $0.edited.horizon == 5 && $0.edited.occupation == nil })
    #expect(record.edited.estimate == 12)
    #expect(record.unedited == 36)
    #expect(record.rules.map(\.rule) == ["correction", "within-headcount"])
    #expect(record.rules.map(\.change) == [-14, -10])
    #expect(record.behindOutliers == Contributors())
    // The need of a major group is there too: the verdict on its gap hangs on it.
    #expect(records.contains { $0.edited.indicator == .replacementNeed && $0.edited.occupation == "9" })
  }

  @Test("where nothing was edited every version is the same, and a study without headlines has none")
  func nothing() throws {
    let employers = (1...3).map { Self.employer($0, staff: .point(20), headcount: 10, retire: .point(1)) }
    let records = try Self.effects(
      employers, [AggregateFixture.table([.staff], by: []), AggregateFixture.table([.retirements], by: [.occupation1])])
    #expect(!records.isEmpty)
    for record in records {
      #expect(record.unedited == record.edited.estimate)
      #expect(record.withoutOutliers.estimate == record.edited.estimate)
      #expect(record.rules.isEmpty && record.behindEdits == Contributors())
    }
    let none = try Self.effects(employers, [AggregateFixture.table([.employers], by: [])])
    #expect(none.isEmpty)
  }

  @Test("nothing of a dominant employer without a waiver is in a change")
  func dominant() throws {
    var employers = (1...4).map { Self.employer($0, staff: .point(20), headcount: 10, retire: .point(1)) }
    employers[0].dominant = true
    employers[0].edited = [Self.edited("staff", before: .point(9_000), rule: "too-many")]
    let records = try Self.effects(employers, [AggregateFixture.table([.staff], by: [])], dominant: 1)
    #expect(records.map(\.edited.estimate) == [120])
    #expect(records.map(\.unedited) == records.map(\.edited.estimate))
    #expect(records.first?.behindEdits == Contributors())
  }
}
