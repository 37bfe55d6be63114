import ConfidentialRecords
import ReleasedRecords
import TestSupport
import Testing

@testable import ProtectStage

@Suite("Comparisons that may be told")
struct ComparisonReleaseTests {
  private static let sectors = ["private", "municipal", "regional"]

  private func cells(grade: Grade = .A, hidden: String? = nil) -> [InputCell] {
    Self.sectors.map { sector in
      let behind = sector == hidden ? ProtectFixture.contributors([1, 1]) : ProtectFixture.safe(60)
      return ProtectFixture.share(
        .recruitmentAttemptShare, Domain(sector: sector), behind, of: ProtectFixture.safe(100), grade: grade)
    }
  }

  private func contrasts(_ pValues: [Double], family: String = "sector", excluding: Bool = false) -> [ContrastRecord] {
    zip([(0, 1), (0, 2), (1, 2)], pValues).map { pair, p in
      var record = ContrastRecord()
      record.family = family
      record.indicator = .recruitmentAttemptShare
      record.first = "sector=\(Self.sectors[pair.0])"
      record.second = "sector=\(Self.sectors[pair.1])"
      record.difference = pair.0 == 0 ? 0.2 : -0.2
      record.pValue = p
      record.excludesDominant = excluding ? true : nil
      return record
    }
  }

  private func release(_ contrasts: [ContrastRecord], _ cells: [InputCell]) throws -> ComparisonRelease {
    ComparisonRelease(contrasts, protected: try ProtectFixture.protect(cells))
  }

  /// By hand: 3·0.01 = 0.03, 2·0.02 = 0.04, 1·0.06, so that two of three hold.
  @Test("Holm's values decide which hold, and in which direction") func holm() throws {
    let released = try release(contrasts([0.06, 0.01, 0.02]), cells()).contrasts
    #expect(released.map(\.adjustedP) == [0.06, 0.03, 0.04])
    #expect(released.map(\.direction) == [nil, .positive, .negative])
    #expect(released.map(\.comparisons) == [3, 3, 3])
    #expect(released[0].first == "t/recruitmentAttemptShare/sector=private")
  }

  @Test("a hidden cell takes no part: not in the pairs, not in the family, not in the places") func hidden() throws {
    let all = contrasts([0.03, 0.001, 0.001], family: "municipality/recruitmentAttemptShare")
    let released = try release(all, cells(hidden: "regional"))
    #expect(released.contrasts.count == 1 && released.contrasts[0].comparisons == 1)
    // With the hidden one in the family it would not hold: 0.03 would be 0.09 at most, 0.03 at least.
    #expect(released.contrasts[0].direction == .positive)
    #expect(released.ranks.map(\.of) == [2, 2])
    #expect(!released.ranks.contains { $0.cell.contains("regional") })
  }

  @Test("cells that are told in words or not at all are not compared", arguments: [Grade.C, .D])
  func grades(grade: Grade) throws {
    let released = try release(contrasts([0.001, 0.001, 0.001]), cells(grade: grade))
    #expect(released.contrasts.isEmpty && released.ranks.isEmpty)
  }

  @Test("places follow from what holds; several measures side by side have none") func ranks() throws {
    let one = try release(contrasts([0.6, 0.01, 0.01], family: "item/x"), cells()).ranks
    // private > regional, regional > municipal: private 1–2, municipal 2–3, regional 2.
    #expect(one.map { [$0.first, $0.last, $0.of] } == [[1, 2, 3], [2, 3, 3], [2, 2, 3]])
    #expect(try release(contrasts([0.01, 0.01, 0.01]), cells()).ranks.isEmpty)
  }

  @Test("of two versions the one that is printed is compared; counts of employers are always with all")
  func versions() throws {
    let both = contrasts([0.001, 0.001, 0.001]) + contrasts([0.9, 0.9, 0.9], excluding: true)
    #expect(try release(both, cells()).contrasts.allSatisfy { $0.direction != nil })
    // A total that a giant dominates: figures of persons go without it, shares of employers do not.
    let giant = [
      ProtectFixture.cell(.staff, of: ProtectFixture.contributors([9000, 3, 2, 1]), table: "s"),
      ProtectFixture.cell(.staff, of: ProtectFixture.safe(100), table: "s", excludesDominant: true),
    ]
    let released = try release(both, cells() + giant)
    #expect(released.contrasts.count == 3 && released.contrasts.allSatisfy { $0.direction != nil })
  }

  @Test("a value is rounded up, never down to what it is not") func rounding() throws {
    #expect(try release(contrasts([0.0000001, 1, 1]), cells()).contrasts[0].adjustedP == 0.001)
  }
}
