import Expressions

/// Expressions: every text is read or refused with a place; every outcome over ranges holds at the points in them.
@Sendable func fuzzExpressions(_ bytes: [UInt8]) {
  let source = String(decoding: bytes, as: UTF8.self)
  do throws(ExpressionFaults) {
    let condition = try Condition(source, knowing: schema)
    fuzzOutcomes(condition, seed: bytes)
  } catch {
    check(error, source)
  }
  do throws(ExpressionFaults) {
    let formula = try Formula(source, knowing: schema)
    for width in 0..<4 {
      guard let interval = formula.interval({ operand($0, seed: bytes, width) }) else { continue }
      claim(interval.low <= interval.high, "an interval that ends before it begins")
    }
  } catch {
    check(error, source)
  }
}

private func check(_ faults: ExpressionFaults, _ source: String) {
  claim(!faults.faults.isEmpty, "refused, and no word why")
  for fault in faults.faults {
    claim((1...source.count + 1).contains(fault.column), "a fault outside the expression")
    _ = (fault.summary, fault.expected, fault.got, fault.hint)
  }
}

private func fuzzOutcomes(_ condition: Condition, seed: [UInt8]) {
  _ = condition.outcome { _ in .missing }
  for width in 1..<4 {
    let ranges = condition.names.map { operand($0, seed: seed, width) }
    let outcome = condition.outcome(ranges)
    for step in 0..<4 {
      let points = ranges.map { point(in: $0, step) }
      let atPoint = condition.outcome(points)
      claim(atPoint != .mayBreak || hasRows(points), "a point is no range")
      if outcome == .holds || outcome == .breaks {
        claim(atPoint == outcome, "\(outcome.rawValue) over the range, \(atPoint.rawValue) at a point in it")
      }
    }
  }
}

/// A range of whole numbers that follows from the name and the input; wider with `width`, without end for 3.
private func operand(_ name: Name, seed: [UInt8], _ width: Int) -> Operand {
  var hash: UInt32 = 2_166_136_261
  for byte in Array(name.description.utf8) + seed.prefix(8) { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
  switch schema.entries[name.identifier]?.kind {
  case .text: return .text(hash % 2 == 0 ? "short" : "long")
  case .boolean: return .boolean(hash % 2 == 0)
  case .set: return .set(hash % 2 == 0 ? ["swedish"] : [])
  case .numberPerRow: return .rows([.number(Interval(Int(hash % 5))), .number(Interval(2))])
  case .number, nil:
    let low = Double(hash % 7) - 1
    return Interval(low: low, high: width == 3 ? nil : low + Double(width)).map(Operand.number) ?? .missing
  }
}

private func point(in operand: Operand, _ step: Int) -> Operand {
  guard case .number(let interval) = operand else { return operand }
  let value = min(interval.low + Double(step), interval.high)
  return Interval(low: value, high: value).map(Operand.number) ?? .missing
}

private func hasRows(_ operands: [Operand]) -> Bool {
  operands.contains { if case .rows = $0 { true } else { false } }
}

private let schema = NameSchema([
  "staff": .init(.number), "women": .init(.number), "headcount": .init(.number),
  "headcounts": .init(.numberPerRow), "retirements": .init(.number, horizons: [2, 5, 10]),
  "form": .init(.text, codes: ["short", "long"]), "comment": .init(.text), "triedToRecruit": .init(.boolean),
  "competences": .init(.set, codes: ["swedish", "digital"]),
])
