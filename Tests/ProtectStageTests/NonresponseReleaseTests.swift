import ConfidentialRecords
import ReleasedRecords
import Testing

@testable import ProtectStage

@Suite("What may be told of nonresponse")
struct NonresponseReleaseTests {
  private static let study = ProtectFixture.study(occupations: ["2": LocalizedText(sv: "Yrken", en: "Occupations")])
  private static let many = ProtectFixture.safe(100)
  private static let two = ProtectFixture.contributors([60, 40])

  private static func record(
    _ indicator: Indicator, horizon: Int? = nil, _ estimate: Double, carried: Double, _ behind: Contributors,
    worst: (Double, Double), likely: (Double, Double)? = nil, staff: Double? = nil
  ) -> NonresponseRecord {
    var record = NonresponseRecord()
    (record.indicator, record.horizon, record.estimate, record.carried) = (indicator, horizon, estimate, carried)
    (record.worstLow, record.worstHigh, record.behind, record.staffNow) = (worst.0, worst.1, behind, staff)
    (record.plausibleLow, record.plausibleHigh) = (likely?.0, likely?.1)
    record.factor = likely == nil ? nil : 1.25
    return record
  }

  /// - Parameter printed: the estimate of the printed cell; by default that of the record.
  private static func bounds(
    _ records: [NonresponseRecord], grade: Grade = .A, printed: Double? = nil
  ) throws -> [ReleasedNonresponse] {
    let cells = records.map { record in
      ProtectFixture.cell(
        record.indicator, Domain(horizon: record.horizon), of: ProtectFixture.safe(printed ?? record.estimate),
        grade: grade)
    }
    return NonresponseRelease(
      study: study, protected: try ProtectFixture.protect(cells, study: study), cells: cells
    ).bounds(records)
  }

  @Test("bounds with enough behind them are told, rounded outwards to steps of a hundredth or more")
  func told() throws {
    let bounds = try Self.bounds([
      Self.record(.staff, 12_345, carried: 900, Self.many, worst: (9_999, 20_001), likely: (12_001, 12_999))
    ])
    // A hundredth of 12 345 is 123: steps of 200.
    #expect(bounds.map(\.worstLow) == [9_800] && bounds.map(\.worstHigh) == [20_200])
    #expect(bounds.map(\.plausibleLow) == [12_000] && bounds.map(\.plausibleHigh) == [13_000])
    #expect(bounds.map(\.factor) == [1.25] && bounds.map(\.feature) == ["WGT-08"])
  }

  @Test("they are those of the printed figure, and of what cannot be negative not below 0")
  func moved() throws {
    let bounds = try Self.bounds(
      [Self.record(.vacancies, 400, carried: 90, Self.many, worst: (-700, 900))], printed: 1_000)
    #expect(bounds.map(\.worstLow) == [0] && bounds.map(\.worstHigh) == [1_500])
    #expect(bounds.map(\.plausibleLow) == [nil])
  }

  @Test("bounds that two employers stand behind are not told, nor those of figures that hang together with theirs")
  func withheld() throws {
    let bounds = try Self.bounds([
      Self.record(.retirements, horizon: 5, 1_000, carried: 100, Self.two, worst: (900, 1_200), likely: (950, 1_050)),
      Self.record(.postsToFill, horizon: 5, 2_000, carried: 300, Self.many, worst: (1_000, 4_000), staff: 9_000),
      Self.record(.retirements, horizon: 2, 400, carried: 60, Self.many, worst: (300, 600)),
    ])
    #expect(bounds.map(\.worstLow) == [nil, nil, 300])
    #expect(bounds.map(\.plausibleLow) == [nil, nil, nil])
  }

  @Test("what too few carry is told where the steps are coarser than it")
  func covered() throws {
    let bounds = try Self.bounds([Self.record(.staff, 10_000, carried: 49, Self.two, worst: (9_951, 10_200))])
    #expect(bounds.map(\.worstLow) == [9_900])
  }

  @Test("a figure that is not printed with a number or an interval has none", arguments: [Grade.C, .D])
  func unprinted(grade: Grade) throws {
    #expect(
      try Self.bounds([Self.record(.staff, 1_000, carried: 90, Self.many, worst: (1, 9))], grade: grade).isEmpty)
  }
}
