import SurveyStatistics
import Testing

@Suite("Adjusted weights")
struct AdjustmentTests {
  private let weights = [2.0, 2, 3, 3, 5]

  @Test("post-stratified weights give each class its size") func postStratified() throws {
    let adjusted = try PostStratification(weights: weights, classes: [0, 0, 1, 1, 1], totals: [10, 22])
    #expect(adjusted.weights == [5, 5, 6, 6, 10])
    // Constant within the classes: nothing is left to vary.
    #expect(adjusted.scores(ofInfluence: [7, 7, 4, 4, 4]) == [0, 0, 0, 0, 0])
  }

  @Test("a class nobody is in, and a total that cannot be, are refused") func classes() {
    #expect(throws: AdjustmentError.emptyClass(margin: 0, class: 2)) {
      try PostStratification(weights: weights, classes: [0, 0, 1, 1, 1], totals: [10, 22, 1])
    }
    #expect(throws: AdjustmentError.impossibleTotal(place: 1)) {
      try PostStratification(weights: weights, classes: [0, 0, 1, 1, 1], totals: [10, -1])
    }
    #expect(throws: AdjustmentError.impossibleTotal(place: -1)) {
      try PostStratification(weights: weights, classes: [0, 0, -1, 1, 1], totals: [10, 22])
    }
  }

  private let rows = Margin(classes: [0, 0, 1, 1, 1], totals: [12, 30])
  private let columns = Margin(classes: [0, 1, 0, 1, 1], totals: [17, 25])

  @Test("raked weights meet every margin to 10⁻¹²") func raked() throws {
    let raked = try Raking(weights: weights, margins: [rows, columns])
    for margin in [rows, columns] {
      for (place, total) in margin.totals.enumerated() {
        let sum = zip(raked.weights, margin.classes).filter { $1 == place }.map(\.0).compensatedSum()
        #expect(abs(sum / total - 1) < 1e-12)
      }
    }
  }

  @Test("raking is calibration with the raking distance") func rakedAsCalibration() throws {
    let raked = try Raking(weights: weights, margins: [rows, columns])
    let indicators = [rows, columns].flatMap { margin in
      margin.totals.indices.map { place in margin.classes.map { $0 == place ? 1.0 : 0 } }
    }
    let calibrated = try Calibration(
      weights: weights, columns: indicators, totals: rows.totals + columns.totals, distance: .raking)
    for (a, b) in zip(raked.weights, calibrated.weights) { #expect(abs(a / b - 1) < 1e-10) }
    let influence = [3.0, 1, 4, 1, 5]
    for (a, b) in zip(raked.scores(ofInfluence: influence), calibrated.scores(ofInfluence: influence)) {
      #expect(abs(a - b) < 1e-9)
    }
  }

  @Test("margins that add up differently, or cannot be met together, are refused") func contradictions() {
    let other = Margin(classes: columns.classes, totals: [17, 26])
    #expect(throws: AdjustmentError.contradictingTotals(place: 1)) {
      try Raking(weights: weights, margins: [rows, other])
    }
    // Nobody is in row 0 and column 1, nor in row 1 and column 0, so the two must be alike.
    let apart = Margin(classes: rows.classes, totals: [17, 25])
    #expect(throws: AdjustmentError.self) { try Raking(weights: weights, margins: [rows, apart]) }
  }

  private let size = [[1.0, 1, 1, 1, 1], [4.0, 9, 2, 7, 12]]

  @Test(
    "calibrated weights reach the totals, within the bounds",
    arguments: [
      (CalibrationDistance.linear, nil as ClosedRange<Double>?), (.raking, nil), (.linear, 0.6...1.4),
      (.raking, 0.6...1.4), (.logit, 0.6...1.4),
    ])
  func calibrated(distance: CalibrationDistance, bounds: ClosedRange<Double>?) throws {
    let totals = [16.0, 120]
    let made = try Calibration(weights: weights, columns: size, totals: totals, distance: distance, bounds: bounds)
    for (column, total) in zip(size, totals) {
      #expect(abs(zip(made.weights, column).map { $0 * $1 }.compensatedSum() / total - 1) < 1e-12)
    }
    if let bounds {
      for (new, old) in zip(made.weights, weights) { #expect(bounds.contains(new / old)) }
    }
  }

  @Test("what the model explains leaves no variance") func explained() throws {
    let made = try Calibration(weights: weights, columns: size, totals: [16, 120])
    for score in made.scores(ofInfluence: size[1].map { 3 * $0 - 2 }) { #expect(abs(score) < 1e-12) }
  }

  @Test(
    "bounds too tight for the totals are refused, not met by half", arguments: [CalibrationDistance.linear, .logit])
  func unreachable(distance: CalibrationDistance) {
    #expect(throws: AdjustmentError.self) {
      try Calibration(weights: weights, columns: size, totals: [16, 200], distance: distance, bounds: 0.9...1.1)
    }
    #expect(throws: AdjustmentError.impossibleBounds) {
      try Calibration(weights: weights, columns: size, totals: [16, 120], distance: distance, bounds: 1.1...1.5)
    }
  }

  @Test("a column that others span is accepted with their total, and refused with another") func spanned() throws {
    let doubled = size + [size[1].map { 2 * $0 + 1 }]
    let plain = try Calibration(weights: weights, columns: size, totals: [16, 120])
    let made = try Calibration(weights: weights, columns: doubled, totals: [16, 120, 256])
    for (a, b) in zip(plain.weights, made.weights) { #expect(abs(a - b) < 1e-12) }
    #expect(throws: AdjustmentError.contradictingTotals(place: 2)) {
      try Calibration(weights: weights, columns: doubled, totals: [16, 120, 300])
    }
  }

  @Test("weights over twelve orders of magnitude are calibrated too") func magnitudes() throws {
    let wide = [1e-6, 1, 1e2, 1e4, 1e6, 3e5]
    let columns = [Array(repeating: 1.0, count: 6), [1.0, 2, 3, 4, 5, 6]]
    let totals = columns.map { zip(wide, $0).map { $0 * $1 }.compensatedSum() * 1.01 }
    let made = try Calibration(weights: wide, columns: columns, totals: totals, distance: .raking)
    for (column, total) in zip(columns, totals) {
      #expect(abs(zip(made.weights, column).map { $0 * $1 }.compensatedSum() / total - 1) < 1e-12)
    }
  }
}
