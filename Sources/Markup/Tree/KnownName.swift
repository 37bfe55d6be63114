/// Names of elements and attributes that this project asks for, each with a number that is the same in every tree.
///
/// A known name is compared as a number; any other name gets a number of its own in the tree that holds it.
package enum KnownName: UInt16, CaseIterable, Sendable {
  // Page
  case html, head, body, title, meta, script, style, template, main, article, section, header, footer, nav, aside
  case div, span, p, br, hr, a, b, i, strong, em, small, pre, img, blockquote, address, figure, figcaption
  case h1, h2, h3, h4, h5, h6, ul, ol, li, dl, dt, dd, details, summary
  // Tables
  case table, caption, colgroup, col, thead, tbody, tfoot, tr, th, td
  // Forms
  case form, fieldset, legend, label, input, select, optgroup, option, textarea, button, output
  // Attributes
  case id, name, `class`, type, value, checked, selected, multiple, disabled, hidden, `for`, href, src, alt
  case colspan, rowspan, scope, charset, content, lang, maxlength, size, role, rows, cols, action, method
  case placeholder, required, min, max, step
  case ariaLabel

  /// The names in the order of their numbers.
  static let spellings: [String] = allCases.map { $0 == .ariaLabel ? "aria-label" : String(describing: $0) }

  static let bySpelling: [String: UInt16] = Dictionary(
    uniqueKeysWithValues: zip(spellings, allCases.map(\.rawValue)))

  /// The level of a heading element, 1 to 6.
  static func headingLevel(_ name: UInt16) -> Int? {
    guard name >= h1.rawValue, name <= h6.rawValue else { return nil }
    return Int(name - h1.rawValue) + 1
  }
}
