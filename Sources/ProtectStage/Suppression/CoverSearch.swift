/// Looks for another filling of the totals that a reader cannot tell from the true one, in which a secret is as far off
/// as its level demands. Such a filling proves the secret kept; bounds from some of the relations never do.
///
/// Hidden totals move at no cost, known ones for a price: those that have to move are what must be hidden. Only totals
/// near the secret are moved, first few, then more; a filling that leaves the rest as it is is a filling too.
struct CoverSearch {
  private let equationsOf: [[Int]]

  /// How many totals are moved: first hidden ones only, then known ones too.
  private static let hiddenSizes = [16, 48, 160, 480]
  private static let allSizes = [400, 1600]
  /// How much farther a known total is than a hidden one.
  private static let knownStep = 3

  init(_ system: LinkedSystem) {
    var equationsOf = Array(repeating: [Int](), count: system.totals.count)
    for (place, equation) in system.equations.enumerated() {
      for term in equation.terms where equationsOf[term.total].last != place { equationsOf[term.total].append(place) }
    }
    self.equationsOf = equationsOf
  }

  /// The known totals to hide so that a reader must reckon with `secret` being `value`: none when it is so already.
  /// Nil when hiding all that is near would not do.
  func cover(of secret: Int, at value: Double, in system: LinkedSystem) -> [Int]? {
    func search(_ sizes: [Int], _ mayMove: (LinkedSystem.Total) -> Bool) -> [Int]? {
      var met = 0
      for size in sizes {
        let near = neighbours(of: secret, atMost: size, in: system, where: mayMove)
        guard near.count > met else { return nil }
        met = near.count
        let movable = free(near, in: system)
        if movable.contains(secret), let moved = fill(secret, at: value, moving: movable, in: system) { return moved }
      }
      return nil
    }
    let distance = abs(value - system.totals[secret].value)
    return search(Self.hiddenSizes) { !$0.isKnown }
      ?? search(Self.allSizes) { total in
        // A count that is smaller than the distance could not give way so far.
        !total.isKnown || total.canBeHidden && (total.least == nil || total.value >= max(distance, .ulpOfOne))
      }
  }

  /// What to hide when no cover is found: the known total that is nearest.
  func nearestKnown(to secret: Int, in system: LinkedSystem) -> Int? {
    neighbours(of: secret, atMost: system.totals.count, in: system) { !$0.isKnown || $0.canBeHidden }
      .first { system.totals[$0].isKnown }
  }

  /// Totals by distance from the secret one, itself first.
  private func neighbours(
    of secret: Int, atMost size: Int, in system: LinkedSystem, where mayMove: (LinkedSystem.Total) -> Bool
  ) -> [Int] {
    var found: [Int] = []
    var met: Set<Int> = []
    var waiting = [[secret]]
    var distance = 0
    while distance < waiting.count {
      for place in waiting[distance] where met.insert(place).inserted {
        found.append(place)
        if found.count == size { return found }
        for equation in equationsOf[place] {
          for term in system.equations[equation].terms where !met.contains(term.total) {
            let total = system.totals[term.total]
            guard mayMove(total) else { continue }
            let next = distance + (total.isKnown ? Self.knownStep : 1)
            while waiting.count <= next { waiting.append([]) }
            waiting[next].append(term.total)
          }
        }
      }
      distance += 1
    }
    return found
  }

  /// Those that can move at all: one that is alone in an equation stays where it is.
  private func free(_ totals: [Int], in system: LinkedSystem) -> [Int] {
    var movable = Set(totals)
    var count: [Int: Int] = [:]
    for place in totals { for equation in equationsOf[place] { count[equation, default: 0] += 1 } }
    var lone = count.filter { $0.value == 1 }.keys.sorted()
    while let equation = lone.popLast() {
      guard let place = system.equations[equation].terms.first(where: { movable.contains($0.total) })?.total else {
        continue
      }
      movable.remove(place)
      for other in equationsOf[place] {
        count[other, default: 0] -= 1
        if count[other] == 1 { lone.append(other) }
      }
    }
    return totals.filter(movable.contains)
  }

  /// The known totals that move in the cheapest filling; nil when there is no filling.
  private func fill(_ secret: Int, at value: Double, moving movable: [Int], in system: LinkedSystem) -> [Int]? {
    var columns: [Int: Columns] = [:]
    var costs: [Double] = []
    for place in movable where place != secret {
      columns[place] = Columns(of: system.totals[place], costs: &costs)
    }
    var equations: [(terms: [LinearProgram.Term], b: Double)] = []
    for place in Set(movable.flatMap { equationsOf[$0] }).sorted() {
      let equation = system.equations[place]
      var terms: [LinearProgram.Term] = []
      var b = equation.rightHandSide
      for term in equation.terms {
        if term.total == secret {
          b -= term.coefficient * value
        } else if let column = columns[term.total] {
          b -= term.coefficient * column.start
          if let up = column.up { terms.append((up, term.coefficient)) }
          if let down = column.down { terms.append((down, -term.coefficient)) }
        } else {
          b -= term.coefficient * system.totals[term.total].value
        }
      }
      equations.append((terms, b))
    }
    var program = LinearProgram(costs: costs, equations: equations)
    guard let numbers = program.solve() else { return nil }
    let least = 1e-7 * max(1, abs(value))
    // Errors of reckoning must not pass for a proof.
    for equation in equations {
      let sum = equation.terms.reduce(0) { $0 + $1.coefficient * numbers[$1.column] }
      if abs(sum - equation.b) > 1e-6 * max(1, abs(equation.b)) { return nil }
    }
    return movable.filter { place in
      guard system.totals[place].isKnown, let column = columns[place] else { return false }
      return (column.up.map { numbers[$0] } ?? 0) > least || (column.down.map { numbers[$0] } ?? 0) > least
    }
  }
}

/// A total as numbers that cannot be negative: up from its least, down from its most, or both ways from its true value
/// where it is known and each way has its price.
private struct Columns {
  var start: Double
  var up: Int?
  var down: Int?

  init(of total: LinkedSystem.Total, costs: inout [Double]) {
    func column(_ cost: Double) -> Int {
      costs.append(cost)
      return costs.count - 1
    }
    if total.isKnown {
      start = total.value
      up = column(total.price)
      down = column(total.price)
    } else {
      start = total.least ?? total.most ?? 0
      if total.least != nil || total.most == nil { up = column(0) }
      if total.least == nil { down = column(0) }
    }
  }
}
