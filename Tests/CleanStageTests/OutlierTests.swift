import ConfidentialRecords
import SurveyModel
import Testing

@testable import CleanStage

@Suite("Outliers")
struct OutlierTests {
  private static func ratio(_ value: Double, _ per: Double) -> CountRatios.Ratio? {
    CountRatios.Ratio(.point(value), per: .point(per))
  }

  private static func counts(_ ratios: [(Double, Double, Int)]) -> [CountRatios.Ratio: Int] {
    Dictionary(ratios.compactMap { value, per, count in ratio(value, per).map { ($0, count) } }, uniquingKeysWith: +)
  }

  /// By hand: 5 × 80, 10 × 100 and 5 × 125 per 100. The median ratio is 1, so E is −0.25·√100 = −2.5, 0 and
  /// 0.25·√125 = 2.795; the quartiles, each between two values, −1.25 and 1.398. With C = 4: from −5 to 5.590.
  @Test(
    "limits worked by hand",
    arguments: [
      (300.0, 100.0, true), (140, 100, false), (60, 100, true), (70, 100, false), (1_400, 1_000, true), (14, 10, false),
    ])
  func worked(value: Double, per: Double, isOutlier: Bool) throws {
    let method = try #require(
      HidiroglouBerthelot(Self.counts([(80, 100, 5), (100, 100, 10), (125, 100, 5)]), reach: 4))
    #expect(method.isOutlier(try #require(Self.ratio(value, per))) == isOutlier)
  }

  @Test("where most have not changed at all, those who have are measured against each other")
  func equalQuartiles() throws {
    let counts = Self.counts([(100, 100, 40), (104, 100, 2), (106, 100, 2), (110, 100, 1)])
    let method = try #require(HidiroglouBerthelot(counts, reach: 4))
    #expect(!method.isOutlier(try #require(Self.ratio(110, 100))))
    #expect(method.isOutlier(try #require(Self.ratio(160, 100))))
    #expect(!method.isOutlier(try #require(Self.ratio(100, 100))))
  }

  @Test("too few answers, or answers that are all alike, make no outlier")
  func tooFew() {
    #expect(HidiroglouBerthelot(Self.counts([(100, 100, 18), (900, 100, 1)]), reach: 4) == nil)
    #expect(HidiroglouBerthelot(Self.counts([(100, 100, 50)]), reach: 4) == nil)
    #expect(HidiroglouBerthelot([:], reach: 4) == nil)
  }

  @Test("0, what is missing and a range without a best value are no ratio")
  func noRatio() {
    let hundred = Quantity.point(100)
    for value in [Quantity.point(0), .missing(.blank), .range(low: 1, best: nil, high: 900)] {
      #expect(CountRatios.Ratio(value, per: hundred) == nil)
      #expect(CountRatios.Ratio(hundred, per: value) == nil)
    }
    #expect(CountRatios.Ratio(.range(low: 80, best: 90, high: 100), per: hundred)?.value == 90)
  }

  private static func run(growing: String) async throws -> CleanRunTests.Folder {
    var study = SmallStudy.study()
    study.outlierRules = [
      OutlierRule(
        id: "growth", value: ConceptReference(.staffNeeded, .fiveYears), per: ConceptReference(.staff), reach: 4,
        message: LocalizedText(sv: "Stämmer det?", en: "Is it right?"))
    ]
    let units = (1...25).map { SmallStudy.unit("A\($0)", "E\($0)") }
    let responses = (1...25).map { number in
      SmallStudy.response(
        "r\(number)", from: "A\(number)", ["Q2": "20", "Q5": number == 25 ? growing : number < 12 ? "20" : "22"])
    }
    return try await CleanRunTests.run(responses, units: units, study: study)
  }

  @Test("an outlier is marked, asked about, counted, and left as it is")
  func marked() async throws {
    let folder = try await Self.run(growing: "200")
    let outlying = folder.employers.filter { $0.outliers != nil }
    #expect(outlying.map(\.response) == ["r25"])
    #expect(outlying.first?.outliers?.map(\.subject) == ["staffNeeded(5)"])
    #expect(outlying.first?.staffNeeded[.fiveYears] == .point(200))
    #expect(folder.edits.isEmpty)
    #expect(folder.count("outlier", "growth") == 1)
    #expect(folder.questions.map(\.sv) == ["Fråga Q5: Stämmer det? Svaren är 200 på Q5 (Q5) och 20 på Q2 (Q2)."])
  }

  @Test("without an outlier nothing is marked, and the rule is listed all the same")
  func unmarked() async throws {
    let folder = try await Self.run(growing: "22")
    #expect(folder.employers.allSatisfy { $0.outliers == nil })
    #expect(folder.count("outlier", "growth") == 0)
  }
}
