import ConfidentialRecords
import RecordStreams

/// Many studies of one size, line by line of the tables.
struct Simulation {
  /// Answers on average; studies; share of answers outside the stated limits.
  let answers: Int
  let studies: Int
  let outside: Double
  static let seed: UInt64 = 20_260_415

  private(set) var rows: [CoverageRow] = []
  private(set) var tallies: [CoverageRow: CoverageTally] = [:]
  private(set) var verdicts = VerdictTally()
  /// Studies with a cell whose bounds leave out what exact answers would have given.
  private(set) var studiesOutsideBounds = 0
  private(set) var answersMet = 0

  init(_ measured: MeasuredStudy, answers: Int, studies: Int, outside: Double = 0, threads: Int = 2) async throws {
    self.answers = answers
    self.studies = studies
    self.outside = outside
    // Ten at a time on any core, put together in order: the sums are the same whatever the number of cores.
    let part = 10
    try await orderedMap(stride(from: 0, to: studies, by: part), threads: threads) { start in
      try (start..<min(studies, start + part)).map { number in
        try SimulatedStudy(
          measured, answers: answers, outside: outside,
          seed: Self.seed &+ UInt64(number) &* 1_000_003 &+ UInt64(answers))
      }
    } into: { part in
      for study in part { add(study) }
    }
  }

  private mutating func add(_ study: SimulatedStudy) {
    answersMet += study.answers
    var isOutside = false
    for cell in study.cells {
      if tallies[cell.row] == nil { rows.append(cell.row) }
      let before = tallies[cell.row]?.outsideBounds ?? 0
      tallies[cell.row, default: CoverageTally()].add(cell)
      if tallies[cell.row]?.outsideBounds != before { isOutside = true }
    }
    if isOutside { studiesOutsideBounds += 1 }
    for gap in study.gaps { verdicts.add(gap) }
  }

  /// All lines that fit, as one.
  func together(_ include: (CoverageRow) -> Bool) -> CoverageTally {
    rows.filter(include).reduce(into: CoverageTally()) { sum, row in tallies[row].map { sum.add($0) } }
  }
}

/// How often a verdict on a gap was given, and how often it was the wrong way round.
struct VerdictTally {
  private(set) var given: [Verdict: Int] = [:]
  private(set) var wrong: [Verdict: Int] = [:]

  mutating func add(_ gap: SimulatedGap) {
    given[gap.verdict, default: 0] += 1
    let isWrong =
      switch gap.verdict {
      case .shortageInEveryScenario, .likelyShortage: gap.truth <= 0
      case .surplusInEveryScenario, .likelySurplus: gap.truth >= 0
      case .undetermined: false
      }
    if isWrong { wrong[gap.verdict, default: 0] += 1 }
  }
}
