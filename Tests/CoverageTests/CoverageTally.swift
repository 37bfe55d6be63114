import ConfidentialRecords

/// What was seen of one line of the tables over many studies.
struct CoverageTally {
  /// Cells with a truth and an estimate.
  private(set) var cells = 0
  private(set) var error = Moments()
  /// What errors and widths are divided by: the truth, staff now, or 1 (`CoverageTally.scale`).
  private(set) var scale = 0.0
  /// Σ of estimated variances, exact answers, and the errors of their estimates.
  private(set) var variance = 0.0
  private(set) var exactError = Moments()
  /// Estimate ± t·se with the degrees of freedom of the whole design, exact answers: what the others are held against.
  private(set) var plain = Interval()
  /// Of the interval that exact answers give, and of the one printed: bounds widened by sampling error.
  private(set) var sampling = Interval()
  private(set) var printed = Interval()
  private(set) var grades: [Grade: Graded] = [:]
  /// Cells in which the bounds leave out what exact answers would have given.
  private(set) var outsideBounds = 0
  private(set) var checkedBounds = 0
  private(set) var boundWidths: [Double] = []
  /// "Grows" or "falls": the interval leaves out no change.
  private(set) var claims = 0
  private(set) var wrongClaims = 0

  struct Moments {
    private(set) var count = 0
    private(set) var sum = 0.0
    private(set) var squares = 0.0
    mutating func add(_ value: Double) {
      count += 1
      sum += value
      squares += value * value
    }
  }

  struct Graded {
    var count = 0
    var intervals = 0
    var covered = 0
  }

  /// How an interval did: where it was given, whether it held the truth, on which side it missed, how wide it was.
  struct Interval {
    private(set) var given = 0
    private(set) var tooLow = 0
    private(set) var tooHigh = 0
    private(set) var widths: [Double] = []

    /// - Parameter slack: rounding of sums.
    mutating func add(_ estimate: EstimateRecord, truth: Double, scale: Double, slack: Double) {
      guard let low = estimate.low, let high = estimate.high else { return }
      given += 1
      if high < truth - slack { tooLow += 1 }
      if low > truth + slack { tooHigh += 1 }
      widths.append((high - low) / scale)
    }

    mutating func add(_ other: Interval) {
      given += other.given
      tooLow += other.tooLow
      tooHigh += other.tooHigh
      widths += other.widths
    }

    var covered: Int { given - tooLow - tooHigh }
    var coverage: Double { Double(covered) / Double(given) }
  }

  mutating func add(_ cell: SimulatedStudy.Cell) {
    guard let truth = cell.truth.estimate, let estimate = cell.given.estimate else { return }
    let scale = Self.scale(of: cell.truth)
    guard scale > 0 else { return }
    let slack = 1e-9 * max(abs(truth), scale)
    cells += 1
    error.add(estimate - truth)
    self.scale += scale
    if let exact = cell.exact.estimate, let standardError = cell.exact.standardError {
      variance += standardError * standardError / (scale * scale)
      exactError.add((exact - truth) / scale)
      plain.add(cell.plain, truth: truth, scale: scale, slack: slack)
    }
    sampling.add(cell.exact, truth: truth, scale: scale, slack: slack)
    printed.add(cell.given, truth: truth, scale: scale, slack: slack)

    var graded = Graded(count: 1)
    if let low = cell.given.low, let high = cell.given.high {
      graded.intervals = 1
      graded.covered = low <= truth + slack && truth - slack <= high ? 1 : 0
      if cell.given.grade != .D, low > 0 || high < 0, cell.row.indicator.saysGrowth {
        claims += 1
        if low > 0 ? truth <= slack : truth >= -slack { wrongClaims += 1 }
      }
    }
    grades[cell.given.grade, default: Graded()].add(graded)

    if let exact = cell.exact.estimate {
      checkedBounds += 1
      let (low, high) = (cell.given.boundLow ?? estimate, cell.given.boundHigh ?? estimate)
      if exact < low - slack || exact > high + slack { outsideBounds += 1 }
      boundWidths.append((high - low) / scale)
    }
  }

  mutating func add(_ other: CoverageTally) {
    cells += other.cells
    error.add(other.error)
    scale += other.scale
    variance += other.variance
    exactError.add(other.exactError)
    plain.add(other.plain)
    sampling.add(other.sampling)
    printed.add(other.printed)
    for grade in Grade.allCases { other.grades[grade].map { grades[grade, default: Graded()].add($0) } }
    outsideBounds += other.outsideBounds
    checkedBounds += other.checkedBounds
    boundWidths += other.boundWidths
    claims += other.claims
    wrongClaims += other.wrongClaims
  }

  /// Root of the mean variance estimated over the spread of the errors: 1 when standard errors are right.
  var standardErrorOverSpread: Double {
    let count = Double(exactError.count)
    let mean = exactError.sum / count
    return (variance / count / (exactError.squares / count - mean * mean)).squareRoot()
  }

  /// Totals are measured against the truth, signed sums against staff now, shares and balances as they are.
  private static func scale(of truth: EstimateRecord) -> Double {
    switch truth.indicator.kind {
    case .total: abs(truth.estimate ?? 0)
    case .signedTotal: truth.staffNow ?? 0
    case .share, .signedShare, .balance, .grade: 1
    }
  }
}

extension CoverageTally.Moments {
  fileprivate mutating func add(_ other: Self) {
    self = Self(count: count + other.count, sum: sum + other.sum, squares: squares + other.squares)
  }
}

extension CoverageTally.Graded {
  fileprivate mutating func add(_ other: Self) {
    count += other.count
    intervals += other.intervals
    covered += other.covered
  }
}

extension Indicator {
  /// Whether the report says of it that it grows or falls.
  fileprivate var saysGrowth: Bool { self == .growth || self == .occupationGrowth }
}
