import SurveyStatistics
import Testing

@Suite("Tests of independence")
struct TableTestTests {
  /// 2 × 2 with counts 30, 10, 20, 40: X² = 100·(30·40 − 10·20)² / (40·60·50·50) = 16.666…
  private let rows = Labels((0..<100).map { $0 < 40 ? 0 : 1 })
  private let columns = Labels((0..<100).map { $0 < 30 || ($0 >= 40 && $0 < 60) ? 0 : 1 })

  @Test("the first-order statistic is Pearson's own") func pearson() throws {
    let sample = WeightedSample(try SampleDesign(weights: Array(repeating: 3, count: 100)))
    let table = try #require(TwoWayTable(sample: sample, rows: rows, columns: columns))
    let test = try #require(try table.raoScott(.firstOrder))
    #expect(abs(test.statistic - 50.0 / 3) < 1e-10)
    #expect(test.degreesOfFreedom == 1)
    // With replacement the variance is n/(n − 1) times the multinomial: 2·(1 − Φ(√(X²·99/100))).
    let z = (50.0 / 3 * 0.99).squareRoot()
    #expect(abs(test.pValue - 2 * NormalDistribution.tails(at: z).upper) < 1e-12)
  }

  @Test("an empty cell is borne, an empty row is no row") func emptyCell() throws {
    let sample = WeightedSample(try SampleDesign(weights: Array(repeating: 1, count: 100)))
    let three = Labels((0..<100).map { $0 < 30 ? 0 : $0 < 60 ? 1 : 2 })
    let table = try #require(TwoWayTable(sample: sample, rows: rows, columns: three))
    #expect(try table.raoScott(.secondOrder) != nil)
    #expect(TwoWayTable(sample: sample, rows: Labels(one: 100), columns: three) == nil)
  }

  @Test("too few degrees of freedom leave no adjusted test") func fewDegrees() throws {
    let sample = WeightedSample(
      try SampleDesign(weights: Array(repeating: 1, count: 100), clusters: Labels((0..<100).map { $0 % 2 })))
    let table = try #require(TwoWayTable(sample: sample, rows: rows, columns: Labels((0..<100).map { $0 % 3 })))
    #expect(try table.wald(adjusted: true) == nil)
  }
}
