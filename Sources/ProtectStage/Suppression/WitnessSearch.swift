/// Looks for another filling of the hidden totals that a reader cannot tell from the true one, in which a secret total
/// is as far off as its level demands. Such a filling proves the secret kept; bounds from some of the relations never do.
///
/// Only totals near the secret one are moved, first few, then more: a filling that leaves the rest as it is is a filling
/// too.
struct WitnessSearch {
  enum Verdict: Equatable {
    case found
    /// Equations that stand in the way, as places in the system.
    case none(inTheWay: [Int])
  }

  private let equationsOf: [[Int]]
  private static let sizes = [12, 40, 120, 400]

  init(_ system: LinkedSystem) {
    var equationsOf = Array(repeating: [Int](), count: system.totals.count)
    for (place, equation) in system.equations.enumerated() {
      for term in equation.terms where equationsOf[term.total].last != place { equationsOf[term.total].append(place) }
    }
    self.equationsOf = equationsOf
  }

  /// Whether a reader must reckon with `secret` being `value`.
  func witness(_ secret: Int, at value: Double, in system: LinkedSystem) -> Verdict {
    var verdict = Verdict.none(inTheWay: equationsOf[secret])
    var met = 0
    for size in Self.sizes {
      let movable = neighbours(of: secret, atMost: size, in: system)
      guard movable.count > met else { break }
      met = movable.count
      verdict = fill(secret, at: value, moving: movable, in: system)
      if verdict == .found { break }
    }
    return verdict
  }

  /// Hidden totals by distance from the secret one, itself first.
  private func neighbours(of secret: Int, atMost size: Int, in system: LinkedSystem) -> [Int] {
    var found = [secret]
    var met: Set<Int> = [secret]
    var next = 0
    while next < found.count {
      for equation in equationsOf[found[next]] {
        for term in system.equations[equation].terms where !system.totals[term.total].isKnown {
          if found.count == size { return found }
          if met.insert(term.total).inserted { found.append(term.total) }
        }
      }
      next += 1
    }
    return found
  }

  private func fill(_ secret: Int, at value: Double, moving movable: [Int], in system: LinkedSystem) -> Verdict {
    var columns: [Int: Columns] = [:]
    var count = 0
    for place in movable where place != secret {
      columns[place] = Columns(of: system.totals[place], from: &count)
    }
    let touched = Set(movable.flatMap { equationsOf[$0] }).sorted()
    var equations: [(terms: [(column: Int, coefficient: Double)], b: Double)] = []
    for place in touched {
      let equation = system.equations[place]
      var terms: [(column: Int, coefficient: Double)] = []
      var b = equation.rightHandSide
      for term in equation.terms {
        let total = system.totals[term.total]
        if term.total == secret {
          b -= term.coefficient * value
        } else if let column = columns[term.total] {
          b -= term.coefficient * column.start
          if let up = column.up { terms.append((up, term.coefficient)) }
          if let down = column.down { terms.append((down, -term.coefficient)) }
        } else {
          b -= term.coefficient * total.value
        }
      }
      equations.append((terms, b))
    }
    var filling = Filling(columns: count, equations: equations)
    switch filling.solve() {
    case .possible: return .found
    case .impossible(let rows): return .none(inTheWay: rows.map { touched[$0] })
    }
  }
}

/// A total as numbers that cannot be negative: up from its least, down from its most, or the difference of two.
private struct Columns {
  var start: Double
  var up: Int?
  var down: Int?

  init(of total: LinkedSystem.Total, from count: inout Int) {
    start = total.least ?? total.most ?? 0
    if total.least != nil || total.most == nil {
      up = count
      count += 1
    }
    if total.least == nil {
      down = count
      count += 1
    }
  }
}
