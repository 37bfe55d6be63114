import Foundation
import Testing

@Suite("Coverage, measured")
struct CoverageTests {
  @Test("bounds and intervals hold in a few studies of each size", arguments: [30, 60, 120, 300])
  func few(answers: Int) async throws {
    let simulation = try await Simulation(MeasuredStudy(), answers: answers, studies: 10)
    print(answers, simulation.studiesOutsideBounds)
    for row in simulation.rows {
      guard let tally = simulation.tallies[row] else { continue }
      print(row.indicator, row.horizon ?? 0, row.level, tally.cells, tally.outsideBounds, tally.sampling.covered, tally.sampling.given, tally.printed.covered, tally.printed.given)
    }
  }
}
