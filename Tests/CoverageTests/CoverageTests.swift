import ConfidentialRecords
import Foundation
import TestSupport
import Testing

/// Intervals and bounds held against known truth. `make verify` runs it at full size and writes
/// Documentation/coverage.md; the small version runs with every test.
@Suite("Coverage, measured")
struct CoverageTests {
  static let sizes = [30, 60, 120, 300]

  @Test("bounds and intervals hold in a few studies of each size", arguments: sizes)
  func few(answers: Int) async throws {
    let simulation = try await Simulation(MeasuredStudy(), answers: answers, studies: 10)
    #expect(simulation.studiesOutsideBounds == 0)
    let all = simulation.together { _ in true }
    #expect(all.checkedBounds > 2_000)
    #expect(all.outsideBounds == 0)
    #expect(all.sampling.coverage > 0.88, "\(all.sampling.coverage)")
    #expect(all.printed.coverage > 0.92, "\(all.printed.coverage)")
    let good = [Grade.A, .B].compactMap { all.grades[$0] }
    #expect(good.reduce(0) { $0 + $1.covered } * 100 >= good.reduce(0) { $0 + $1.intervals } * 90)
  }

  @Test("answers outside the stated limits are seen to leave the bounds")
  func outsideLimits() async throws {
    let simulation = try await Simulation(MeasuredStudy(), answers: 300, studies: 4, outside: 0.5)
    #expect(simulation.studiesOutsideBounds > 0)
  }

  @Test("a census of exact answers gives the truth, summed by hand", arguments: [1, 2, 3] as [UInt64])
  func truth(seed: UInt64) throws {
    let measured = try MeasuredStudy()
    var chance = Chance(seed: seed)
    let municipality = Municipality(answers: ExactAnswers(study: measured.study), chance: &chance)
    let census = MeasuredStudy.Sample(municipality, Fieldwork.census(municipality))
    let employers = municipality.units.filter { !$0.isClosed }.map(\.answers)
    let truths = try measured.estimates(of: employers, census)
    func truth(_ indicator: Indicator, _ domain: Domain = Domain()) -> Double {
      truths.first { $0.indicator == indicator && $0.domain == domain }?.estimate ?? .nan
    }
    func sum(_ value: (EmployerRecord) -> Double) -> Double { employers.reduce(0) { $0 + value($1) } }
    func ofRows(_ value: (OccupationRow) -> Double?) -> Double {
      sum { $0.occupations.reduce(0) { $0 + (value($1) ?? 0) } }
    }
    #expect(truth(.staff) == sum { $0.staff.best ?? 0 })
    #expect(
      isClose(
        truth(.growth, Domain(horizon: 5)), sum { ($0.staffNeeded.fiveYears.best ?? 0) - ($0.staff.best ?? 0) }))
    #expect(isClose(truth(.retirements, Domain(horizon: 10)), ofRows { $0.retirements.tenYears.best }))
    let leavers = ofRows { row in Destination.allCases.reduce(0) { $0 + (row[$1].twoYears.best ?? 0) } }
    let growth = ofRows { ($0.needed.twoYears.best ?? 0) - ($0.headcount.best ?? 0) }
    #expect(isClose(truth(.postsToFill, Domain(horizon: 2)), leavers + growth))
    let vacancies = ofRows { $0.vacancies.best }
    #expect(isClose(truth(.jobVacancyRate), vacancies / (vacancies + ofRows { $0.headcount.best })))
    #expect(
      isClose(
        truth(.recruitmentAttemptShare), sum { $0.triedToRecruit == .yes ? 1 : 0 } / Double(employers.count)))
    #expect(truths.allSatisfy { $0.standardError ?? 0 == 0 })
  }

  @Test("the page is the same on one core and on two, and holds no name unfilled")
  func deterministic() async throws {
    let measured = try MeasuredStudy()
    func page(threads: Int) async throws -> String {
      let few = try await Simulation(measured, answers: 30, studies: 12, threads: threads)
      return CoveragePage(inside: [few], outside: [few]).text(template: try Self.template())
    }
    let one = try await page(threads: 1)
    #expect(try await page(threads: 2) == one)
    #expect(!one.contains("{{"))
  }

  @Test("the committed page was made from the present template")
  func committed() throws {
    let page = Set(try String(contentsOf: Self.page, encoding: .utf8).split(separator: "\n"))
    for line in try Self.template().split(separator: "\n") where !line.contains("{{") {
      #expect(page.contains(line), "\(line)")
    }
  }

  @Test("at full size, onto the page", .enabled(if: isVerifying))
  func full() async throws {
    let measured = try MeasuredStudy()
    var inside: [Simulation] = []
    var outside: [Simulation] = []
    for size in Self.sizes {
      inside.append(try await Simulation(measured, answers: size, studies: fullSize))
      outside.append(try await Simulation(measured, answers: size, studies: fullSize / 5, outside: 0.05))
    }
    let text = CoveragePage(inside: inside, outside: outside).text(template: try Self.template())
    try Data(text.utf8).write(to: Self.page)
    for simulation in inside {
      #expect(simulation.studiesOutsideBounds == 0)
      #expect(simulation.together { _ in true }.printed.coverage >= 0.95)
    }
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let page =
    folder.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Documentation/coverage.md")

  private static func template() throws -> String {
    try String(contentsOf: folder.appendingPathComponent("coverage.template.md"), encoding: .utf8)
  }
}

/// Whether `make verify` asks.
private let isVerifying = ProcessInfo.processInfo.environment["KOMPETENSGAP_VERIFY"] != nil
/// Studies of each size; fewer for a quick look at a change.
private let fullSize = ProcessInfo.processInfo.environment["COVERAGE_STUDIES"].flatMap { Int($0) } ?? 1_000
