/// A text in the two languages of every report.
package struct LocalizedText: Hashable, Sendable {
  package var sv: String
  package var en: String

  package init(sv: String, en: String) {
    self.sv = sv
    self.en = en
  }

  package subscript(language: Language) -> String { language == .swedish ? sv : en }
}

package enum Language: String, CaseIterable, Hashable, Sendable {
  case swedish = "sv"
  case english = "en"
}
