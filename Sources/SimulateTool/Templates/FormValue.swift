/// What is known to a template by one key.
package enum FormValue: Sendable {
  /// As it stands on the page.
  case written(String)
  /// A number that has not been written yet.
  case count(Int)
  /// Codes that are ticked or chosen; a telephone interview writes their labels.
  case codes([String])
  case flag(Bool)
  case list([FormScope])

  package var written: String {
    switch self {
    case .written(let text): text
    case .count(let number): String(number)
    case .codes(let codes): codes.joined(separator: ",")
    case .flag, .list: ""
    }
  }

  package func holds(_ code: String) -> Bool {
    if case .codes(let codes) = self { codes.contains(code) } else { written == code }
  }
}

/// The values of a page, or of one of its repeating rows.
package typealias FormScope = [String: FormValue]
