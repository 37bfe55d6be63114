/// Reads a path. The offset says where it begins in the selector, for messages.
struct PathParser {
  private let characters: [Character]
  private let offset: Int
  private var at = 0

  /// Longer paths are mistakes, and would cost time on every element of a page.
  private static let mostCompounds = 12

  init(_ characters: [Character], offset: Int) {
    self.characters = characters
    self.offset = offset
  }

  mutating func pattern() throws(SelectorError) -> PathPattern {
    var compounds: [PathPattern.Compound] = []
    skipSpaces()
    while at < characters.count {
      var isChild = false
      if characters[at] == ">" {
        guard !compounds.isEmpty else { throw expected("an element before the >") }
        isChild = true
        at += 1
        skipSpaces()
      }
      var compound = try self.compound()
      compound.isChild = isChild
      compounds.append(compound)
      guard compounds.count <= Self.mostCompounds else { throw expected("at most \(Self.mostCompounds) steps") }
      skipSpaces()
    }
    guard !compounds.isEmpty else { throw expected("an element, .class, #id or [attribute]") }
    return PathPattern(compounds: compounds)
  }

  private mutating func compound() throws(SelectorError) -> PathPattern.Compound {
    var compound = PathPattern.Compound()
    let start = at
    if at < characters.count, isNameCharacter(characters[at]) { compound.element = try name() }
    parts: while at < characters.count {
      switch characters[at] {
      case "#":
        at += 1
        compound.id = try name()
      case ".":
        at += 1
        compound.classes.append(try name())
      case "[": compound.attributes.append(try attribute())
      case ":":
        at += 1
        compound.place = try place()
      default: break parts
      }
    }
    guard at > start else { throw expected("an element, .class, #id or [attribute]") }
    return compound
  }

  private mutating func attribute() throws(SelectorError) -> PathPattern.AttributeTest {
    at += 1
    var test = PathPattern.AttributeTest(name: try name())
    if at < characters.count, characters[at] == "=" {
      at += 1
      let quote = at < characters.count && "\"'".contains(characters[at]) ? characters[at] : nil
      if quote != nil { at += 1 }
      let start = at
      while at < characters.count, characters[at] != (quote ?? "]") { at += 1 }
      test.value = String(characters[start..<at])
      if quote != nil { at += 1 }
    }
    guard at < characters.count, characters[at] == "]" else { throw expected("a closing ]") }
    at += 1
    return test
  }

  private mutating func place() throws(SelectorError) -> Int {
    let start = at
    while at < characters.count, characters[at].isASCII, characters[at].isNumber { at += 1 }
    guard let place = Int(String(characters[start..<at])), place > 0 else {
      at = start
      throw expected("a number from 1, such as td:2")
    }
    return place
  }

  private mutating func name() throws(SelectorError) -> String {
    let start = at
    while at < characters.count, isNameCharacter(characters[at]) { at += 1 }
    guard at > start else { throw expected("a name") }
    return String(characters[start..<at])
  }

  private func isNameCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "-" || character == "_"
  }

  private mutating func skipSpaces() { while at < characters.count, characters[at] == " " { at += 1 } }

  private func expected(_ what: String) -> SelectorError { SelectorError(position: offset + at + 1, expected: what) }
}
