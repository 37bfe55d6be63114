/// An expression that has been read and held against its names.
///
/// The language: `= != < <= > >=`, `+ - * /`, `and or not`, `x in [a, b]`, `'code' in set`, `missing(x)`,
/// `sum(a, b, …)`, numbers, texts in single or double quotes, `true`, `false`, names, and names at a horizon in years
/// such as `retirements(10)`. A number per row, seen from outside its rows, is added up by `sum(name)`.
private struct CheckedTree: Hashable, Sendable {
  let names: [Name]
  let root: Node

  init(_ source: String, yielding kind: ValueKind, knowing schema: NameSchema) throws(ExpressionFaults) {
    let limits = ExpressionLimits.standard
    let length = source.unicodeScalars.count
    guard length <= limits.characters else {
      let kind = ExpressionFault.Kind.tooLong(characters: length, limit: limits.characters)
      throw ExpressionFaults(faults: [ExpressionFault(kind: kind, column: 1)])
    }
    let lexer = Lexer(source)
    var parser = Parser(lexer.tokens, limits: limits)
    root = parser.parse()
    names = parser.names
    var checker = KindChecker(names: names, schema: schema)
    if lexer.faults.isEmpty && parser.faults.isEmpty {
      checker.need(kind, root)
    } else {
      _ = checker.kind(of: root)  // what stands there is not the whole expression
    }
    let faults = lexer.faults + parser.faults + checker.faults
    guard faults.isEmpty else {
      let inOrder = faults.enumerated().sorted { ($0.1.column, $0.0) < ($1.1.column, $1.0) }.map(\.1)
      throw ExpressionFaults(faults: Array(inOrder.prefix(limits.faults)))
    }
  }
}

/// A checked expression that holds or breaks: an edit rule, or the skip logic of a question.
package struct Condition: Hashable, Sendable {
  /// As written.
  package let source: String
  /// Every name in it once, in the order of their first use.
  package var names: [Name] { tree.names }

  private let tree: CheckedTree
  var root: Node { tree.root }
  /// Whether it can come out in any way with one of its names missing.
  private let canDoWithout: Bool

  /// - Throws: everything that is wrong with it, at once.
  package init(_ source: String, knowing schema: NameSchema) throws(ExpressionFaults) {
    self.source = source
    tree = try CheckedTree(source, yielding: .boolean, knowing: schema)
    canDoWithout = tree.root.canDoWithout
  }

  /// How it comes out, given what each name is worth.
  ///
  /// A range is each of its values: the condition holds if it does for all of them, breaks if it breaks for all, and
  /// may break otherwise. Two uses of one range count as two ranges, so `x - x = 0` may break: never wrong, at times
  /// less sharp than could be. A missing operand that cannot change the outcome is passed over:
  /// `missing(x) or x > 3` holds without x.
  package func outcome(_ operand: (Name) -> Operand) -> Outcome {
    outcome(names.map(operand))
  }

  /// The same, with the operands in the order of `names`; a list of another length does not apply.
  package func outcome(_ operands: [Operand]) -> Outcome {
    operands.count == names.count ? outcome(Operands(all: operands)) : .doesNotApply
  }

  /// The same, with operands that several conditions share.
  ///
  /// - Parameter places: of the operand of each name.
  package func outcome(_ operands: [Operand], at places: [Int]) -> Outcome {
    places.count == names.count ? outcome(Operands(all: operands, places: places)) : .doesNotApply
  }

  private func outcome(_ operands: Operands) -> Outcome {
    if !canDoWithout, names.indices.contains(where: { operands.all[operands.place(of: $0)].isMissing }) {
      return .doesNotApply
    }
    guard let truth = tree.root.truth(operands) else { return .doesNotApply }
    return truth.canHold ? (truth.canBreak ? .mayBreak : .holds) : .breaks
  }
}

/// A checked expression that gives a number: a derived variable.
package struct Formula: Hashable, Sendable {
  /// As written.
  package let source: String
  /// Every name in it once, in the order of their first use.
  package var names: [Name] { tree.names }

  private let tree: CheckedTree

  /// - Throws: everything that is wrong with it, at once.
  package init(_ source: String, knowing schema: NameSchema) throws(ExpressionFaults) {
    self.source = source
    tree = try CheckedTree(source, yielding: .number, knowing: schema)
  }

  /// The number, or the range it lies in; nil when an operand is missing or a divisor can be 0.
  package func interval(_ operand: (Name) -> Operand) -> Interval? {
    if case .number(let interval) = tree.root.value(Operands(all: names.map(operand))) { interval } else { nil }
  }
}
