/// A basis of the space that columns span, orthonormal under weights: Σ w q_a q_b = 1 for a = b, else 0.
///
/// - Source: Gram–Schmidt, each column taken twice ("twice is enough": Giraud, Langou & Rozložník 2005).
struct OrthonormalBasis: Sendable {
  private let roots: [Double]
  /// √w · q, orthonormal as plain vectors.
  private(set) var vectors: [[Double]] = []
  /// Which of the columns given each vector comes from; columns that the earlier ones span have none.
  private(set) var columns: [Int] = []
  /// How each column given is made of the vectors.
  private(set) var coefficients: [[Double]] = []

  init(columns given: [[Double]], weights: [Double]) {
    roots = weights.map { $0.squareRoot() }
    for (number, column) in given.enumerated() {
      var rest = zip(column, roots).map { $0 * $1 }
      let length = Self.length(rest)
      var parts = Array(repeating: 0.0, count: vectors.count)
      for _ in 0..<2 {
        for (k, vector) in vectors.enumerated() {
          let part = Self.product(vector, rest)
          parts[k] += part
          for i in rest.indices { rest[i] -= part * vector[i] }
        }
      }
      let remaining = Self.length(rest)
      // What is left of a column that the others span is rounding.
      if remaining > 1e-10 * length {
        vectors.append(rest.map { $0 / remaining })
        columns.append(number)
        parts.append(remaining)
      }
      coefficients.append(parts)
    }
  }

  /// q_k of each unit.
  func column(_ k: Int) -> [Double] {
    zip(vectors[k], roots).map { $1 > 0 ? $0 / $1 : 0 }
  }

  /// u minus its weighted regression on the columns.
  func residual(_ u: [Double]) -> [Double] {
    var rest = zip(u, roots).map { $0 * $1 }
    for _ in 0..<2 {
      for vector in vectors {
        let part = Self.product(vector, rest)
        for i in rest.indices { rest[i] -= part * vector[i] }
      }
    }
    return zip(rest, roots).enumerated().map { $1.1 > 0 ? $1.0 / $1.1 : u[$0] }
  }

  private static func product(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for i in a.indices { sum += a[i] * b[i] }
    return sum
  }

  private static func length(_ a: [Double]) -> Double { product(a, a).squareRoot() }
}
