/// What a part of an expression is worth, given what its names are worth.
enum Value {
  case number(Interval)
  case text(String)
  case set(Set<String>)
  case truth(Truth)
  case missing
}

/// Which ways a condition can come out over all values that its ranges allow; at least one of them.
struct Truth {
  var canHold: Bool
  var canBreak: Bool

  init(canHold: Bool, canBreak: Bool) {
    self.canHold = canHold
    self.canBreak = canBreak
  }

  init(_ value: Bool) {
    self.init(canHold: value, canBreak: !value)
  }

  static prefix func ! (truth: Truth) -> Truth { Truth(canHold: truth.canBreak, canBreak: truth.canHold) }
}

/// The operands of a condition, in the order of its names, among those of others.
struct Operands {
  let all: [Operand]
  /// Where each stands; nil: in their order.
  var places: [Int]?

  func place(of name: Int) -> Int { places?[name] ?? name }
  subscript(name: Int) -> Operand { all[place(of: name)] }
}

extension Node {
  func value(_ operands: Operands) -> Value {
    switch form {
    case .number(let value): return Interval(low: value, high: value).map(Value.number) ?? .missing
    case .text(let text): return .text(text)
    case .boolean(let value): return .truth(Truth(value))
    case .name(let place): return Value(operands[place])
    case .missing(let place): return .truth(Truth(operands[place].isMissing))
    case .sum(let terms): return sum(of: terms, operands)
    case .negative(let inner): return inner.number(operands).map { .number(-$0) } ?? .missing
    case .arithmetic(let operation, let left, let right):
      guard let a = left.number(operands), let b = right.number(operands) else { return .missing }
      switch operation {
      case .plus: return .number(a + b)
      case .minus: return .number(a - b)
      case .times: return .number(a * b)
      case .over: return (a / b).map(Value.number) ?? .missing
      }
    case .comparison(let comparison, let left, let right):
      return comparison.apply(left.value(operands), right.value(operands)).map(Value.truth) ?? .missing
    case .among(let item, let list):
      let item = item.value(operands)
      return anyOf(list.lazy.map { Comparison.equal.apply(item, $0.value(operands)) })
    case .member(let code, let set):
      guard case .text(let code) = code.value(operands), case .set(let set) = set.value(operands) else {
        return .missing
      }
      return .truth(Truth(set.contains(code)))
    case .not(let inner): return inner.truth(operands).map { .truth(!$0) } ?? .missing
    case .and(let left, let right):
      // a and b = not (not a or not b)
      let broken = anyOf([left, right].lazy.map { part in part.truth(operands).map { !$0 } })
      if case .truth(let truth) = broken { return .truth(!truth) } else { return .missing }
    case .or(let left, let right): return anyOf([left, right].lazy.map { $0.truth(operands) })
    case .hole: return .missing
    }
  }

  func truth(_ operands: Operands) -> Truth? {
    if case .truth(let truth) = value(operands) { truth } else { nil }
  }

  /// Whether it can be worth something although one of its names is missing: not so where all of it is arithmetic and one
  /// comparison.
  var canDoWithout: Bool {
    switch form {
    case .missing, .among, .and, .or: true
    case .number, .text, .boolean, .name, .hole: false
    case .sum(let terms): terms.contains(where: \.canDoWithout)
    case .negative(let inner), .not(let inner): inner.canDoWithout
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right), .member(let left, let right):
      left.canDoWithout || right.canDoWithout
    }
  }

  private func number(_ operands: Operands) -> Interval? {
    if case .number(let interval) = value(operands) { interval } else { nil }
  }

  private func sum(of terms: [Node], _ operands: Operands) -> Value {
    var total = Interval(0)
    for term in terms {
      if case .name(let place) = term.form, case .rows(let rows) = operands[place] {
        for row in rows {
          guard case .number(let interval) = row else { return .missing }
          total = total + interval
        }
      } else {
        guard let interval = term.number(operands) else { return .missing }
        total = total + interval
      }
    }
    return .number(total)
  }

  /// Holds as soon as one part surely holds, whatever is missing beside it; else is missing with any of its parts.
  private func anyOf(_ parts: some Sequence<Truth?>) -> Value {
    var (isMissing, canHold, canBreak) = (false, false, true)
    for part in parts {
      guard let part else {
        isMissing = true
        continue
      }
      if !part.canBreak { return .truth(Truth(true)) }
      canHold = canHold || part.canHold
      canBreak = canBreak && part.canBreak
    }
    return isMissing ? .missing : .truth(Truth(canHold: canHold, canBreak: canBreak))
  }
}

extension Value {
  fileprivate init(_ operand: Operand) {
    switch operand {
    case .number(let interval): self = .number(interval)
    case .text(let text): self = .text(text)
    case .boolean(let value): self = .truth(Truth(value))
    case .set(let set): self = .set(set)
    case .rows, .missing: self = .missing
    }
  }
}

extension Node.Comparison {
  /// nil when either side is missing.
  fileprivate func apply(_ left: Value, _ right: Value) -> Truth? {
    switch (left, right) {
    case (.number(let a), .number(let b)): return apply(a, b)
    case (.text(let a), .text(let b)): return Truth((a == b) == (self == .equal))
    case (.truth(let a), .truth(let b)):
      let same = Truth(
        canHold: a.canHold && b.canHold || a.canBreak && b.canBreak,
        canBreak: a.canHold && b.canBreak || a.canBreak && b.canHold)
      return self == .equal ? same : !same
    default: return nil
    }
  }

  private func apply(_ a: Interval, _ b: Interval) -> Truth {
    switch self {
    case .less: Truth(canHold: a.low < b.high, canBreak: a.high >= b.low)
    case .atMost: Truth(canHold: a.low <= b.high, canBreak: a.high > b.low)
    case .greater: Self.less.apply(b, a)
    case .atLeast: Self.atMost.apply(b, a)
    case .equal: Truth(canHold: a.low <= b.high && b.low <= a.high, canBreak: !(a.isPoint && a == b))
    case .unequal: !Self.equal.apply(a, b)
    }
  }
}
