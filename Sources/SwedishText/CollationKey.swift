/// The place of a text in Swedish alphabetical order: å, ä, ö last and in that order, é with e, ü with y,
/// æ with ä, ø with ö, w after v.
///
/// Texts that differ in accents only, then in case only, follow each other, the plain and the small letter
/// first; so no two different texts are equal. Made once per text, compared byte by byte, the same on every
/// machine.
///
/// - Source: Unicode CLDR, collation `sv`, standard. Checked against ICU in `CollationKeyTests`.
package struct CollationKey: Hashable, Sendable, Comparable {
  private let bytes: [UInt8]

  package init(_ text: String) {
    var letters: [UInt8] = []
    var accents: [UInt8] = []
    var cases: [UInt8] = []
    for character in text {
      let small = character.lowercased()
      let isCapital: UInt8 = small == String(character) ? 1 : 2
      for place in places(of: Character(small.count == 1 ? small : String(character))) {
        letters += place.weight
        accents.append(place.accent)
        cases.append(isCapital)
      }
    }
    // A level is looked at only where the ones before are equal; 0 is less than anything inside a level.
    bytes = letters + [0] + accents + [0] + cases + [0] + Array(text.utf8)
  }

  package static func < (a: CollationKey, b: CollationKey) -> Bool {
    a.bytes.lexicographicallyPrecedes(b.bytes)
  }
}

extension Sequence {
  /// Sorted by a text of each element in Swedish alphabetical order; equal texts keep their order.
  package func sortedInSwedish(by text: (Element) -> String) -> [Element] {
    map { (CollationKey(text($0)), $0) }.enumerated()
      .sorted { a, b in a.element.0 == b.element.0 ? a.offset < b.offset : a.element.0 < b.element.0 }
      .map(\.element.1)
  }
}

/// What one character counts as: the weight of a letter, and which of the letter's forms it is.
private struct Place {
  var weight: [UInt8]
  var accent: UInt8
}

/// Signs, digits and letters that have a weight of their own, in the order of CLDR.
private let alphabet = " _-–—,;:!?.'’\"”()[]{}§@*/\\&#%‰†`´^°©+±÷×<=>|~¤¢$£¥€0123456789abcdefghijklmnopqrstuvwxyzåäö"

/// The forms of a letter, each after the ones it follows when nothing else decides.
private let forms: [(letter: String, forms: String)] = [
  ("a", "áàăâãąāǎ"), ("c", "ćĉčċç"), ("d", "ďđð"), ("e", "éèĕêěëėęē"), ("g", "ğĝġģ"), ("h", "ĥħ"),
  ("i", "íìĭîïįīı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺľļł"), ("n", "ńňñņ"), ("o", "óòŏôõōǫ"), ("r", "ŕřŗ"),
  ("s", "śŝšşș"), ("t", "ťţț"), ("u", "úùŭûůũųū"), ("w", "ŵ"), ("y", "ýŷÿüű"), ("z", "źžż"), ("ä", "æ"),
  ("ö", "øő"), ("ss", "ß"), ("th", "þ"), ("oe", "œ"),
]

private let table: [Character: [Place]] = {
  var table: [Character: [Place]] = [:]
  for (number, character) in alphabet.enumerated() {
    table[character] = [Place(weight: [UInt8(number + 1)], accent: 1)]
  }
  // A space that does not break is a space, and a minus sign is a hyphen.
  table["\u{A0}"] = table[" "]?.map { Place(weight: $0.weight, accent: 2) }
  table["\u{2212}"] = table["-"]?.map { Place(weight: $0.weight, accent: 2) }
  for (letter, forms) in forms {
    let plain = letter.compactMap { table[$0]?.first }
    for (number, form) in forms.enumerated() {
      table[form] = plain.map { Place(weight: $0.weight, accent: UInt8(number + 2)) }
    }
  }
  return table
}()

/// A character that no Swedish text is expected to hold comes after all that are, by its code.
private func places(of small: Character) -> [Place] {
  if let places = table[small] { return places }
  return small.unicodeScalars.map { scalar in
    let code = scalar.value
    return Place(
      weight: [0xff] + [16, 8, 0].map { UInt8(truncatingIfNeeded: code >> $0) }, accent: 1)
  }
}
