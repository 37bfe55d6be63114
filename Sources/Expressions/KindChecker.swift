/// Holds the names and operations of a tree against what the names stand for.
struct KindChecker {
  let names: [Name]
  let schema: NameSchema
  private(set) var faults: [ExpressionFault] = []

  init(names: [Name], schema: NameSchema) {
    self.names = names
    self.schema = schema
  }

  /// What the tree stands for; nil where a fault leaves it open. It asks each part once: twice, and the time would
  /// double with every level.
  mutating func kind(of node: Node) -> ValueKind? {
    switch node.form {
    case .number: return .number
    case .text: return .text
    case .boolean: return .boolean
    case .hole: return nil
    case .name(let place): return kind(of: names[place], at: node.column)
    case .missing(let place):
      if kind(of: names[place], at: node.column) == .numberPerRow {
        add(.wrongKind(needed: "a name with one value", got: .numberPerRow), at: node)
      }
      return .boolean
    case .sum(let terms):
      for term in terms {
        let got = kind(of: term)
        if got != .numberPerRow { need(.number, got, at: term) }
      }
      return .number
    case .negative(let inner):
      need(.number, inner)
      return .number
    case .arithmetic(_, let left, let right):
      need(.number, left)
      need(.number, right)
      return .number
    case .comparison(let comparison, let left, let right):
      if comparison == .equal || comparison == .unequal {
        compare(left, kind(of: left), right)
      } else {
        need(.number, left)
        need(.number, right)
      }
      return .boolean
    case .among(let value, let list):
      let kind = kind(of: value)
      for item in list { compare(value, kind, item) }
      return .boolean
    case .member(let code, let set):
      need(.text, code)
      let got = kind(of: set)
      if let got, got != .set { add(.wrongKind(needed: "a set of codes", got: got), at: set) }
      checkCode(code, against: set)
      return .boolean
    case .not(let inner):
      need(.boolean, inner)
      return .boolean
    case .and(let left, let right), .or(let left, let right):
      need(.boolean, left)
      need(.boolean, right)
      return .boolean
    }
  }

  /// Notes a fault unless the tree stands for `needed`.
  mutating func need(_ needed: ValueKind, _ node: Node) {
    need(needed, kind(of: node), at: node)
  }

  private mutating func need(_ needed: ValueKind, _ got: ValueKind?, at node: Node) {
    guard let got, got != needed else { return }
    add(.wrongKind(needed: "a \(needed.rawValue)", got: got), at: node)
  }

  /// Whether two values can be equal; what the left one stands for has been found out already.
  private mutating func compare(_ left: Node, _ leftKind: ValueKind?, _ right: Node) {
    let rightKind = kind(of: right)
    for (node, kind) in [(left, leftKind), (right, rightKind)] {
      if let kind, kind == .set || kind == .numberPerRow {
        return add(.wrongKind(needed: "one value", got: kind), at: node)
      }
    }
    guard let leftKind, let rightKind else { return }
    if leftKind != rightKind { return add(.unlikeKinds(leftKind, rightKind), at: right) }
    checkCode(right, against: left)
    checkCode(left, against: right)
  }

  /// A code written out must be one that the name beside it can have.
  private mutating func checkCode(_ code: Node, against name: Node) {
    guard case .text(let text) = code.form, case .name(let place) = name.form,
      let codes = schema.entries[names[place].identifier]?.codes, !codes.isEmpty, !codes.contains(text)
    else { return }
    let nearest = nearestName(to: text, among: codes)
    add(.unknownCode(text, of: names[place].identifier, nearest: nearest), at: code)
  }

  private mutating func kind(of name: Name, at column: Int) -> ValueKind? {
    guard let entry = schema.entries[name.identifier] else {
      let nearest = nearestName(to: name.identifier, among: schema.entries.keys)
      add(.unknownName(name.identifier, nearest: nearest), column: column)
      return nil
    }
    switch name.horizon {
    case nil where !entry.horizons.isEmpty: add(.needsHorizon(name.identifier, known: entry.horizons), column: column)
    case .some where entry.horizons.isEmpty: add(.takesNoHorizon(name.identifier), column: column)
    case let horizon? where !entry.horizons.contains(horizon):
      add(.unknownHorizon(name, known: entry.horizons), column: column)
    default: break
    }
    return entry.kind
  }

  private mutating func add(_ kind: ExpressionFault.Kind, at node: Node) { add(kind, column: node.column) }

  private mutating func add(_ kind: ExpressionFault.Kind, column: Int) {
    let fault = ExpressionFault(kind: kind, column: column)
    if !faults.contains(fault) { faults.append(fault) }
  }
}
