import Expressions
import SurveyModel
import TestSupport
import Testing

@testable import CleanStage

/// Counts named by concepts, and hard rules over them; what is tried here knows nothing of questionnaires.
private struct Puzzle {
  static let names = ["staff", "women", "men", "personsSought", "personsNotFound", "establishmentsCovered"]
  static let schema = NameSchema(Dictionary(uniqueKeysWithValues: names.map { ($0, NameSchema.Entry(.number)) }))

  var values: [String: Double]
  var rules: [(must: String, suspect: [String])]
  var reliability: [Concept: Double] = [:]

  func conditions() throws -> [Condition] { try rules.map { try Condition($0.must, knowing: Self.schema) } }

  func outcome(_ condition: Condition, _ values: [String: Double]) -> Outcome {
    condition.outcome { name in
      values[name.identifier].flatMap { Interval(low: $0, high: $0) }.map(Operand.number) ?? .missing
    }
  }

  func localiser() throws -> ErrorLocaliser {
    let conditions = try conditions()
    let instances = zip(rules, conditions).enumerated().map { place, rule in
      RuleInstance(
        rule: place, row: nil, condition: rule.1,
        bindings: rule.1.names.map { .one(AnswerPlace(subject: $0.identifier)) },
        suspects: (rule.0.suspect.isEmpty ? rule.1.names.map(\.identifier) : rule.0.suspect)
          .map { AnswerPlace(subject: $0) })
    }
    let answers = values.map { name, value in
      (AnswerPlace(subject: name), TypedAnswer(kind: .count, answer: .quantity(.point(value))))
    }
    let broken = conditions.indices.filter { outcome(conditions[$0], values) == .breaks }
    return ErrorLocaliser(
      instances, broken: broken, answers: Dictionary(uniqueKeysWithValues: answers), reliability: reliability)
  }

  func solve() throws -> ErrorLocaliser.Solution? { try localiser().solve() }

  // MARK: By trying everything

  func cost(_ names: [String]) -> Double {
    names.reduce(0) { $0 + (Concept(rawValue: $1).flatMap { reliability[$0] } ?? 1) }
  }

  /// Whether some whole numbers up to a limit, in the places that may be wrong, meet every rule.
  func canHold(freeing free: [String], upTo most: Int) throws -> Bool {
    let conditions = try conditions()
    func search(_ place: Int, _ values: [String: Double]) -> Bool {
      guard place < free.count else { return conditions.allSatisfy { outcome($0, values) == .holds } }
      return (0...most).contains { number in
        var tried = values
        tried[free[place]] = Double(number)
        return search(place + 1, tried)
      }
    }
    return search(0, values)
  }

  /// The least cost of a set that can explain it; nil when none can.
  func leastCost(upTo most: Int) throws -> Double? {
    let names = values.keys.sorted()
    let sets = (0..<(1 << names.count)).map { mask in names.indices.filter { mask & 1 << $0 != 0 }.map { names[$0] } }
      .filter { $0.count <= 3 }
      .sorted { (cost($0), $0.count, $0.joined()) < (cost($1), $1.count, $1.joined()) }
    return try sets.first { try canHold(freeing: $0, upTo: most) }.map { cost($0) }
  }
}

@Suite("Error localisation")
struct ErrorLocaliserTests {
  @Test("one answer that explains both broken rules is taken before two that explain one each")
  func fewest() throws {
    let puzzle = Puzzle(
      values: ["staff": 5, "women": 3, "men": 2, "personsSought": 12],
      rules: [("personsSought <= staff", []), ("personsSought <= women", []), ("women + men = staff", [])])
    let solution = try #require(try puzzle.solve())
    #expect(solution.wrong.map(\.subject) == ["personsSought"])
    // Otherwise all three of the others would have to give way.
    #expect(solution.alternative.map { Set($0.map(\.subject)) } == ["staff", "women"])
  }

  @Test("a set that would break another rule is no solution: 8 women of 5 staff cannot be mended by the men")
  func implied() throws {
    let puzzle = Puzzle(
      values: ["staff": 5, "women": 8, "men": 2], rules: [("women + men = staff", ["men", "women", "staff"])])
    let solution = try #require(try puzzle.solve())
    #expect(solution.wrong.map(\.subject) == ["women"])
    #expect(solution.alternative?.map(\.subject) == ["staff"])
  }

  @Test("what a rule does not suspect stays, unless another broken rule suspects it")
  func suspects() throws {
    var puzzle = Puzzle(values: ["staff": 5, "women": 8], rules: [("women <= staff", ["staff"])])
    #expect(try puzzle.solve()?.wrong.map(\.subject) == ["staff"])
    #expect(try puzzle.solve()?.alternative == nil)
    puzzle.rules.append(("women <= 6", ["women"]))
    #expect(try puzzle.solve()?.wrong.map(\.subject) == ["women"])
  }

