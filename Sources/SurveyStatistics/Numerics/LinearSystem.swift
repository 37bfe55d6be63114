/// Solves A x = b for a small square matrix by elimination with row pivots; `nil` where A is singular.
func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
  var a = matrix
  var x = right
  for column in a.indices {
    guard let pivot = (column..<a.count).max(by: { a[$0][column].magnitude < a[$1][column].magnitude }),
      a[pivot][column] != 0
    else { return nil }
    a.swapAt(column, pivot)
    x.swapAt(column, pivot)
    for row in a.indices.dropFirst(column + 1) {
      let factor = a[row][column] / a[column][column]
      guard factor != 0 else { continue }
      for k in column..<a.count { a[row][k] -= factor * a[column][k] }
      x[row] -= factor * x[column]
    }
  }
  for row in a.indices.reversed() {
    for k in a.indices.dropFirst(row + 1) { x[row] -= a[row][k] * x[k] }
    x[row] /= a[row][row]
  }
  return x.allSatisfy(\.isFinite) ? x : nil
}
