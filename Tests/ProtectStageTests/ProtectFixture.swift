import ConfidentialRecords
import ReleasedRecords

@testable import ProtectStage

/// A study and cells small enough to reckon by hand: p is 10 per cent, three enterprises, five persons.
enum ProtectFixture {
  static func study(tables: [TableSpec] = [], occupations: [String: LocalizedText] = [:]) -> Study {
    Study(
      id: "test", title: LocalizedText(sv: "Prov", en: "Test"), client: LocalizedText(sv: "Ingen", en: "Nobody"),
      isSynthetic: true, municipalities: ["0181"], baseDate: "2025-12-31", asOf: "2026-04-15",
      fieldworkStart: "2026-01-19", fieldworkEnd: "2026-03-27", horizons: Horizon.allCases,
      sizeClasses: [
        SizeClass(code: "1-9", smallest: 1, largest: 9), SizeClass(code: "10-49", smallest: 10, largest: 49),
        SizeClass(code: "50+", smallest: 50, largest: nil),
      ],
      dataFolder: "Data", keyFile: "key.yaml", keys: ProtectionKeys(p: 10, pseudonymKey: "k"),
      frame: FrameSource(framePath: "frame.csv", samplePath: "sample.csv", vintage: "2025-11"), responses: [],
      tables: tables, dominant: [],
      classifications: Classifications(occupations: occupations.mapValuesWithKey { Occupation(code: $0, name: $1) }))
  }

  static func table(_ id: String, _ indicators: [Indicator], by: [Dimension] = []) -> TableSpec {
    TableSpec(
      id: id, title: LocalizedText(sv: id, en: id), indicators: indicators, by: by, section: "section-\(id)",
      feature: "FOR-04")
  }

  /// Protected enterprises by their values; weights of 1.
  static func contributors(_ values: [Double], unprotected: [Double] = []) -> Contributors {
    var made = Contributors()
    let largest = values.filter { $0 != 0 }.sorted(by: >)
    made.enterprises = largest.count
    made.total = largest.reduce(0, +)
    made.largest = largest.first ?? 0
    made.second = largest.dropFirst().first ?? 0
    made.unprotectedEnterprises = unprotected.count { $0 != 0 }
    made.unprotectedTotal = unprotected.reduce(0, +)
    made.unweighted = made.total + made.unprotectedTotal
    return made
  }

  /// A cell of a total with the value its contributors add up to, grade A unless said otherwise.
  static func cell(
    _ indicator: Indicator, _ domain: Domain = Domain(), of contributors: Contributors, table: String = "t",
    grade: Grade = .A, value: Double? = nil, excludesDominant: Bool = false
  ) -> InputCell {
    var estimate = EstimateRecord()
    estimate.table = table
    estimate.indicator = indicator
    estimate.formula = indicator.formula
    estimate.feature = "FOR-04"
    estimate.domain = domain
    estimate.excludesDominant = excludesDominant ? true : nil
    let total = value ?? contributors.total + contributors.unprotectedTotal
    estimate.estimate = total
    estimate.standardError = 1
    estimate.low = total - 12
    estimate.high = total + 12
    estimate.answers = 30
    estimate.frameUnits = 100
    estimate.effectiveSize = 30
    estimate.grade = grade
    var record = ContributorRecord()
    record.table = table
    record.indicator = indicator
    record.domain = domain.key
    record.excludesDominant = estimate.excludesDominant
    record.numerator = contributors
    return InputCell(estimate: estimate, contributors: record)
  }

  static func share(
    _ indicator: Indicator, _ domain: Domain = Domain(), _ numerator: Contributors, of denominator: Contributors,
    table: String = "t", grade: Grade = .A
  ) -> InputCell {
    let upper = numerator.total + numerator.unprotectedTotal
    let lower = denominator.total + denominator.unprotectedTotal
    var cell = cell(
      indicator, domain, of: numerator, table: table, grade: grade, value: lower > 0 ? upper / lower : nil)
    cell.estimate.estimate = lower > 0 ? upper / lower : nil
    cell.estimate.low = 0.1
    cell.estimate.high = 0.9
    cell.contributors.denominator = denominator
    return cell
  }

  static func protect(_ cells: [InputCell], gaps: [GapRecord] = [], study: Study = study()) throws -> Protected {
    try Protector(study: study).protect(cells: cells, gaps: gaps)
  }

  /// Enough enterprises, none of them large.
  static func safe(_ total: Double) -> Contributors { contributors(Array(repeating: total / 10, count: 10)) }
}

extension Dictionary {
  fileprivate func mapValuesWithKey<T>(_ make: (Key, Value) -> T) -> [Key: T] {
    [Key: T](uniqueKeysWithValues: map { ($0, make($0, $1)) })
  }
}

extension Protected {
  /// Status by cell id.
  var statuses: [String: ReleasedCell.Status] {
    Dictionary(entries.map { ($0.cell.id, $0.cell.status) }, uniquingKeysWith: { first, _ in first })
  }
  var reasons: [String: HidingReason] {
    Dictionary(
      entries.compactMap { entry in entry.reason.map { (entry.cell.id, $0) } }, uniquingKeysWith: { first, _ in first })
  }
  subscript(id: String) -> ReleasedCell? { cells.first { $0.id == id } }
}
