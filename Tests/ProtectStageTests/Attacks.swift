import TestSupport

@testable import ProtectStage

/// What a reader gets by going round the equations until no bound grows closer. It never overstates what is known.
enum IntervalAttack {
  struct Bounds {
    var lower: Double
    var upper: Double
  }

  static func bounds(of system: LinkedSystem) -> [Bounds] {
    var bounds = system.totals.map { total in
      total.isKnown
        ? Bounds(lower: total.value, upper: total.value)
        : Bounds(lower: total.least ?? -.infinity, upper: total.most ?? .infinity)
    }
    for _ in 0..<200 {
      var hasChanged = false
      for equation in system.equations {
        for term in equation.terms {
          var (low, high) = (equation.rightHandSide, equation.rightHandSide)
          for other in equation.terms where other != term {
            let (a, b) = (other.coefficient * bounds[other.total].lower, other.coefficient * bounds[other.total].upper)
            low -= max(a, b)
            high -= min(a, b)
          }
          let (a, b) = (low / term.coefficient, high / term.coefficient)
          if min(a, b) > bounds[term.total].lower + 1e-9 {
            bounds[term.total].lower = min(a, b)
            hasChanged = true
          }
          if max(a, b) < bounds[term.total].upper - 1e-9 {
            bounds[term.total].upper = max(a, b)
            hasChanged = true
          }
        }
      }
      if !hasChanged { break }
    }
    return bounds
  }
}

/// Every way to fill the unknown totals of a small system with whole numbers.
struct Fillings {
  private let system: LinkedSystem
  private let order: [Int]
  private let most: Double
  private var found: [[Double]] = []

  init(of system: LinkedSystem) {
    self.system = system
    order = system.totals.indices.filter { !system.totals[$0].isKnown }
    most = (system.totals.map(\.value).max() ?? 0) + 1
    var values = system.totals.map(\.value)
    for place in order { values[place] = .nan }
    fill(0, &values)
  }

  func values(of place: Int) -> Set<Double> { Set(found.map { $0[place] }) }

  private mutating func fill(_ next: Int, _ values: inout [Double]) {
    guard next < order.count else {
      found.append(values)
      return
    }
    let place = order[next]
    for value in candidates(place, values) {
      values[place] = value
      if system.equations.allSatisfy({ isPossible($0, values) }) { fill(next + 1, &values) }
    }
    values[place] = .nan
  }

  /// The one value an equation leaves, where all others are filled in; else all.
  private func candidates(_ place: Int, _ values: [Double]) -> [Double] {
    for equation in system.equations {
      guard let own = equation.terms.first(where: { $0.total == place }) else { continue }
      let others = equation.terms.filter { $0.total != place }
      guard others.allSatisfy({ !values[$0.total].isNaN }) else { continue }
      let rest = others.reduce(equation.rightHandSide) { $0 - $1.coefficient * values[$1.total] }
      let value = rest / own.coefficient
      return value >= 0 ? [value] : []
    }
    return Array(stride(from: 0, through: most, by: 1))
  }

  /// Sums of parts that cannot be negative must not be passed by the parts already there.
  private func isPossible(_ equation: LinkEquation, _ values: [Double]) -> Bool {
    var rest = equation.rightHandSide
    var (mayRise, mayFall) = (false, false)
    for term in equation.terms {
      if values[term.total].isNaN {
        if term.coefficient > 0 { mayRise = true } else { mayFall = true }
      } else {
        rest -= term.coefficient * values[term.total]
      }
    }
    return rest == 0 || rest > 0 && mayRise || rest < 0 && mayFall
  }
}

/// Tables with a hierarchy, crossed with a second dimension, and a second measure that adds up with the first: like
/// occupations at two levels by sector, staff now, growth and staff needed.
enum RandomTables {
  static func system(seed: UInt64) -> LinkedSystem {
    var chance = SeededGenerator(seed: seed)
    let (groups, parts, columns) = (3, 3, 3)
    var system = LinkedSystem(totals: [])
    var places: [String: Int] = [:]
    func add(_ id: String, _ value: Double, canBeNegative: Bool) {
      let isSmall = abs(value) < 12
      let isSecret = isSmall && Int.random(in: 0..<3, using: &chance) == 0
      places[id] = system.totals.count
      system.totals.append(
        LinkedSystem.Total(
          id: id, value: value, least: canBeNegative ? nil : 0,
          isKnown: Int.random(in: 0..<6, using: &chance) != 0, canBeHidden: true, price: 1 + abs(value) / 100,
          level: isSecret ? Double.random(in: 0.5...6, using: &chance) : nil))
    }
    var values: [String: Double] = [:]
    for measure in ["now", "growth"] {
      for group in 0...groups {
        for part in 0...parts {
          for column in 0...columns where group > 0 || part == 0 {
            guard part > 0, column > 0 else { continue }
            let size = Double(Int.random(in: 0...3, using: &chance) == 0 ? 0 : Int.random(in: 0...60, using: &chance))
            values["\(measure) \(group) \(part) \(column)"] = measure == "now" ? size : (size - 20) / 4
          }
        }
      }
    }
    func sum(_ measure: String, _ group: Int, _ part: Int, _ column: Int) -> Double {
      var total = 0.0
      for g in 1...groups where group == 0 || g == group {
        for p in 1...parts where part == 0 || p == part {
          for c in 1...columns where column == 0 || c == column { total += values["\(measure) \(g) \(p) \(c)"] ?? 0 }
        }
      }
      return total
    }
    for group in 0...groups {
      for part in 0...(group == 0 ? 0 : parts) {
        for column in 0...columns {
          let (now, growth) = (sum("now", group, part, column), sum("growth", group, part, column))
          add("now \(group) \(part) \(column)", now, canBeNegative: false)
          add("growth \(group) \(part) \(column)", growth, canBeNegative: true)
          add("needed \(group) \(part) \(column)", max(0, now + growth), canBeNegative: false)
        }
      }
    }
    func place(_ measure: String, _ group: Int, _ part: Int, _ column: Int) -> Int {
      places["\(measure) \(group) \(part) \(column)"] ?? 0
    }
    for measure in ["now", "growth", "needed"] {
      for group in 0...groups {
        for part in 0...(group == 0 ? 0 : parts) {
          system.relate(
            [(place(measure, group, part, 0), -1)] + (1...columns).map { (place(measure, group, part, $0), 1) })
        }
      }
      for column in 0...columns {
        system.relate([(place(measure, 0, 0, column), -1)] + (1...groups).map { (place(measure, $0, 0, column), 1) })
        for group in 1...groups {
          system.relate(
            [(place(measure, group, 0, column), -1)] + (1...parts).map { (place(measure, group, $0, column), 1) })
        }
      }
    }
    for group in 0...groups {
      for part in 0...(group == 0 ? 0 : parts) {
        for column in 0...columns {
          system.relate([
            (place("needed", group, part, column), -1), (place("now", group, part, column), 1),
            (place("growth", group, part, column), 1),
          ])
        }
      }
    }
    return system
  }
}
