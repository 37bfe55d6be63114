/// All that is wrong with an expression, in the order in which it stands there.
package struct ExpressionFaults: Error, Hashable, Sendable {
  package let faults: [ExpressionFault]
}

/// One thing that is wrong with an expression.
package struct ExpressionFault: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case tooLong(characters: Int, limit: Int)
    case tooManyWords(limit: Int)
    case tooDeep(limit: Int)
    case unknownCharacter(Character)
    case unendedText
    case notANumber(String)
    case expected(String, got: String)
    case chainedComparison
    case unknownFunction(String)
    case unknownName(String, nearest: String?)
    case needsHorizon(String, known: [Int])
    case takesNoHorizon(String)
    case unknownHorizon(Name, known: [Int])
    case wrongKind(needed: String, got: ValueKind)
    case unlikeKinds(ValueKind, ValueKind)
    case unknownCode(String, of: String, nearest: String?)
  }

  package let kind: Kind
  /// Characters from the start of the expression, the first being 1.
  package let column: Int

  package var summary: String {
    switch kind {
    case .tooLong: "the expression is too long"
    case .tooManyWords: "the expression has too many words and signs"
    case .tooDeep: "the expression is nested too deeply"
    case .unknownCharacter(let character): "\(character) has no meaning in an expression"
    case .unendedText: "a text in quotes does not end"
    case .notANumber(let text): "\(text) is not a number"
    case .expected: "the expression cannot be read here"
    case .chainedComparison: "a comparison has two sides only"
    case .unknownFunction(let name): "\(name) is not a function"
    case .unknownName(let name, _): "\(name) is not known here"
    case .needsHorizon(let name, _): "\(name) needs a horizon"
    case .takesNoHorizon(let name): "\(name) takes no horizon"
    case .unknownHorizon(let name, _): "\(name) is not asked"
    case .wrongKind: "a value of the wrong kind"
    case .unlikeKinds: "the two sides cannot be compared"
    case .unknownCode(let code, let name, _): "'\(code)' is not a code of \(name)"
    }
  }

  package var expected: String? {
    switch kind {
    case .tooLong(_, let limit): "at most \(limit) characters"
    case .tooManyWords(let limit): "at most \(limit)"
    case .tooDeep(let limit): "at most \(limit) levels"
    case .notANumber: "digits, with a point before decimals"
    case .expected(let what, _): what
    case .unknownFunction: "sum(…), missing(…), or a name with a horizon in years"
    case .needsHorizon(_, let known), .unknownHorizon(_, let known):
      "one of the horizons " + known.map(String.init).joined(separator: ", ")
    case .wrongKind(let needed, _): needed
    case .unlikeKinds(let left, _): "a \(left.rawValue) on both sides"
    default: nil
    }
  }

  package var got: String? {
    switch kind {
    case .tooLong(let characters, _): "\(characters) characters"
    case .expected(_, let got): got
    case .wrongKind(_, let got): "a \(got.rawValue)"
    case .unlikeKinds(let left, let right): "a \(left.rawValue) and a \(right.rawValue)"
    default: nil
    }
  }

  package var hint: String? {
    switch kind {
    case .unendedText: "close it with the quote that it began with"
    case .chainedComparison: "write a <= b and b <= c"
    case .unknownName(_, let nearest?): "did you mean \(nearest)?"
    case .unknownCode(_, _, let nearest?): "did you mean '\(nearest)'?"
    case .wrongKind(_, .numberPerRow): "outside the rows, write sum(name)"
    case .wrongKind(_, .set): "write 'code' in name"
    case .needsHorizon(let name, let known): known.first.map { "write \(name)(\($0))" }
    default: nil
    }
  }
}
