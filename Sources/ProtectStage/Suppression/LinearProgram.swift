/// The cheapest numbers, none negative, that meet all equations.
///
///     minimise c·y   subject to   A·y = b,  y ≥ 0          c ≥ 0
///
/// Simplex method in two phases on a dense table: for some hundred numbers, not for thousands.
/// - Source: Dantzig (1963), *Linear Programming and Extensions*; Bland (1977) against cycling.
struct LinearProgram {
  typealias Term = (column: Int, coefficient: Double)

  private let columns: Int
  private let rows: Int
  private let width: Int
  /// The equations row by row, b last; then what each column costs, and what it takes off the error.
  private var table: [Double]
  /// By row: the column that the row gives the value of; nil while the row is in error.
  private var basis: [Int?]
  private var tolerance = 1e-9

  init(costs: [Double], equations: [(terms: [Term], b: Double)]) {
    columns = costs.count
    rows = equations.count
    width = columns + 1
    table = Array(repeating: 0, count: (rows + 2) * width)
    basis = Array(repeating: nil, count: rows)
    for (row, equation) in equations.enumerated() {
      let sign: Double = equation.b < 0 ? -1 : 1
      for term in equation.terms { table[row * width + term.column] += sign * term.coefficient }
      table[row * width + columns] = sign * equation.b
      tolerance = max(tolerance, 1e-9 * abs(equation.b))
    }
    for column in 0..<columns { table[rows * width + column] = costs[column] }
    for row in 0..<rows {
      for column in 0...columns { table[(rows + 1) * width + column] -= table[row * width + column] }
    }
  }

  /// The numbers; nil when no numbers meet the equations, or none were found in reasonable time.
  mutating func solve() -> [Double]? {
    guard descend(along: rows + 1, until: { $0.error <= $0.tolerance }), error <= tolerance else { return nil }
    // A row still in error is met by chance, with an error of 0: it goes, or is implied by the others.
    for row in 0..<rows where basis[row] == nil {
      if let column = (0..<columns).first(where: { abs(table[row * width + $0]) > 1e-7 }) {
        pivot(row, column)
      } else {
        for column in 0...columns { table[row * width + column] = 0 }
      }
    }
    guard descend(along: rows, until: { _ in false }) else { return nil }
    var values = Array(repeating: 0.0, count: columns)
    for row in 0..<rows {
      if let column = basis[row] { values[column] = max(0, table[row * width + columns]) }
    }
    return values
  }

  private var error: Double { -table[(rows + 1) * width + columns] }

  /// Pivots while a column lowers what the objective's row says; false when that does not end.
  private mutating func descend(along objective: Int, until isDone: (LinearProgram) -> Bool) -> Bool {
    let patience = 10 * (rows + columns + 1)
    for step in 0..<10 * patience {
      if isDone(self) { return true }
      guard let column = entering(objective, carefully: step > patience) else { return true }
      guard let row = leaving(column) else { return false }
      pivot(row, column)
    }
    return false
  }

  /// The column that lowers the objective most, or, once it has taken long, the first that lowers it.
  private func entering(_ objective: Int, carefully: Bool) -> Int? {
    table.withUnsafeBufferPointer { table in
      var best: Int?
      var least = -1e-9
      for column in 0..<columns where table[objective * width + column] < least {
        best = column
        if carefully { break }
        least = table[objective * width + column]
      }
      return best
    }
  }

  private func leaving(_ column: Int) -> Int? {
    table.withUnsafeBufferPointer { table in
      var best: (row: Int, ratio: Double)?
      for row in 0..<rows {
        let coefficient = table[row * width + column]
        guard coefficient > 1e-9 else { continue }
        let ratio = table[row * width + columns] / coefficient
        let isBetter =
          best.map { ratio < $0.ratio || ratio == $0.ratio && (basis[row] ?? -1) < (basis[$0.row] ?? -1) } ?? true
        if isBetter { best = (row, ratio) }
      }
      return best?.row
    }
  }

  private mutating func pivot(_ row: Int, _ column: Int) {
    let (width, start, count) = (width, row * width, rows + 2)
    table.withUnsafeMutableBufferPointer { table in
      let divisor = table[start + column]
      var filled: [Int] = []
      for offset in 0..<width where table[start + offset] != 0 {
        table[start + offset] /= divisor
        filled.append(offset)
      }
      for other in 0..<count where other != row {
        let factor = table[other * width + column]
        guard factor != 0 else { continue }
        for offset in filled { table[other * width + offset] -= factor * table[start + offset] }
        table[other * width + column] = 0
      }
    }
    basis[row] = column
  }
}
