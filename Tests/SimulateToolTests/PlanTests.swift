import Diagnostics
import Foundation
import SimulateTool
import TestSupport
import Testing

@Suite("Reading simulation.yaml")
struct PlanTests {
  private func faults(replacing part: String, with other: String) throws -> [Problem] {
    let text = try String(contentsOfFile: DemoK.folder + "/simulation.yaml", encoding: .utf8)
    let place = try #require(text.range(of: part))
    let folder = try TemporaryFolder()
    let path = try folder.write(text.replacingCharacters(in: place, with: other), to: "simulation.yaml")
    do {
      _ = try SimulationPlan.load(path)
      return []
    } catch {
      #expect(error.exit == .wrongStudyFile)
      return error.problems
    }
  }

  @Test("a key that nothing reads is an error with its line") func unknownKey() throws {
    let problems = try faults(replacing: "closed-down:", with: "closed-dwn:")
    #expect(problems.contains { $0.hint?.contains("closed-down") == true && $0.location?.line != nil })
  }

  @Test(
    "a wrong value is an error that says what it should be",
    arguments: [
      ("[private, \"01\", farm, 45, 4, 0]", "[private, \"01\", farm, 45, 4]"),
      ("last-day: 2026-03-27", "last-day: 2026-01-20"),
      ("ages: old, growth: 2", "ages: ancient, growth: 2"), ("sector: private\n", "sector: privat\n"),
      ("lacks: [leadership, experience]}", "lacks: [leading]}"), ("within-5: [0, 0.01", "within-5: [0.5, 0.01"),
      ("20-49: [20, 22,", "20-49: [19, 22,"),
    ]) func wrongValue(part: String, other: String) throws
  {
    #expect(try !faults(replacing: part, with: other).isEmpty)
  }

  @Test("an occupation that nobody describes is found") func unknownOccupation() throws {
    let problems = try faults(replacing: "\"8211\": 46", with: "\"8210\": 46")
    #expect(problems.contains { $0.summary.contains("8210") })
  }
}
