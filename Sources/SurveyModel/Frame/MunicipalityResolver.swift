/// Finds the municipality that a text names: by code (`0181`), name (`Södertälje`, `Österåkers kommun`,
/// `Upplands-Väsby`), postal code (`151 32`, `15132 Södertälje`) or place (`Järna`).
///
/// A name that means two is refused: `Sandviken` is a municipality and a place in Södertälje, `Sandvikens kommun` only
/// the municipality.
package struct MunicipalityResolver: Sendable {
  package enum Way: String, Hashable, Sendable { case code, name, postalCode, place }

  package enum Match: Hashable, Sendable {
    case municipality(String, by: Way)
    /// The codes of all that it could be, sorted.
    case ambiguous([String])
    case unknown
  }

  private let codes: Set<String>
  private var names: [String: Set<String>] = [:]
  private var places: [String: Set<String>] = [:]
  private let postalCodes: [String: String]

  package init(_ classifications: Classifications) {
    codes = Set(classifications.municipalities.keys)
    postalCodes = classifications.postalCodes
    for municipality in classifications.municipalities.values {
      names[Self.words(municipality.name).joined(separator: " "), default: []].insert(municipality.code)
    }
    for place in classifications.places {
      places[Self.words(place.name).joined(separator: " "), default: []].insert(place.municipality)
    }
  }

  package func resolve(_ written: String) -> Match {
    // Longer than any name of a place: not looked at.
    var words = Self.words(String(written.prefix(100)))
    if words.count == 1, codes.contains(words[0]) { return .municipality(words[0], by: .code) }
    if let (postalCode, rest) = Self.postalCode(words) {
      if let code = postalCodes[postalCode] { return .municipality(code, by: .postalCode) }
      words = rest
    }
    let isNamedAsOne = words.count > 1 && Self.kinds.contains(words[words.count - 1])
    let name = (isNamedAsOne ? words.dropLast() : words[...]).joined(separator: " ")
    let municipalities = names[name] ?? (name.hasSuffix("s") ? names[String(name.dropLast())] : nil) ?? []
    if isNamedAsOne { return Self.match(municipalities, by: .name) }
    let found = municipalities.union(places[name] ?? [])
    return Self.match(found, by: municipalities.isEmpty ? .place : .name)
  }

  /// The four-digit code; nil where nothing, or more than one municipality, is called that.
  package func code(_ written: String) -> String? {
    if codes.contains(written) { return written }
    if case .municipality(let code, _) = resolve(written) { return code }
    return nil
  }

  private static let kinds: Set<String> = ["kommun", "stad", "municipality"]

  private static func match(_ codes: Set<String>, by way: Way) -> Match {
    guard let code = codes.first else { return .unknown }
    return codes.count == 1 ? .municipality(code, by: way) : .ambiguous(codes.sorted())
  }

  /// Five digits, written together or as `151 32`, after `SE` or not; and what stands after them.
  private static func postalCode(_ words: [String]) -> (code: String, rest: [String])? {
    let words = words.first == "se" || words.first == "s" ? Array(words.dropFirst()) : words
    func areDigits(_ word: String) -> Bool { word.utf8.allSatisfy { (48...57).contains($0) } }
    if let first = words.first, first.utf8.count == 5, areDigits(first) { return (first, Array(words.dropFirst())) }
    guard words.count > 1, words[0].utf8.count == 3, words[1].utf8.count == 2, areDigits(words[0] + words[1]) else {
      return nil
    }
    return (words[0] + words[1], Array(words.dropFirst(2)))
  }

  private static let separators = Array("-–—‑,\u{AD}\u{200B}".unicodeScalars)

  /// Lower case; hyphens and dashes are blanks.
  private static func words(_ text: String) -> [String] {
    text.lowercased().unicodeScalars.split { $0.properties.isWhitespace || separators.contains($0) }.map(String.init)
  }
}
