import ConfidentialRecords

/// The last look at texts before they may be printed (DIS-12).
///
/// Quotations were permitted by who wrote them and chosen by a person, and contact data was taken out before anything
/// was stored. This is the second net, coarser than the first: a quotation that still holds anything like an address or
/// a number to call is left out as a whole.
package enum QuotationScreen {
  /// Characters, as a reader counts them.
  static let longest = 400

  /// The fact as it may be printed; nil when it may not.
  package static func screen(_ fact: FactRecord) -> FactRecord? {
    var fact = fact
    fact.value = printable(fact.value)
    guard fact.kind == .quotation else { return fact }
    guard !fact.value.isEmpty, fact.value.count <= longest, !mayPointAtSomeone(fact.value) else { return nil }
    return fact
  }

  /// One line, without what would steer a terminal or turn the direction of writing.
  private static func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        if result.last != " " { result.append(" ") }
        continue
      }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: continue
      default: result.append(scalar)
      }
    }
    return String(String(result).drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// An at sign in any writing, a web address, or six digits with nothing but signs and blanks between them.
  private static func mayPointAtSomeone(_ text: String) -> Bool {
    let lower = text.lowercased()
    let signs = ["@", "\u{FF20}", "\u{FE6B}", "snabel", "(at)", "[at]", "{at}", "www.", "://", "%40"]
    if signs.contains(where: lower.contains) { return true }
    var digits = 0
    for scalar in text.unicodeScalars {
      if scalar.properties.numericType != nil {
        digits += 1
        if digits == 6 { return true }
      } else if scalar.properties.isAlphabetic {
        digits = 0
      }
    }
    return false
  }
}
