import ConfidentialRecords
import Markup

/// The codes of a question as a table or form may write them: the code, both labels, and what the list says besides.
///
/// What a cell says is kept as it stands; this is for telling where one choice ends and the next begins, and which
/// choice a column or a tick belongs to.
struct OptionTexts: Sendable {
  /// In the order of the list.
  let codes: [String]
  private let meanings: [String: String]
  /// As the list spells them: most answers need no other comparison.
  private let spelt: [String: String]

  init(_ list: CodeList) {
    codes = list.codes.map(\.code)
    var meanings: [String: String] = [:]
    // A code itself is never taken for the label of another.
    for code in list.codes { meanings[NormalisedText(code.code).text] = code.code }
    for code in list.codes {
      for text in [code.label.sv, code.label.en] + code.written {
        let key = NormalisedText(text).text
        if !key.isEmpty, meanings[key] == nil { meanings[key] = code.code }
      }
    }
    self.meanings = meanings
    var spelt: [String: String] = [:]
    for code in list.codes {
      for text in [code.code, code.label.sv, code.label.en] + code.written {
        spelt[text] = meanings[NormalisedText(text).text]
      }
    }
    self.spelt = spelt
  }

  func code(_ text: String) -> String? { spelt[text] ?? code(normalised: NormalisedText(text).text) }

  func code(normalised text: String) -> String? { meanings[text] }

  /// The text as the list may have it: a spreadsheet makes `2.0` of the code `2`. Nil when the list has neither.
  func written(_ text: String) -> String? {
    if code(text) != nil { return text }
    return text.withoutPointZero.flatMap { code($0) == nil ? nil : $0 }
  }
}

extension String {
  /// `36` for the `36.0` or `36,0` of a spreadsheet whose column also has empty cells; nil for anything else.
  var withoutPointZero: String? {
    guard utf8.count <= 20, hasSuffix(".0") || hasSuffix(",0") else { return nil }
    let whole = dropLast(2)
    return !whole.isEmpty && whole.utf8.allSatisfy { (0x30...0x39).contains($0) } ? String(whole) : nil
  }
}
