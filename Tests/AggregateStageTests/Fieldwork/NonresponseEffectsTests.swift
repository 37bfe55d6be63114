import AggregateStage
import ConfidentialRecords
import SurveyModel
import TestSupport
import Testing

@Suite("Nonresponse in the headlines")
struct NonresponseEffectsTests {
  private static let limits: [Assumptions.RatioLimit] = [
    .init(concept: ConceptReference(.staff), sizeClass: nil, lower: 0.5, upper: 1.5),
    .init(concept: ConceptReference(.staffNeeded, .fiveYears), sizeClass: nil, lower: 0.8, upper: 1.5),
  ]

  /// 8 on the frame, 6 approached, 4 answered with 40 staff each and 44 needed in five years; the others have 60 and 80
  /// employees on the frame.
  private static func fixture(factor: Double? = 1.25) -> FieldworkFixture {
    var fixture = FieldworkFixture(
      tables: [AggregateFixture.table([.staff, .growth], by: [.municipality])], limits: limits)
    fixture.fixture.study.assumptions.nonresponseFactor = factor
    fixture.stratum("s", units: 8)
    for key in ["a", "b", "c", "d"] {
      fixture.unit(key, .completed) { record in
        record.staff = .point(40)
        record.staffNeeded.fiveYears = .point(44)
      }
    }
    fixture.unit("e", .noContact, employees: 60)
    fixture.unit("f", .withdrawn, employees: 80)
    return fixture
  }

  /// d = 8/6. Staff: known 160, missing 140 · 0.5 to 140 · 1.5; the estimate 8 · 40 = 320, of which 106.67 is carried.
  /// Growth: known 16, missing −0.2 · 140 to 0.5 · 140; likely 2 · (4 ∓ 0.25 · 4).
  @Test("bounds are as worked by hand")
  func worked() throws {
    let records = try Self.fixture().nonresponse()
    let staff = try #require(records.first { $0.indicator == .staff && $0.municipality == nil })
    let d = 8.0 / 6
    #expect(isClose(staff.estimate, 320) && isClose(staff.carried, d * 80))
    #expect(isClose(staff.worstLow ?? 0, d * (160 + 70)) && isClose(staff.worstHigh ?? 0, d * (160 + 210)))
    #expect(isClose(staff.plausibleLow ?? 0, d * (160 + 64)) && isClose(staff.plausibleHigh ?? 0, d * (160 + 100)))
    #expect(staff.behind.enterprises == 4 && isClose(staff.behind.total, staff.carried))
    let growth = try #require(records.first { $0.indicator == .growth && $0.horizon == 5 && $0.municipality == nil })
    #expect(isClose(growth.estimate, 32) && growth.staffNow == 320)
    #expect(isClose(growth.worstLow ?? 0, d * (16 - 28)) && isClose(growth.worstHigh ?? 0, d * (16 + 70)))
    #expect(isClose(growth.plausibleLow ?? 0, d * (16 + 6)) && isClose(growth.plausibleHigh ?? 0, d * (16 + 10)))
    // No limits are stated for the need in two years.
    let other = try #require(records.first { $0.indicator == .growth && $0.horizon == 2 })
    #expect(other.worstLow == nil && other.plausibleLow != nil)
    // One municipality is all of them.
    let own = records.first { $0.indicator == .staff && $0.municipality == "0181" }
    #expect(own?.worstLow == staff.worstLow && own?.behind == staff.behind)
  }

  @Test("without a factor there is no plausible band")
  func noFactor() throws {
    #expect(try Self.fixture(factor: nil).nonresponse().allSatisfy { $0.plausibleLow == nil && $0.factor == nil })
  }

  @Test("where all have answered nothing is carried, and all bands are the estimate")
  func complete() throws {
    var fixture = Self.fixture()
    fixture.design.removeLast(2)
    for record in try fixture.nonresponse() where record.worstLow != nil {
      #expect(record.carried == 0 && record.behind.enterprises == 0)
      #expect(isClose(record.worstLow ?? 0, record.estimate) && isClose(record.plausibleHigh ?? 0, record.estimate))
    }
  }

  /// The bands are made from other sums than the cells: group by group, with the weights undone.
  @Test("the estimate is that of the cell, and lies within its bands", arguments: 0..<8 as Range<UInt64>)
  func sameEstimate(seed: UInt64) throws {
    var fixture = CallListTests.random(seed: seed)
    fixture.fixture.study.assumptions.nonresponseFactor = 1.5
    let estimates = try fixture.run().estimates
    let records = try fixture.nonresponse()
    #expect(records.count > 5)
    for record in records {
      let domain = Domain(municipality: record.municipality, horizon: record.horizon)
      let cell = estimates.first { $0.indicator == record.indicator && $0.domain == domain }
      #expect(isClose(record.estimate, cell?.estimate ?? .nan, relative: 1e-9))
      let (low, high) = (record.plausibleLow ?? .nan, record.plausibleHigh ?? .nan)
      #expect(low <= record.estimate + 1e-9 && record.estimate <= high + 1e-9)
    }
  }

  @Test("a dominant employer carries nobody and is carried by nobody")
  func dominant() throws {
    var fixture = Self.fixture()
    let before = try fixture.nonresponse()
    fixture.frame[0].dominantUnits = 2
    fixture.unit("x", .completed, employees: 5_000, dominant: true) { record in
      record.staff = .point(5_000)
      record.waiver = true
    }
    fixture.unit("y", .noContact, employees: 900, dominant: true)
    let after = try fixture.nonresponse()
    #expect(before.map(\.carried) == after.map(\.carried) && before.map(\.worstHigh) == after.map(\.worstHigh))
    #expect(before.map(\.behind) == after.map(\.behind))
  }
}

extension FieldworkFixture {
  func nonresponse() throws -> [NonresponseRecord] {
    let weighting = try Weighting(study: fixture.study, frame: frame, design: design)
    let aggregator = Aggregator(study: fixture.study, weighting: weighting, frame: frame)
    let ratios = try aggregator.ratios(of: employers)
    var sums = aggregator.noSums
    sums.add(try aggregator.updates(of: employers, ratios: ratios))
    return try NonresponseEffects(aggregator: aggregator, sums: sums, design: design).records()
  }
}
