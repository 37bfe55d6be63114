/// Numbers that cannot be negative, tied by equations: can they be filled in at all?
///
///     A·y = b,  y ≥ 0
///
/// First phase of the simplex method, on a dense table: only for small systems. A refusal comes with the equations that
/// contradict each other (the signs of Farkas' lemma).
/// - Source: Dantzig (1963), *Linear Programming and Extensions*; Bland (1977) against cycling.
struct Filling {
  enum Verdict: Equatable {
    case possible
    /// Places of the equations that cannot all hold.
    case impossible([Int])
  }

  private let columns: Int
  private var width: Int { columns + rows + 1 }
  private let rows: Int
  /// Row by row: columns, then one artificial per equation, then b; the last row is what each column costs.
  private var table: [Double]
  private var basis: [Int]
  private let tolerance: Double

  /// - Parameter equations: coefficients by column, and b.
  init(columns: Int, equations: [(terms: [(column: Int, coefficient: Double)], b: Double)]) {
    self.columns = columns
    rows = equations.count
    let width = columns + equations.count + 1
    table = Array(repeating: 0, count: (equations.count + 1) * width)
    basis = equations.indices.map { columns + $0 }
    let cost = equations.count * width
    var largest = 1.0
    for (row, equation) in equations.enumerated() {
      // The artificial number that stands for the row's error starts at |b|.
      let sign: Double = equation.b < 0 ? -1 : 1
      for term in equation.terms { table[row * width + term.column] += sign * term.coefficient }
      table[row * width + columns + row] = 1
      table[row * width + width - 1] = sign * equation.b
      largest = max(largest, abs(equation.b))
      for column in 0..<columns { table[cost + column] -= table[row * width + column] }
      table[cost + width - 1] -= sign * equation.b
    }
    tolerance = 1e-9 * largest
  }

  mutating func solve() -> Verdict {
    let patience = 20 * (rows + columns)
    var steps = 0
    while error > tolerance, steps < 50 * patience, let column = entering(carefully: steps > patience) {
      guard let row = leaving(column) else { break }
      pivot(row, column)
      steps += 1
    }
    guard error > tolerance else { return .possible }
    let cost = rows * width
    return .impossible((0..<rows).filter { abs(1 - table[cost + columns + $0]) > 1e-9 })
  }

  /// Σ of the errors that are left.
  private var error: Double { -table[rows * width + width - 1] }

  /// The column that lowers the error most, or, once it has taken long, the first that lowers it.
  private func entering(carefully: Bool) -> Int? {
    let cost = rows * width
    var best: Int?
    for column in 0..<columns where table[cost + column] < -1e-9 {
      if carefully { return column }
      if best.map({ table[cost + column] < table[cost + $0] }) ?? true { best = column }
    }
    return best
  }

  private func leaving(_ column: Int) -> Int? {
    var best: (row: Int, ratio: Double)?
    for row in 0..<rows {
      let coefficient = table[row * width + column]
      guard coefficient > 1e-9 else { continue }
      let ratio = table[row * width + width - 1] / coefficient
      if best.map({ ratio < $0.ratio || ratio == $0.ratio && basis[row] < basis[$0.row] }) ?? true {
        best = (row, ratio)
      }
    }
    return best?.row
  }

  private mutating func pivot(_ row: Int, _ column: Int) {
    let width = width
    let (start, rows) = (row * width, rows)
    table.withUnsafeMutableBufferPointer { table in
      let divisor = table[start + column]
      for place in start..<start + width { table[place] /= divisor }
      for other in 0...rows where other != row {
        let factor = table[other * width + column]
        guard factor != 0 else { continue }
        for offset in 0..<width { table[other * width + offset] -= factor * table[start + offset] }
      }
    }
    basis[row] = column
  }
}
