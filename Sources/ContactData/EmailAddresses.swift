extension ContactRedaction {
  /// Ways in which people write the sign between name and domain so that robots do not see it.
  private static let disguises = [
    "(at)", "[at]", "{at}", "<at>", "(a)", "[a]", "{a}", "(snabel-a)", "[snabel-a]", "snabel-a", "(snabela)",
    "[snabela]", "snabela", "%40", "&commat;", "&#64;", "&#x40;",
  ]

  /// Finds `name@domain`, also with blanks around the sign and the dots when the domain has a dot, and disguised ones.
  func emailAddresses(in text: ScannedText) -> [ContactFinding] {
    var findings: [ContactFinding] = []
    var place = 0
    while place < text.count {
      guard let sign = atSign(in: text, at: place) else {
        place += 1
        continue
      }
      if let range = address(around: sign, in: text), range.lowerBound >= findings.last?.range.upperBound ?? 0 {
        findings.append(ContactFinding(kind: .email, range: range))
        place = range.upperBound
      } else {
        place = sign.upperBound
      }
    }
    return findings
  }

  private func atSign(in text: ScannedText, at place: Int) -> Range<Int>? {
    switch text[place] {
    case "@", "\u{FF20}", "\u{FE6B}": place..<place + 1
    case "(", "[", "{", "<", "%", "&", "s", "S":
      Self.disguises.first { text.has($0, at: place) }.map { place..<place + $0.unicodeScalars.count }
    case " ": wordAt(in: text, at: place)
    default: nil
    }
  }

  /// `anna.berg at example.se`. `Look at example.se` is no address, so the name must have a sign in it.
  private func wordAt(in text: ScannedText, at place: Int) -> Range<Int>? {
    guard text.has(" at ", at: place) else { return nil }
    var start = place
    while isNameCharacter(start - 1, in: text) { start -= 1 }
    let hasSign = (start..<place).contains { !text.isLetter($0) && $0 > start && $0 < place - 1 }
    return hasSign ? place + 1..<place + 3 : nil
  }

  private func address(around sign: Range<Int>, in text: ScannedText) -> Range<Int>? {
    var nameEnd = sign.lowerBound
    if isBracket(text[nameEnd - 1]) { nameEnd -= 1 }
    if text.isBlank(nameEnd - 1) { nameEnd -= 1 }
    var start = nameEnd
    while let step = steps(before: start, in: text) { start -= step }

    var domainStart = sign.upperBound
    if isBracket(text[domainStart]) { domainStart += 1 }
    if text.isBlank(domainStart) { domainStart += 1 }
    var end = domainStart
    while let step = steps(after: end, in: text) { end += step }
    while end > domainStart, text[end - 1] == "." || text[end - 1] == "-" { end -= 1 }

    guard start < nameEnd, end - domainStart >= 2, text.isLetter(domainStart) else { return nil }
    let isSpaced = nameEnd < sign.lowerBound || domainStart > sign.upperBound
    let hasDot = (domainStart..<end).contains { text[$0] == "." }
    return isSpaced && !hasDot ? nil : start..<end
  }

  private func isBracket(_ sign: Unicode.Scalar) -> Bool { "()[]{}<>\u{FF08}\u{FF09}".unicodeScalars.contains(sign) }

  /// How far the name goes on to the left: one character, or a dot with blanks around it.
  private func steps(before place: Int, in text: ScannedText) -> Int? {
    if isNameCharacter(place - 1, in: text) { return 1 }
    let isSpacedDot = text.isBlank(place - 1) && text[place - 2] == "." && text.isBlank(place - 3)
    return isSpacedDot && isNameCharacter(place - 4, in: text) ? 4 : nil
  }

  /// How far the domain goes on to the right.
  private func steps(after place: Int, in text: ScannedText) -> Int? {
    if text.isLetter(place) || text.digit(place) != nil || text[place] == "-" || text[place] == "." { return 1 }
    let isSpacedDot = text.isBlank(place) && text[place + 1] == "." && text.isBlank(place + 2)
    return isSpacedDot && text.isLetter(place + 3) ? 4 : nil
  }

  private func isNameCharacter(_ place: Int, in text: ScannedText) -> Bool {
    if text.isLetter(place) || text.digit(place) != nil { return true }
    switch text[place] {
    case ".", "_", "-", "+", "'", "=", "~", "&", "#": return true
    default: return false
    }
  }
}
