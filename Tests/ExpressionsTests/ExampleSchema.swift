import Expressions

/// The names that the tests' expressions may use.
let exampleSchema = NameSchema([
  "staff": .init(.number),
  "women": .init(.number),
  "men": .init(.number),
  "headcount": .init(.number),
  "headcounts": .init(.numberPerRow),
  "retirements": .init(.number, horizons: [2, 5, 10]),
  "form": .init(.text, codes: ["short", "long"]),
  "comment": .init(.text),
  "triedToRecruit": .init(.boolean),
  "competences": .init(.set, codes: ["swedish", "digital"]),
])

/// What the names are worth; a name that is not listed is missing.
func operands(_ known: [String: Operand]) -> (Name) -> Operand {
  { known[$0.description] ?? .missing }
}

extension Operand {
  static func point(_ value: Int) -> Operand { .number(Interval(value)) }

  static func range(_ low: Double?, _ high: Double?) -> Operand {
    Interval(low: low, high: high).map(Operand.number) ?? .missing
  }
}
