extension ContactRedaction {
  /// Finds telephone numbers and personal identity numbers.
  func numbers(in text: ScannedText) -> [ContactFinding] {
    var findings: [ContactFinding] = []
    var place = 0
    while place < text.count {
      var next = place + 1
      if let number = WrittenNumber(in: text, at: place) {
        let reading = NumberInText(number: number, text: text)
        if let groups = reading.personalIdentityNumber {
          next = number.groups[groups - 1].end
          findings.append(ContactFinding(kind: .personalIdentityNumber, range: number.start..<next))
        } else if let groups = reading.telephone {
          next = number.groups[groups - 1].end
          findings.append(ContactFinding(kind: .telephone, range: number.start..<next))
        }
      }
      place = next
    }
    return findings
  }
}

/// A written number and the words around it, which say what it is.
private struct NumberInText {
  let number: WrittenNumber
  let text: ScannedText

  // MARK: Personal identity numbers

  /// Lengths of the groups in which people write one: as a whole, before the last four digits, by the parts of the
  /// date, two by two, digit by digit.
  private static let shapes =
    [[12], [10], [8, 4], [6, 4], [4, 2, 2, 4], [2, 2, 2, 4], [8, 2, 2], [6, 2, 2]]
    + [6, 5].map { Array(repeating: 2, count: $0) } + [12, 10].map { Array(repeating: 1, count: $0) }

  /// How many groups of digits are one: with date and check digit right, or after the word for it.
  var personalIdentityNumber: Int? {
    guard !number.isInternational else { return nil }
    for shape in Self.shapes where number.begins(withGroups: shape) {
      if wordsBefore.contains(where: ["personnummer", "personnr", "pnr", "samordningsnummer"].contains) {
        return shape.count
      }
      let isAmount = shape.count == 1 && isFollowedByUnit(number.groups[0].end)
      if !isAmount, PersonalIdentityNumber.isValid(number.digits(inGroups: shape.count)) { return shape.count }
    }
    return nil
  }

  // MARK: Telephone numbers

  /// How many groups of digits are one: from an area code's zero or a country's code on, or after a word such as `tel`.
  var telephone: Int? {
    let first = number.digits(inGroups: 3)
    if number.isInternational { return international(first) }
    if first.starts(with: [0, 0]), first.count > 2, first[2] != 0 { return international(Array(first.dropFirst(2))) }
    if first.count > 1, first[0] == 0, first[1] != 0 { return national }
    if let mobile = mobileWithoutPlus { return mobile }
    guard wordsBefore.contains(where: WrittenNumber.telephoneWords.contains), !isDate,
      let groups = number.groups(withDigits: 6...10), !isFollowedByUnit(number.groups[groups - 1].end)
    else { return nil }
    return groups
  }

  private func international(_ country: [Int]) -> Int? {
    let zeros = number.isInternational ? 0 : 2
    let longest = country.starts(with: [4, 6, 0]) ? 12 : country.starts(with: [4, 6]) ? 11 : 15
    return number.groups(withDigits: 8 + zeros...longest + zeros)
  }

  /// `46 70 174 06 05`: Sweden's number and that of a mobile network, eleven digits in all. In groups of three it is an
  /// amount.
  private var mobileWithoutPlus: Int? {
    guard let groups = number.groups(withDigits: 11...11), !isFollowedByUnit(number.groups[groups - 1].end) else {
      return nil
    }
    let digits = number.digits(inGroups: groups)
    let isAmount = groups > 1 && number.groups[1..<groups].allSatisfy { $0.digits.count == 3 }
    return digits.count == 11 && digits.starts(with: [4, 6, 7]) && !isAmount ? groups : nil
  }

  private var national: Int? {
    guard let groups = number.groups(withDigits: 8...10) else { return nil }
    let isDecimal = number.groups[0].digits == [0] && groups > 1 && number.groups[1].separator.hasPrefix(".")
    return isDecimal || isDate || isHours || isEndOfAmount(groups) ? nil : groups
  }

  /// `1 050 000 000`: groups of three after a number are thousands, whatever they start with.
  private func isEndOfAmount(_ groups: Int) -> Bool {
    text.isBlank(number.start - 1) && text.digit(number.start - 2) != nil
      && number.groups.prefix(groups).allSatisfy { $0.digits.count == 3 }
  }

  /// `08-10-2026` and `2026-10-08`.
  private var isDate: Bool {
    if number.begins(withGroups: [2, 2, 4]) {
      return (1900...2099).contains(number.value(ofGroup: 2))
        && isCalendarDate(
          year: number.value(ofGroup: 2), month: number.value(ofGroup: 1), day: number.value(ofGroup: 0))
    }
    return number.begins(withGroups: [4, 2, 2])
      && isCalendarDate(
        year: number.value(ofGroup: 0), month: number.value(ofGroup: 1), day: number.value(ofGroup: 2))
  }

  /// `08.00-16.30`.
  private var isHours: Bool {
    number.begins(withGroups: [2, 2, 2, 2]) && number.groups[1].separator == "."
      && number.groups[3].separator == "." && number.value(ofGroup: 0) <= 24 && number.value(ofGroup: 2) <= 24
      && number.value(ofGroup: 1) < 60 && number.value(ofGroup: 3) < 60
  }

  // MARK: Words around

  private func isFollowedByUnit(_ end: Int) -> Bool {
    var place = end
    while text.isBlank(place) { place += 1 }
    if ["%", "€", "$", ":"].contains(text[place]) { return true }
    let start = place
    while text.isLetter(place), place - start < 12 { place += 1 }
    return ["kr", "kronor", "sek", "kkr", "tkr", "mkr", "ksek", "msek", "euro", "eur"]
      .contains(text.text(start..<place).lowercased())
  }

  /// The nearest words before the number, at most four: `ring mig på nr`.
  private var wordsBefore: [String] {
    var words: [String] = []
    var place = number.start
    while words.count < 4 {
      while [":", ".", "-", "("].contains(text[place - 1]) || text.isBlank(place - 1) { place -= 1 }
      let word = text.word(before: place)
      guard !word.isEmpty else { break }
      place -= word.unicodeScalars.count
      words.append(word)
      guard ["nr", "nummer", "på", "mig", "oss", "till", "är"].contains(word) else { break }
    }
    return words
  }
}
