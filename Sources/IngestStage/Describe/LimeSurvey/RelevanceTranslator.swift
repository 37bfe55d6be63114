/// Says skip logic of LimeSurvey in our expression language, as far as it can be said there.
struct RelevanceTranslator {
  /// What a name of LimeSurvey is in the draft.
  enum Meaning: Hashable {
    case box(question: String, code: String)
    case yesNo(String)
    /// Codes by how LimeSurvey stores them.
    case choice(String, codes: [String: String])
    case number(String)
    case text(String)
  }

  let meanings: [String: Meaning]

  /// Nil for what cannot be said.
  func condition(_ source: String) -> String? { Relevance(source).flatMap { truth($0)?.text } }

  /// A piece of a condition, and how strongly it holds together.
  private struct Piece {
    enum Binding: Int { case or, and, not, comparison, sum, product, whole }

    var text: String
    var binding: Binding
    /// What it is the opposite of.
    private var positive: (text: String, binding: Binding)?

    init(_ text: String, _ binding: Binding = .whole) { (self.text, self.binding) = (text, binding) }

    /// With parentheses where what stands around it would tear it apart.
    func inside(_ around: Binding) -> String { binding.rawValue < around.rawValue ? "(\(text))" : text }
    /// `not` before it, or taken away from it.
    var negated: Piece {
      if let positive { return Piece(positive.text, positive.binding) }
      var piece = Piece("not \(inside(.whole))", .not)
      piece.positive = (text, binding)
      return piece
    }
  }

  private func truth(_ tree: Relevance) -> Piece? {
    switch tree {
    case .number(let text): return Double(text).map { Piece($0 == 0 ? "false" : "true") }
    case .not(let inner): return truth(inner)?.negated
    case .call("is_empty", let arguments): return arguments.count == 1 ? isEmpty(arguments[0]) : nil
    case .operation(let sign, let left, let right) where sign == "&&" || sign == "||":
      guard let left = truth(left), let right = truth(right) else { return nil }
      let binding: Piece.Binding = sign == "&&" ? .and : .or
      return Piece("\(left.inside(binding)) \(binding) \(right.inside(binding))", binding)
    case .operation(let sign, let left, let right): return comparison(sign, left, right)
    case .name(let name):
      if case .box? = meanings[name] { return isEmpty(tree)?.negated }
      return nil
    case .text, .call, .negative: return nil
    }
  }

  private func isEmpty(_ tree: Relevance) -> Piece? {
    guard case .name(let name) = tree, let meaning = meanings[name] else { return nil }
    switch meaning {
    case .box(let question, let code): return Piece("'\(code)' in \(question)", .comparison).negated
    case .yesNo(let id), .choice(let id, _), .number(let id), .text(let id): return Piece("missing(\(id))")
    }
  }

  // MARK: Comparisons

  private static let mirrored = ["<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="]

  private func comparison(_ sign: String, _ left: Relevance, _ right: Relevance) -> Piece? {
    if case .name = left {
    } else if case .name = right, let mirrored = Self.mirrored[sign] {
      return comparison(mirrored, right, left)
    }
    if case .name(let name) = left, let meaning = meanings[name], let literal = right.literal {
      if literal.isEmpty {
        return sign == "==" ? isEmpty(left) : sign == "!=" ? isEmpty(left)?.negated : nil
      }
      switch meaning {
      case .box(let question, let code): return box(question, code, sign, literal)
      case .yesNo(let id): return yesNo(id, sign, literal)
      case .choice(let id, let codes): return choice(id, codes, sign, literal)
      case .text(let id): return text(id, sign, literal)
      case .number(let id): return Double(literal) == nil ? nil : compared(id, sign, literal)
      }
    }
    guard let left = number(left), let right = number(right) else { return nil }
    return compared(left.inside(.sum), sign, right.inside(.sum))
  }

  private func compared(_ left: String, _ sign: String, _ right: String) -> Piece? {
    Self.mirrored[sign] == nil ? nil : Piece("\(left) \(sign == "==" ? "=" : sign) \(right)", .comparison)
  }

  private func box(_ question: String, _ code: String, _ sign: String, _ literal: String) -> Piece? {
    guard literal == "Y" || literal == "1" else { return nil }
    let ticked = Piece("'\(code)' in \(question)", .comparison)
    return sign == "==" ? ticked : sign == "!=" ? ticked.negated : nil
  }

  private func yesNo(_ id: String, _ sign: String, _ literal: String) -> Piece? {
    guard sign == "==" || sign == "!=", literal == "Y" || literal == "N" else { return nil }
    return (literal == "Y") == (sign == "==") ? Piece(id) : Piece(id).negated
  }

  /// Codes that are numbers may be compared by size; the ones that fit are then listed.
  private func choice(_ id: String, _ codes: [String: String], _ sign: String, _ literal: String) -> Piece? {
    if sign == "==" || sign == "!=" {
      return codes[literal].flatMap { compared(id, sign, "'\($0)'") }
    }
    guard let limit = Double(literal) else { return nil }
    let fitting = codes.compactMap { stored, code -> (Double, String)? in
      guard let value = Double(stored) else { return nil }
      let fits =
        switch sign {
        case "<": value < limit
        case "<=": value <= limit
        case ">": value > limit
        default: value >= limit
        }
      return fits ? (value, code) : nil
    }
    guard !fitting.isEmpty else { return nil }
    let listed = fitting.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map { "'\($0.1)'" }.joined(separator: ", ")
    return Piece("\(id) in [\(listed)]", .comparison)
  }

  private func text(_ id: String, _ sign: String, _ literal: String) -> Piece? {
    guard sign == "==" || sign == "!=", !(literal.contains("'") && literal.contains("\"")) else { return nil }
    let quote = literal.contains("'") ? "\"" : "'"
    return compared(id, sign, quote + literal + quote)
  }

  // MARK: Numbers

  private func number(_ tree: Relevance) -> Piece? {
    switch tree {
    case .number(let text): return Piece(text)
    case .text(let text): return Double(text) == nil ? nil : Piece(text)
    case .name(let name):
      if case .number(let id)? = meanings[name] { return Piece(id) }
      return nil
    case .negative(let inner): return number(inner).map { Piece("-\($0.inside(.whole))", .product) }
    case .operation(let sign, let left, let right) where ["+", "-", "*", "/"].contains(sign):
      guard let left = number(left), let right = number(right) else { return nil }
      let binding: Piece.Binding = sign == "+" || sign == "-" ? .sum : .product
      // What stands to the right of a sign is kept together: a - (b - c).
      let inner = Piece.Binding(rawValue: binding.rawValue + 1) ?? .whole
      return Piece("\(left.inside(binding)) \(sign) \(right.inside(inner))", binding)
    case .call("sum", let arguments):
      let terms = arguments.compactMap { number($0)?.text }
      return terms.count == arguments.count && !terms.isEmpty ? Piece("sum(\(terms.joined(separator: ", ")))") : nil
    default: return nil
    }
  }
}

extension Relevance {
  fileprivate var literal: String? {
    switch self {
    case .number(let text), .text(let text): text
    default: nil
    }
  }
}