  @Test("reliability decides between answers, and the order of the rule between equals")
  func reliability() throws {
    var puzzle = Puzzle(values: ["staff": 5, "women": 8], rules: [("women <= staff", ["staff", "women"])])
    #expect(try puzzle.solve()?.wrong.map(\.subject) == ["staff"])
    puzzle.reliability = [.staff: 2]
    #expect(try puzzle.solve()?.wrong.map(\.subject) == ["women"])
    #expect(try puzzle.solve()?.alternative?.map(\.subject) == ["staff"])
  }

  @Test("rules that no numbers can meet, and rules that are not linear, are given up")
  func givenUp() throws {
    let contradiction = Puzzle(values: ["staff": 5], rules: [("staff > 6", []), ("staff < 3", [])])
    #expect(try contradiction.solve() == nil)
    let square = Puzzle(values: ["staff": 5, "women": 8], rules: [("women * women <= staff", ["women"])])
    #expect(try square.solve() == nil)
  }

  @Test(
    "either and not are taken apart",
    arguments: [
      ("women = 1 or men = 1", ["women"]), ("not (women > 3)", ["women"]), ("women in [1, 2]", ["women"]),
      ("women != 8", ["women"]), ("women / 2 + men <= 5", ["women"]), ("women < 5 and men > 3", ["women", "men"]),
    ])
  func forms(must: String, wrong: [String]) throws {
    let puzzle = Puzzle(values: ["women": 8, "men": 2], rules: [(must, [])])
    #expect(try puzzle.solve()?.wrong.map(\.subject).sorted() == wrong.sorted())
  }

  /// Brute force tries every set of up to three of six answers, with every whole number up to 16 in each: the rules cannot
  /// need more, and none of them asks for a fraction.
  @Test("no set is cheaper than the one found, and with it every rule can hold", arguments: 0..<60 as Range<UInt64>)
  func minimal(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let names = Array(Puzzle.names.prefix(Int.random(in: 3...6, using: &generator)))
    let rules = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
      let drawn = names.shuffled(using: &generator)
      let (a, b, c) = (drawn[0], drawn[1], drawn[2])
      return [
        "\(a) + \(b) = \(c)", "\(a) <= \(b)", "\(a) + \(b) >= \(c)", "2 * \(a) <= \(b) + \(c)",
        "\(a) = 0 or \(b) >= \(c)", "not (\(a) > \(b) and \(c) < 3)",
      ].randomElement(using: &generator) ?? "staff >= 0"
    }
    var puzzle = Puzzle(
      values: Dictionary(uniqueKeysWithValues: names.map { ($0, Double(Int.random(in: 0...4, using: &generator))) }),
      rules: rules.map { ($0, []) })
    if seed.isMultiple(of: 2) { puzzle.reliability = [.staff: 2.5, .men: 1.5] }
    let localiser = try puzzle.localiser()
    guard !localiser.broken.isEmpty else { return }
    let least = try puzzle.leastCost(upTo: 16)
    guard let solution = localiser.solve() else {
      #expect(least == nil, "\(rules)")
      return
    }
    let found = solution.wrong.map(\.subject)
    #expect(localiser.canHold(freeing: solution.wrong) == true)
    if found.count <= 3 {
      #expect(puzzle.cost(found) == least, "\(puzzle.values) \(rules): \(found)")
      #expect(try puzzle.canHold(freeing: found, upTo: 16), "\(puzzle.values) \(rules): \(found)")
    } else {
      #expect(least ?? .infinity >= puzzle.cost(found), "\(puzzle.values) \(rules): \(found)")
    }
    if let alternative = solution.alternative?.map(\.subject) {
      #expect(puzzle.cost(alternative) >= puzzle.cost(found))
      #expect(!Set(alternative).isSuperset(of: found))
    }
  }

  @Test(
    "inequalities are met or not",
    arguments: [
      ("staff < 3 and staff > 2", true), ("staff < 3 and staff > 3", false), ("staff <= 3 and staff >= 3", true),
      ("staff + women <= 4 and staff >= 3 and women >= 2", false),
      ("staff = women + men and women >= 2 and men >= 2 and staff <= 4", true),
      ("staff = women + men and women >= 2 and men > 2 and staff <= 4", false),
    ])
  func inequalities(must: String, canBeMet: Bool) throws {
    let condition = try Condition(must, knowing: Puzzle.schema)
    let ways = try #require(
      condition.alternatives { name in .unknown(Puzzle.names.firstIndex(of: name.identifier) ?? 0) })
    let verdicts = ways.map { way in
      var system = InequalitySystem()
      system.add(way)
      return system.canBeMet
    }
    #expect(verdicts.contains(true) == canBeMet)
  }
}
