import AggregateStage
import ConfidentialRecords
import Diagnostics
import Foundation
import SurveyModel
import SurveyStatistics
import TestSupport
import Testing

/// The employer survey of R's package survey, through the stage's own code: the response groups are read from
/// `weights.csv`, everything else is computed. Skipped, and said so, where the reference folder is not there.
@Suite("Employer reference set")
struct ReferenceEmployerTests {
  static let folder: String? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path =
      ProcessInfo.processInfo.environment["SURVEY_REFERENCE"]
      ?? root.deletingLastPathComponent().appendingPathComponent("shared/reference/survey-r").path
    return FileManager.default.fileExists(atPath: path + "/expected-employer.json") ? path : nil
  }()

  /// Which case is which breakdown; the reference's occupation groups stand as the first digit of a made-up code.
  static let cases: [String: [SurveyModel.Dimension]] = [
    "county": [], "county.by_occupation_group": [.occupation1], "county.by_occupation": [.occupation3],
    "sector": [.sector], "sector_x_size": [.sector, .sizeClass], "municipality": [.municipality],
    "municipality.by_occupation_group": [.municipality, .occupation1],
  ]

  @Test("totals, ratios, contributors and counts equal R's at 1e-9", .enabled(if: folder != nil))
  func equalsReference() throws {
    let folder = try #require(Self.folder)
    let survey = try ReferenceSurvey(folder: folder)
    let json = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: folder + "/expected-employer.json")))
    let all = try #require((json as? [String: Any])?["cases"] as? [[String: Any]])
    let result = try survey.result(tables: Set(Self.cases.values))
    var compared = 0
    for (id, dimensions) in Self.cases {
      let expected = try #require(all.first { $0["id"] as? String == id }?["results"] as? [[String: Any]])
      for row in expected {
        let domain = survey.domain(row["domain"] as? [String: Any] ?? [:])
        #expect(
          Set(dimensions).count >= [domain.municipality, domain.sector, domain.sizeClass].compactMap(\.self).count)
        compared += survey.compare(row, domain, with: result, in: id)
      }
    }
    #expect(compared == 7_872)
    let nonresponse = try #require(
      (all.first { $0["id"] as? String == "nonresponse" }?["results"] as? [[String: Any]])?.first)
    #expect(nonresponse["responded"] as? Int == survey.employers.count)
    #expect(nonresponse["frame"] as? Int == result.cell(.headcount, Domain())?.frameUnits)
    #expect(nonresponse["groups"] as? Int == survey.weighting.design.groups.count)
  }

  /// Cut the input anywhere: counts stay, and sums move by rounding alone.
  @Test("parts of the input do not show", .enabled(if: folder != nil)) func parts() throws {
    let survey = try ReferenceSurvey(folder: try #require(Self.folder))
    let whole = try survey.result(tables: [[.municipality]], part: 100_000)
    let small = try survey.result(tables: [[.municipality]], part: 64)
    #expect(whole.estimates.count == small.estimates.count)
    for (a, b) in zip(whole.estimates, small.estimates) {
      #expect(isClose(a.estimate ?? 0, b.estimate ?? 0, relative: 1e-12))
      #expect(isClose(a.standardError ?? 0, b.standardError ?? 0, relative: 1e-10))
    }
    for (a, b) in zip(whole.contributors, small.contributors) {
      let same =
        a.numerator.enterprises == b.numerator.enterprises && a.numerator.largestKey == b.numerator.largestKey
        && a.numerator.secondKey == b.numerator.secondKey && a.numerator.unweighted == b.numerator.unweighted
      #expect(same, "\(a.domain)")
    }
  }
}

/// The reference files as cleaned employers.
struct ReferenceSurvey {
  private(set) var employers: [EmployerRecord] = []
  let weighting: Weighting
  private let frame: [FrameCellRecord]
  private let groupDigit: [String: String]
  private let codes: [String: String]

