import ConfidentialRecords

@testable import MatchStage

/// A study of one municipality, a need, and a supply file, small enough to reckon by hand.
enum MatchFixture {
  static func study(municipalities: [String] = ["0181"]) -> Study {
    Study(
      id: "test", title: LocalizedText(sv: "Prov", en: "Test"), client: LocalizedText(sv: "Ingen", en: "Nobody"),
      isSynthetic: true, municipalities: municipalities, baseDate: "2025-12-31", asOf: "2026-04-15",
      fieldworkStart: "2026-01-19", fieldworkEnd: "2026-03-27", horizons: Horizon.allCases, sizeClasses: [],
      dataFolder: "Data", keyFile: "key.yaml", keys: ProtectionKeys(p: 10, pseudonymKey: "k"),
      frame: FrameSource(framePath: "frame.csv", samplePath: "sample.csv", vintage: "2025-11"), responses: [])
  }

  static func need(
    _ estimate: Double?, _ limits: ClosedRange<Double>? = nil, occupation: String? = "2", horizon: Int = 5,
    standardError: Double = 10, degrees: Int = 40, staff: Double = 1000
  ) -> EstimateRecord {
    var need = EstimateRecord()
    need.table = "gap"
    need.indicator = .replacementNeed
    need.occupation = occupation
    need.horizon = horizon
    need.estimate = estimate
    need.standardError = standardError
    need.degreesOfFreedom = degrees
    need.low = limits?.lowerBound
    need.high = limits?.upperBound
    need.staffNow = staff
    return need
  }

  static let heading = "municipality,occupation,horizon,component,low,base,high,source,date"

  /// Low 20, base 50, high 75 when all five are there.
  static func rows(
    occupation: String = "2", municipality: String = "0181", without missing: Set<SupplyComponent> = []
  ) -> [String] {
    let amounts: [(SupplyComponent, String)] = [
      (.seekersReady, "20,30,40"), (.graduates, "10,20,25"), (.completions, "0,5,5"), (.netInMoves, "-5,0,5"),
      (.commutingChange, "-5,-5,0"),
    ]
    return amounts.filter { !missing.contains($0.0) }
      .map { "\(municipality),\(occupation),5,\($0.0.rawValue),\($0.1),Register,2025-12-31" }
  }

  static func table(_ rows: [String], _ study: Study = study()) throws -> SupplyTable {
    let text = ([heading] + rows).joined(separator: "\n") + "\n"
    return try SupplyReader.read(CSVReader(bytes: Array(text.utf8)), path: "supply.csv", study: study)
  }
}
