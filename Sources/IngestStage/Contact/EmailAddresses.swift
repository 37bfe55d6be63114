extension ContactRedaction {
  /// Ways in which people write the sign between name and domain so that robots do not see it.
  private static let disguises = [
    "(at)", "[at]", "{at}", "(a)", "[a]", "{a}", "(snabel-a)", "[snabel-a]", "snabel-a", "%40",
  ]

  /// Finds `name@domain`, also with a blank around the sign when the domain has a dot, and disguised ones.
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
    case "(", "[", "{", "%", "s", "S":
      Self.disguises.first { text.has($0, at: place) }.map { place..<place + $0.unicodeScalars.count }
    default: nil
    }
  }

  private func address(around sign: Range<Int>, in text: ScannedText) -> Range<Int>? {
    var nameEnd = sign.lowerBound
    if text.isBlank(nameEnd - 1) { nameEnd -= 1 }
    var start = nameEnd
    while isNameCharacter(start - 1, in: text) { start -= 1 }

    var domainStart = sign.upperBound
    if text.isBlank(domainStart) { domainStart += 1 }
    var end = domainStart
    while text.isLetter(end) || text.digit(end) != nil || text[end] == "-" || text[end] == "." { end += 1 }
    while end > domainStart, text[end - 1] == "." || text[end - 1] == "-" { end -= 1 }

    guard start < nameEnd, end - domainStart >= 2, text.isLetter(domainStart) else { return nil }
    let isSpaced = nameEnd < sign.lowerBound || domainStart > sign.upperBound
    let hasDot = (domainStart..<end).contains { text[$0] == "." }
    return isSpaced && !hasDot ? nil : start..<end
  }

  private func isNameCharacter(_ place: Int, in text: ScannedText) -> Bool {
    if text.isLetter(place) || text.digit(place) != nil { return true }
    switch text[place] {
    case ".", "_", "-", "+", "'", "=", "~", "&", "#": return true
    default: return false
    }
  }
}