  init(folder: String) throws {
    func rows(_ name: String) throws -> [[String: String]] {
      var reader = try CSVReader(path: folder + "/" + name)
      let heading = try #require(reader.heading).fields
      var rows: [[String: String]] = []
      while let row = try reader.next() { rows.append(Dictionary(zip(heading, row.fields)) { a, _ in a }) }
      return rows
    }
    let responses = try rows("responses.csv")
    let groups = Set(responses.compactMap { $0["occupation_group"] }).sorted()
    let occupations = Set(responses.compactMap { $0["occupation_code"] }).sorted()
    groupDigit = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($1, String($0)) })
    let groupOf = Dictionary(
      responses.map { ($0["occupation_code"] ?? "", $0["occupation_group"] ?? "") }, uniquingKeysWith: { a, _ in a })
    let digits = groupDigit
    let codes = Dictionary(
      uniqueKeysWithValues: occupations.enumerated().map { index, code in
        (code, (digits[groupOf[code] ?? ""] ?? "") + (index < 10 ? "0" : "") + "\(index)0")
      })

    self.codes = codes
    let byWorkplace = Dictionary(grouping: responses) { $0["workplace_id"] ?? "" }
    let sample = Dictionary(uniqueKeysWithValues: try rows("sample.csv").map { ($0["workplace_id"] ?? "", $0) })
    var groupOfStratum: [String: Int] = [:]
    var responseGroups: [ResponseGroup] = []
    for row in try rows("weights.csv").sorted(by: { $0["workplace_id"] ?? "" < $1["workplace_id"] ?? "" }) {
      let id = row["workplace_id"] ?? ""
      let rhg = row["rhg"] ?? ""
      if groupOfStratum[rhg] == nil {
        groupOfStratum[rhg] = responseGroups.count
        responseGroups.append(
          ResponseGroup(frameUnits: Int(row["N_g"] ?? "") ?? 0, answers: Int(row["m_g"] ?? "") ?? 0))
      }
      let unit = try #require(sample[id])
      var employer = EmployerRecord()
      employer.enterprise = id
      employer.establishment = id
      employer.form = "long"
      employer.municipality = unit["municipality_code"] ?? ""
      employer.sector = Self.sector(unit["sector"] ?? "")
      employer.section = "C"
      employer.sizeClass = unit["size_class"] ?? ""
      employer.stratum = rhg
      employer.employees = Int(unit["register_employees"] ?? "") ?? 0
      employer.occupations = (byWorkplace[id] ?? []).map {
        Self.row($0, code: codes[$0["occupation_code"] ?? ""] ?? "")
      }
      employers.append(employer)
    }
    weighting = try Weighting(groupOfStratum: groupOfStratum, groups: responseGroups)
    frame = try rows("frame.csv").map { row in
      var cell = FrameCellRecord()
      cell.municipality = row["municipality_code"] ?? ""
      cell.sector = Self.sector(row["sector"] ?? "")
      cell.section = "C"
      cell.sizeClass = row["size_class"] ?? ""
      cell.units = 1
      return cell
    }
  }

  private static func sector(_ name: String) -> Sector { name == "public" ? .municipal : .private }

  private static func row(_ row: [String: String], code: String) -> OccupationRow {
    func number(_ column: String) -> Quantity { .point(Double(row[column] ?? "") ?? 0) }
    var answer = OccupationRow()
    answer.ssyk = code
    answer.headcount = number("headcount_now")
    answer.retirements = HorizonQuantities(number("retire_2y"), number("retire_5y"), number("retire_10y"))
    answer.needed = HorizonQuantities(number("need_2y"), number("need_5y"), number("need_10y"))
    return answer
  }

  func result(tables: Set<[SurveyModel.Dimension]>, part: Int = 500) throws -> AggregateFixture.Result {
    let fixture = AggregateFixture(
      municipalities: Set(employers.map(\.municipality)).sorted(),
      sizeClasses: (1...4).map { SizeClass(code: "\($0)", smallest: 10 * $0, largest: nil) },
      tables: tables.sorted { "\($0)" < "\($1)" }.map {
        AggregateFixture.table([.headcount, .headcountNeeded, .retirements, .postsToFill], by: $0)
      })
    return try fixture.aggregate(employers, weighting: weighting, frame: frame, part: part)
  }

  func domain(_ named: [String: Any]) -> Domain {
    Domain(
      municipality: named["municipality_code"] as? String,
      sector: (named["sector"] as? String).map { Self.sector($0).rawValue },
      sizeClass: named["size_class"].map { "\($0)" },
      occupation: (named["occupation_group"] as? String).flatMap { groupDigit[$0] }
        ?? (named["occupation_code"].flatMap { codes["\($0)"] }).map { String($0.prefix(3)) })
  }

  /// Compares one result of the reference; returns how many numbers were held against it.
  func compare(
    _ row: [String: Any], _ domain: Domain, with result: AggregateFixture.Result, in id: String
  ) -> Int {
    var compared = 0
    func check(_ got: Double?, _ expected: Any?, _ what: String) {
      guard let expected = (expected as? NSNumber)?.doubleValue else { return }
      compared += 1
      let got = got ?? 0
      // A standard error this small beside its estimate is rounding noise in the reference.
      let isNoise = abs(expected) < 1e-9 && abs(got) < 1e-6
      #expect(isNoise || isClose(got, expected, relative: 1e-9), "\(id) \(domain.key) \(what): \(got) \(expected)")
    }
    let headcount = result.cell(.headcount, domain)
    let behind = result.contributors(.headcount, domain)?.numerator
    check(headcount.map { Double($0.answers) } ?? 0, row["respondents"], "respondents")
    check(Double(headcount?.contributors ?? 0), row["contributors"], "contributors")
    check(behind?.largest ?? 0, row["largest"], "largest")
    check(behind?.second ?? 0, row["second_largest"], "second largest")
    check(behind?.unweighted ?? 0, row["unweighted_headcount"], "unweighted")
    // R's are those of the design; a cell's own, which its interval is made with, are fewer (`effectiveDegrees`).
    check(Double(weighting.design.degreesOfFreedom), row["df"], "df")
    for estimate in row["estimates"] as? [[String: Any]] ?? [] {
      let variable = estimate["variable"] as? String ?? ""
      let parts = variable.split(separator: "_")
      let horizon = parts.count > 1 ? Int(parts[1].prefix { $0.isNumber }) : nil
      var at = domain
      at.horizon = horizon
      let cell: EstimateRecord?
      switch parts.first {
      case "headcount": cell = headcount
      case "retire": cell = result.cell(.retirements, at)
      case "need": cell = result.cell(.headcountNeeded, at)
      // Without other leavers, posts to fill are what the reference calls gap: retirement and growth.
      default: cell = result.cell(.postsToFill, at)
      }
      let isRatio = estimate["statistic"] as? String == "ratio"
      check(isRatio ? cell?.perStaff : cell?.estimate, estimate["estimate"], variable)
      check(isRatio ? cell?.perStaffStandardError : cell?.standardError, estimate["se"], variable + " se")
    }
    return compared
  }
}
