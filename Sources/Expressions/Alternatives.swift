extension Condition {
  /// The ways in which the condition can be made to hold by giving the unknowns values: one of the lists must be met
  /// as a whole. An empty list of ways: it cannot; a way without inequalities: it holds already.
  ///
  /// What is missing, and an answer that is open and no number, can always be such that it does not stand in the way.
  /// - Returns: nil when an unknown is multiplied or divided by another, or when there are too many ways.
  package func alternatives(_ worth: (Name) -> Worth) -> [[Inequality]]? {
    try? Alternatives(worths: names.map(worth)).ways(of: root, toHold: true)
  }
}

/// Takes a condition apart into ways to meet it (disjunctive normal form).
private struct Alternatives {
  /// Cannot be put as linear inequalities, or as too many of them.
  struct GivenUp: Error {}

  private static let most = 64
  let worths: [Worth]

  func ways(of node: Node, toHold: Bool) throws -> [[Inequality]] {
    switch node.form {
    case .not(let inner): return try ways(of: inner, toHold: !toHold)
    case .and(let left, let right):
      let (a, b) = (try ways(of: left, toHold: toHold), try ways(of: right, toHold: toHold))
      return toHold ? try together(a, b) : try either(a, b)
    case .or(let left, let right):
      let (a, b) = (try ways(of: left, toHold: toHold), try ways(of: right, toHold: toHold))
      return toHold ? try either(a, b) : try together(a, b)
    case .comparison(let comparison, let left, let right):
      return try compare(comparison, left, right, toHold: toHold) ?? settled(node, toHold: toHold)
    case .among(let item, let list):
      let equals = try list.map {
        try compare(.equal, item, $0, toHold: toHold)
          ?? settled(Node(form: .comparison(.equal, item, $0), column: node.column), toHold: toHold)
      }
      return toHold
        ? try equals.reduce([], either) : try equals.reduce([[]], together)
    case .missing(let place):
      if case .known = worths[place] { return settled(node, toHold: toHold) } else { return [[]] }
    default: return settled(node, toHold: toHold)
    }
  }

  private func either(_ a: [[Inequality]], _ b: [[Inequality]]) throws -> [[Inequality]] {
    // A way that asks nothing makes the others idle.
    if a.contains([]) || b.contains([]) { return [[]] }
    guard a.count + b.count <= Self.most else { throw GivenUp() }
    return a + b
  }

  private func together(_ a: [[Inequality]], _ b: [[Inequality]]) throws -> [[Inequality]] {
    guard a.count * b.count <= Self.most else { throw GivenUp() }
    return a.flatMap { first in b.map { first + $0 } }
  }

  /// A part without unknown numbers: it is as it is, or open.
  private func settled(_ node: Node, toHold: Bool) -> [[Inequality]] {
    let operands = worths.map { worth in if case .known(let operand) = worth { operand } else { Operand.missing } }
    guard let truth = node.truth(Operands(all: operands)) else { return [[]] }
    return (toHold ? truth.canHold : truth.canBreak) ? [[]] : []
  }

  /// Nil when the two sides are no numbers.
  private func compare(
    _ comparison: Node.Comparison, _ left: Node, _ right: Node, toHold: Bool
  ) throws -> [[Inequality]]? {
    guard let a = try linear(left), let b = try linear(right) else { return nil }
    let (less, more) = (a + b.times(-1), b + a.times(-1))
    func way(_ forms: [(LinearForm, isStrict: Bool)]) -> [[Inequality]] {
      var inequalities: [Inequality] = []
      for (form, isStrict) in forms {
        if form.isConstant {
          guard isStrict ? form.constant < 0 : form.constant <= 0 else { return [] }
        } else {
          inequalities.append(form.atMostZero(isStrict: isStrict))
        }
      }
      return [inequalities]
    }
    switch (comparison, toHold) {
    case (.atMost, true), (.greater, false): return way([(less, false)])
    case (.less, true), (.atLeast, false): return way([(less, true)])
    case (.atLeast, true), (.less, false): return way([(more, false)])
    case (.greater, true), (.atMost, false): return way([(more, true)])
    case (.equal, true), (.unequal, false): return way([(less, false), (more, false)])
    case (.equal, false), (.unequal, true): return try either(way([(less, true)]), way([(more, true)]))
    }
  }

  /// Nil when the part is no number, is missing, or has a range in it.
  private func linear(_ node: Node) throws -> LinearForm? {
    switch node.form {
    case .number(let value): return LinearForm(constant: value)
    case .name(let place): return linear(worths[place])
    case .negative(let inner): return try linear(inner)?.times(-1)
    case .sum(let terms):
      var total = LinearForm()
      for term in terms {
        guard let form = try summand(term) else { return nil }
        total = total + form
      }
      return total
    case .arithmetic(let operation, let left, let right):
      guard let a = try linear(left), let b = try linear(right) else { return nil }
      switch operation {
      case .plus: return a + b
      case .minus: return a + b.times(-1)
      case .times:
        guard a.isConstant || b.isConstant else { throw GivenUp() }
        return a.isConstant ? b.times(a.constant) : a.times(b.constant)
      case .over:
        guard b.isConstant else { throw GivenUp() }
        return b.constant == 0 ? nil : a.times(1 / b.constant)
      }
    default: return nil
    }
  }

  private func summand(_ term: Node) throws -> LinearForm? {
    guard case .name(let place) = term.form, case .rows(let rows) = worths[place] else { return try linear(term) }
    var total = LinearForm()
    for row in rows {
      guard let form = linear(row) else { return nil }
      total = total + form
    }
    return total
  }

  private func linear(_ worth: Worth) -> LinearForm? {
    switch worth {
    case .unknown(let unknown): return LinearForm(coefficients: [unknown: 1])
    case .known(.number(let interval)) where interval.isPoint: return LinearForm(constant: interval.low)
    default: return nil
    }
  }
}
