import ConfidentialRecords
import SimulateTool
import SurveyModel
import Testing

@Suite("The known truth")
struct TruthTests {
  /// A small municipality in which everyone is approached, is there, answers on the web and writes what is so.
  private static func perfect() throws -> Simulation {
    let simulation = try DemoK.simulation.get()
    var plan = simulation.plan
    plan.frame.counts = [.private: [30, 20, 8, 2, 0], .municipal: [2, 8, 10, 3, 0]]
    plan.frame.named = []
    plan.frame.office.covers = 4
    plan.fieldwork.takeAllFrom = 1
    plan.fieldwork.closedDown = 0
    plan.fieldwork.answeringBySize = plan.fieldwork.answeringBySize.mapValues { _ in 2 }
    plan.fieldwork.byTelephone = [:]
    plan.fieldwork.partial = 0
    plan.fieldwork.collections = []
    plan.oddities = [:]
    plan.writing.numbers = [:]
    plan.writing.respondents = [1, 0, 0]
    return Simulation(study: "small", plan: plan, templates: simulation.templates)
  }

  /// The values of all controls of a name, over all pages.
  private static func sum(_ name: String, _ pages: [String]) -> Int {
    pages.reduce(0) { sum, page in
      var sum = sum
      var rest = page[...]
      while let found = rest.firstRange(of: name) {
        rest = rest[found.upperBound...]
        guard let value = rest.firstRange(of: "value=\"") else { break }
        let digits = rest[value.upperBound...].prefix { $0 != "\"" }
        sum += Int(digits.filter { $0 != "\u{A0}" }) ?? 0
      }
      return sum
    }
  }

  @Test(
    "equals what perfect respondents write when everyone is asked",
    arguments: [
      ("staff", "", "name=\"anstallda\""), ("staffNeeded", "10", "name=\"behov_10\""),
      ("personsSought", "", "name=\"sokta\""),
    ]) func pages(indicator: String, horizon: String, name: String) throws
  {
    let simulation = try Self.perfect()
    let files = simulation.files()
    let pages = files.filter { $0.path.contains("/employers/") }.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(pages.count == 84 - 4)
    #expect(Self.value(indicator, horizon, in: files) == Self.sum(name, pages))
  }

  @Test(
    "of occupations equals the sum of the rows on the pages",
    arguments: [
      ("headcount", "", ["].antal "]), ("retirements", "5", ["].pension_5 "]), ("vacancies", "", ["].lediga "]),
      ("otherLeavers", "2", ["].slutar_2 ", "].byter_har_2 ", "].byter_bort_2 ", "].nytt_yrke_2 ", "].okant_2 "]),
    ]) func rows(indicator: String, horizon: String, names: [String]) throws
  {
    let files = try Self.perfect().files()
    let pages = files.filter { $0.path.contains("/employers/") }.map { String(decoding: $0.bytes, as: UTF8.self) }
    let sum = names.reduce(0) { $0 + Self.sum($1, pages) }
    #expect(sum > 0 && Self.value(indicator, horizon, in: files) == sum)
  }

  private static func value(_ indicator: String, _ horizon: String, in files: [SampleFile]) -> Int? {
    let truth = files.first { $0.path == "truth/small.csv" }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    let row = truth.split(separator: "\n").first { $0.hasPrefix("\(indicator),all,,\(horizon),") }
    return row?.split(separator: ",").last.flatMap { Int($0) }
  }

  private static let population = Result { Population(plan: try DemoK.simulation.get().plan) }
  private static let truth = Result { Truth(try population.get(), plan: try DemoK.simulation.get().plan) }

  private func value(
    _ indicator: Indicator, _ domain: String, _ occupation: String = "", _ horizon: Horizon? = nil
  ) throws -> Double {
    let row = try Self.truth.get().rows.first {
      $0.indicator == indicator && $0.domain == domain && $0.occupation == occupation && $0.horizon == horizon
    }
    return try #require(row).value
  }

  @Test(
    "sectors, size classes and occupations add up to the whole",
    arguments: [
      Indicator.headcount, .retirements, .postsToFill, .replacementNeed,
    ]) func margins(indicator: Indicator) throws
  {
    let horizon: Horizon? = indicator == .headcount ? nil : .tenYears
    let rows = try Self.truth.get().rows.filter { $0.indicator == indicator && $0.horizon == horizon }
    let all = try value(indicator, "all", "", horizon)
    for dimension in ["sector=", "sizeClass=", "section="] {
      let parts = rows.filter { $0.domain.hasPrefix(dimension) && $0.occupation.isEmpty }
      #expect(parts.reduce(0) { $0 + $1.value } == all)
    }
    let occupations = rows.filter { $0.domain == "all" && !$0.occupation.isEmpty }
    #expect(occupations.reduce(0) { $0 + $1.value } == all)
  }

  @Test("posts to fill are retirement, other leaving and growth", arguments: Horizon.allCases)
  func causes(horizon: Horizon) throws {
    let parts = try [Indicator.retirements, .otherLeavers, .occupationGrowth].map { try value($0, "all", "", horizon) }
    #expect(try value(.postsToFill, "all", "", horizon) == parts.reduce(0, +))
    #expect(try value(.replacementNeed, "all", "", horizon) < value(.postsToFill, "all", "", horizon))
  }

  @Test("every employer's answers hold together") func consistent() throws {
    for employer in try Self.population.get().employers {
      #expect((0..<5).reduce(0) { $0 + employer.staff(inAgeBand: $1) } == employer.staff)
      #expect(employer.women <= employer.staff)
      #expect(employer.rows().reduce(0) { $0 + $1.headcount } == employer.staff)
      #expect(employer.personsNotFound <= employer.personsSought)
      for group in employer.occupations {
        let within = Horizon.allCases.map { horizon in
          Destination.allCases.reduce(0) { $0 + group.leaving(to: $1, within: horizon) }
        }
        #expect(within == within.sorted(), "who has left within two years has left within five")
        #expect(within[2] <= group.headcount)
        #expect(group.skillShortage <= group.hardToFill && group.hardToFill <= group.vacancies)
        #expect(group.notProficient <= group.headcount)
      }
    }
  }

  @Test("who tried to recruit, and nobody else, says what makes it hard; nothing stands alone") func obstacles() throws
  {
    for employer in try Self.population.get().employers {
      #expect(employer.obstacles.isEmpty == !employer.triedToRecruit)
      #expect(!employer.obstacles.contains("none") || employer.obstacles.count == 1)
      #expect(!employer.obstacles.contains("none") || employer.personsNotFound == 0)
    }
  }

  @Test("shares lie between 0 and 1, balances between −1 and 1") func shares() throws {
    for row in try Self.truth.get().rows {
      switch row.indicator.kind {
      case .share: #expect((0...1).contains(row.value), "\(row)")
      case .balance: #expect((-1...1).contains(row.value), "\(row)")
      default: break
      }
    }
  }
}
