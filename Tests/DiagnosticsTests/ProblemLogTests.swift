import Diagnostics
import TestSupport
import Testing

@Suite("Problem log")
struct ProblemLogTests {
  func problem(_ path: String?, _ line: Int? = nil, _ summary: String = "wrong", got: String? = nil) -> Problem {
    Problem(.warning, at: path.map { SourceLocation(path: $0, line: line) }, summary, got: got)
  }

  @Test("shows problems by place, those in one place as they came in, those without a place last")
  func order() {
    let log = ProblemLog()
    log.append(contentsOf: [
      problem(nil), problem("b", 2), problem("b", 10), problem("a", 3, got: "first"), problem("a", 3, got: "second"),
      problem("b"), problem("Z", 9),
    ])
    #expect(log.groups.count == 1)
    #expect(
      log.groups[0].shown == [
        problem("Z", 9), problem("a", 3, got: "first"), problem("a", 3, got: "second"), problem("b"), problem("b", 2),
        problem("b", 10), problem(nil),
      ])
  }

  @Test("keeps the first few by place whatever order they came in, and counts them all")
  func bounded() {
    let problems = (1...332).map { problem("a", $0) }
    for seed in 0..<10 {
      var chance = SeededGenerator(seed: UInt64(seed))
      let log = ProblemLog(showingAtMost: 20)
      log.append(contentsOf: problems.shuffled(using: &chance))
      #expect(log.groups.map(\.shown) == [Array(problems[..<20])])
      #expect(log.groups[0].hidden == 312)
      #expect(log.count(.warning) == 332)
    }
  }

  @Test("groups stand by the place of their first, and one place by severity")
  func groups() {
    let log = ProblemLog()
    log.append(problem("a", 5, "late"))
    log.append(problem("a", 2, "early"))
    log.append(Problem(.note, at: SourceLocation(path: "a", line: 2), "early"))
    log.append(Problem(.error, at: SourceLocation(path: "a", line: 2), "early"))
    log.append(problem("a", 9, "early"))
    #expect(log.groups.map { $0.shown[0].severity } == [.error, .warning, .note, .warning])
    #expect(log.groups.map(\.count) == [1, 2, 1, 1])
    #expect(log.hasErrors)
    #expect(log.count(.error) == 1)
    #expect(log.count(.warning) == 3)
    #expect(!ProblemLog().hasErrors)
  }

  @Test("takes problems from many threads at once and loses none")
  func threads() async {
    let log = ProblemLog(showingAtMost: 5)
    await withTaskGroup(of: Void.self) { group in
      for task in 0..<8 {
        group.addTask {
          for i in 0..<500 { log.append(Problem(.error, at: SourceLocation(path: "a", line: i * 8 + task), "wrong")) }
        }
      }
    }
    #expect(log.count(.error) == 4_000)
    #expect(log.groups[0].shown.map(\.location?.line) == [0, 1, 2, 3, 4])
  }
}
