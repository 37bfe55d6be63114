import Markup

/// The texts of a form, where they stand or by their `itext` id, in the languages of ours.
struct XFormsTexts {
  typealias Text = DraftQuestionnaire.Text

  private enum Language: Hashable { case swedish, english, other }
  private var texts: [String: [Language: String]] = [:]

  init(_ form: XFormsForm) {
    let itext = form.tree.elements.first { $0.name == "itext" }
    for translation in itext?.eachChild.filter({ $0.name == "translation" }) ?? [] {
      let language = Self.language(translation.attribute(.lang) ?? "")
      for text in translation.eachChild where text.name == "text" {
        guard let id = text.attribute(.id) else { continue }
        // A value with a form of its own is a picture or a recording.
        let value = text.children.first { $0.name == "value" && $0.attribute("form") == nil }
        if texts[id]?[language] == nil { texts[id, default: [:]][language] = value?.words }
      }
    }
  }

  /// `Svenska (sv)`, `sv`, `English (en)`, `en-GB`.
  private static func language(_ written: String) -> Language {
    let name = written.lowercased()
    if name == "sv" || name.hasPrefix("sv-") || name.contains("(sv") || name.hasPrefix("svensk") || name == "swedish" {
      return .swedish
    }
    return name == "en" || name.hasPrefix("en-") || name.contains("(en") || name.hasPrefix("engel") || name == "english"
      ? .english : .other
  }

  /// The text of a `label`, a `title` or the like.
  func text(_ label: MarkupNode?) -> Text {
    guard let label else { return Text() }
    if let id = label.attribute("ref").flatMap(Self.id) { return text(id: id) }
    return Text(other: label.words)
  }

  func text(id: String) -> Text {
    let known = texts[id] ?? [:]
    return Text(sv: known[.swedish], en: known[.english], other: known[.other])
  }

  /// `jr:itext('id')`
  private static func id(_ reference: String) -> String? {
    guard reference.contains("itext(") else { return nil }
    let parts = reference.split { $0 == "'" || $0 == "\"" }
    return parts.count > 1 ? String(parts[1]) : nil
  }
}

extension MarkupNode {
  /// Its text on one line.
  fileprivate var words: String { text.collapsed }
}
