import Expressions
import SurveyModel

/// Finds the fewest answers that must be wrong for all hard rules to be able to hold (F42).
///
///     minimise  Σ reliability_j · δ_j      δ_j = 1: answer j may be anything, 0: it stays
///     such that values exist for the answers with δ_j = 1 at which every rule that applies holds
///
/// - Candidates are what a broken rule suspects, and in turn what any rule suspects that speaks of a candidate. A broken
///   rule is settled by what is suspected by it or by another that is broken.
/// - Counts are at least 0, shares lie from 0 to 100 and scales from 1 to 5, and a range stays a range. That counts are
///   whole is not used.
/// - Of equally cheap sets the one that stands first in the rules is taken, and the next is told as the alternative.
/// - Method: best first over sets, each grown by a suspect of the first rule that it leaves broken; exact. Gives up,
///   and says so, beyond `mostCandidates` or `mostSets`, and where a rule is not linear in what is suspected.
/// - Source: Fellegi & Holt (1976), *A systematic approach to automatic edit and imputation*; branching as in de Waal,
///   Pannekoek & Scholtus (2011), *Handbook of Statistical Data Editing and Imputation*, ch. 4.
struct ErrorLocaliser {
  struct Solution: Hashable {
    var wrong: [AnswerPlace]
    /// The next best set that does not merely add to `wrong`; nil when there is none, or none was found in time.
    var alternative: [AnswerPlace]?
  }

  static let mostCandidates = 40
  static let mostSets = 2_000

  let instances: [RuleInstance]
  /// Places in `instances` of the rules that are broken.
  let broken: [Int]
  let answers: [AnswerPlace: TypedAnswer]
  let reliability: [Concept: Double]

  /// - Parameter instances: the hard rules that apply to the response as it was given.
  init(
    _ instances: [RuleInstance], broken: [Int], answers: [AnswerPlace: TypedAnswer],
    reliability: [Concept: Double] = [:]
  ) {
    self.instances = instances
    self.broken = broken
    self.answers = answers
    self.reliability = reliability
  }

  /// Nil when no set was found: then nothing is known of which answers are wrong.
  func solve() -> Solution? {
    let candidates = candidates
    guard candidates.count <= Self.mostCandidates else { return nil }
    let costs = candidates.map { cost(of: $0) }
    let place = Dictionary(uniqueKeysWithValues: candidates.enumerated().map { ($1, $0) })
    let suspected = Swift.Set(broken.flatMap { instances[$0].suspects })
    let choices = broken.map { index in
      Swift.Set(instances[index].places.filter(suspected.contains).compactMap { place[$0] }).sorted()
    }

    var best: Set?
    var open = [Set(members: [], cost: 0)]
    var met: Swift.Set<UInt64> = [0]
    while let set = open.popLast(), met.count <= Self.mostSets {
      if let best, set.contains(best) { continue }
      let unmet = choices.first { choice in !choice.contains { set.contains($0) } }
      if unmet == nil {
        guard let canHold = canHold(freeing: set.members.map { candidates[$0] }) else { return nil }
        if canHold {
          guard let best else {
            best = set
            continue
          }
          return Solution(wrong: best.members.map { candidates[$0] }, alternative: set.members.map { candidates[$0] })
        }
      }
      for next in unmet ?? Array(candidates.indices) where !set.contains(next) {
        let grown = set.adding(next, cost: costs[next])
        guard met.insert(grown.mask).inserted else { continue }
        open.insert(grown, at: open.firstIndex { !(grown < $0) } ?? open.endIndex)
      }
    }
    return best.map { Solution(wrong: $0.members.map { candidates[$0] }, alternative: nil) }
  }

  // MARK: Candidates

