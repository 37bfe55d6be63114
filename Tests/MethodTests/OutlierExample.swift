import Testing

@testable import CleanStage
@testable import SurveyModel

/// The ratios of a page, judged as `CleanStage` judges them (F41).
struct OutlierExample {
  private(set) var compared = 0
  private(set) var exact = 0

  init(ratios: PageTable, effects: PageTable?, settings: [String: String]) throws {
    var counts: [CountRatios.Ratio: Int] = [:]
    for row in ratios.rows {
      let ratio = try Self.ratio(row)
      if let times = row["employers"].flatMap({ Int($0) }), times > 0 { counts[ratio] = times }
    }
    let reach = try #require(settings["reach"].flatMap { Double($0) }, "the setting reach")
    let limits = try #require(HidiroglouBerthelot(counts, reach: reach))
    for row in ratios.rows {
      compared += 1
      #expect((row["outlier"] == "yes") == limits.isOutlier(try Self.ratio(row)), "\(row["ratio"] ?? "")")
    }
    let values = ["median ratio": limits.medianRatio, "lowest": limits.lowest, "highest": limits.highest]
    for row in effects?.rows ?? [] {
      let printed = try #require(row["value"].flatMap(PrintedNumber.init))
      let value = try #require(values[row["effect"] ?? ""])
      compared += 1
      if printed.isExact { exact += 1 }
      #expect(printed.agrees(with: value), "\(row["effect"] ?? ""): \(value)")
    }
  }

  private static func ratio(_ row: [String: String]) throws -> CountRatios.Ratio {
    try #require(
      CountRatios.Ratio(
        .point(row["ratio"].flatMap { Double($0) } ?? 0), per: .point(row["per"].flatMap { Double($0) } ?? 0)))
  }
}
