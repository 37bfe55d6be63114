/// An expression as a tree; names stand as places in the expression's list of names.
struct Node: Hashable, Sendable {
  enum Comparison: String, Hashable, Sendable {
    case equal = "="
    case unequal = "!="
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="
  }

  enum Arithmetic: String, Hashable, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
  }

  indirect enum Form: Hashable, Sendable {
    case number(Double)
    case text(String)
    case boolean(Bool)
    case name(Int)
    case missing(Int)
    case sum([Node])
    case negative(Node)
    case arithmetic(Arithmetic, Node, Node)
    case comparison(Comparison, Node, Node)
    /// The value is one of those in the list.
    case among(Node, [Node])
    /// The code is in the set.
    case member(Node, of: Node)
    case not(Node)
    case and(Node, Node)
    case or(Node, Node)
    /// Something that could not be read; the fault is already known.
    case hole
  }

  var form: Form
  var column: Int
}

/// What an expression may cost: enough for any rule a person writes, too little to hurt.
struct ExpressionLimits {
  var characters = 2_000
  var tokens = 400
  var depth = 40
  /// More faults than these help nobody.
  var faults = 20

  static let standard = ExpressionLimits()
}