  /// In the order of the rules that suspect them, broken ones first.
  var candidates: [AnswerPlace] {
    var order: [AnswerPlace] = []
    var known: Swift.Set<AnswerPlace> = []
    func take(_ instance: RuleInstance) -> Bool {
      let fresh = instance.suspects.filter { known.insert($0).inserted }
      order += fresh
      return !fresh.isEmpty
    }
    for index in broken { _ = take(instances[index]) }
    var grows = true
    while grows && order.count <= Self.mostCandidates {
      grows = false
      for instance in instances where instance.places.contains(where: known.contains) {
        if take(instance) { grows = true }
      }
    }
    return order
  }

  private func cost(of place: AnswerPlace) -> Double {
    ConceptReference(place.subject).flatMap { reliability[$0.concept] } ?? 1
  }

  // MARK: Whether all rules can hold

  /// Nil when it cannot be told.
  func canHold(freeing wrong: [AnswerPlace]) -> Bool? {
    let free = Swift.Set(wrong)
    var unknowns: [AnswerPlace: Int] = [:]
    var system = InequalitySystem()
    func unknown(_ place: AnswerPlace, _ low: Double, _ high: Double) -> Worth {
      if let known = unknowns[place] { return .unknown(known) }
      unknowns[place] = unknowns.count
      system.bound(unknowns.count - 1, from: low, to: high)
      return .unknown(unknowns.count - 1)
    }
    func worth(_ place: AnswerPlace) -> Worth {
      guard let answer = answers[place] else { return .known(.missing) }
      if free.contains(place) {
        switch answer.kind {
        case .count, .money, .year: return unknown(place, 0, .infinity)
        case .share: return unknown(place, 0, 100)
        case .scale: return unknown(place, 1, 5)
        case .date, .yesNo, .choice, .choices, .text: return .open
        }
      }
      let operand = Operand(answer)
      if case .number(let interval) = operand, !interval.isPoint { return unknown(place, interval.low, interval.high) }
      return .known(operand)
    }

    var choices: [[[Inequality]]] = []
    for instance in instances {
      let worths = instance.bindings.map { binding in
        switch binding {
        case .one(let place): worth(place)
        case .rows(let places): Worth.rows(places.map(worth))
        case .none: Worth.known(.missing)
        }
      }
      let names = instance.condition.names
      guard
        let ways = instance.condition.alternatives({ name in names.firstIndex(of: name).map { worths[$0] } ?? .open })
      else { return nil }
      if ways.isEmpty { return false }
      if ways.count == 1 { system.add(ways[0]) } else { choices.append(ways) }
    }
    return Self.canBeMet(system, choices[...])
  }

  /// One way of every choice, together with the rest.
  private static func canBeMet(_ system: InequalitySystem, _ choices: ArraySlice<[[Inequality]]>) -> Bool? {
    guard let verdict = system.canBeMet, verdict, let first = choices.first else { return system.canBeMet }
    var isOpen = false
    for way in first {
      var narrowed = system
      narrowed.add(way)
      switch canBeMet(narrowed, choices.dropFirst()) {
      case true?: return true
      case false?: break
      case nil: isOpen = true
      }
    }
    return isOpen ? nil : false
  }

  // MARK: Sets

  /// Some of the candidates, by place; later sets in the order of search are smaller in the order of `<`.
  private struct Set: Comparable {
    /// Ascending.
    private(set) var members: [Int]
    private(set) var mask: UInt64 = 0
    private(set) var cost: Double

    init(members: [Int], cost: Double) {
      self.members = members
      self.cost = cost
    }

    func contains(_ member: Int) -> Bool { mask & (1 << UInt64(member)) != 0 }
    func contains(_ other: Set) -> Bool { mask & other.mask == other.mask }

    func adding(_ member: Int, cost: Double) -> Set {
      var grown = self
      grown.members = (members + [member]).sorted()
      grown.mask |= 1 << UInt64(member)
      grown.cost += cost
      return grown
    }

    static func < (a: Set, b: Set) -> Bool {
      a.cost != b.cost ? a.cost < b.cost : a.members.lexicographicallyPrecedes(b.members)
    }
  }
}
