import ConfidentialRecords
import Markup

/// What was chosen or written in the controls of a question, or in the text of a printed form.
///
/// A choice is kept as the value that the form sends if that is on the question's list, and as the text beside it if
/// that is: programs number their choices in their own way. A number or a text that was chosen and not written, such as
/// a band, is the text that was seen.
enum ChosenValues {
  static func values(of controls: [FormControl], _ options: OptionTexts?, kind: Concept.Kind?) -> [String] {
    guard kind == .choices, controls.contains(where: \.isAlone), options != nil else {
      return controls.flatMap { values(of: $0, options, kind) }
    }
    return TickedOptions.values(
      controls.flatMap { control -> [TickedOptions.Cell] in
        guard control.kind == .checkbox, control.isAlone else {
          return values(of: control, options, kind).map { TickedOptions.Cell(option: nil, text: $0) }
        }
        let option = option(of: control, options)
        guard let option else {
          return values(of: control, options, kind).map { TickedOptions.Cell(option: nil, text: $0) }
        }
        return [TickedOptions.Cell(option: option, text: control.values.isEmpty ? "" : "on")]
      }, options)
  }

  private static func values(of control: FormControl, _ options: OptionTexts?, _ kind: Concept.Kind?) -> [String] {
    guard let kind, !control.values.isEmpty, options != nil || !kind.hasCodes else {
      return control.values
    }
    switch control.kind {
    case .radio, .checkbox, .select, .selectMultiple:
      if let options, control.values.allSatisfy({ options.code($0) != nil }) { return control.values }
      let labels = Dictionary(control.options.map { ($0.value, $0.label) }, uniquingKeysWith: { a, _ in a })
      return control.values.map { value in
        guard let label = labels[value], !label.isEmpty else { return value }
        guard let options else { return label }
        return options.code(value) == nil && options.code(label) != nil ? label : value
      }
    default: return control.values
    }
  }

  /// The choice that a box by itself is for: the text beside it, its value, or the end of its name.
  static func option(of control: FormControl, _ options: OptionTexts?) -> String? {
    guard let options else { return nil }
    for label in control.options.map(\.label) + control.labels { if let code = options.code(label) { return code } }
    if let value = control.node.attribute(.value), Tick(value) == nil, let code = options.code(value) { return code }
    return control.name.divisions.lazy.compactMap { options.code($0.rest) }.first
  }

  // MARK: Printed forms

  /// Of choices that are all printed, those with a mark: `☒ Ja ☐ Nej`, `[x] Tolk`. Without marks all of the text.
  static func values(of lines: [String], _ options: OptionTexts?, isOfSeveral: Bool) -> [String] {
    let text = lines.joined(separator: "\n")
    guard options != nil else { return [text] }
    if let marked = marked(text) { return marked }
    return isOfSeveral ? ListCell.values(in: text, options) : [text]
  }

  private static let marks: [(mark: String, isTicked: Bool)] = [
    ("☒", true), ("☑", true), ("✓", true), ("✔", true), ("◉", true), ("●", true), ("⦿", true), ("[x]", true),
    ("[X]", true), ("(x)", true), ("(X)", true), ("☐", false), ("○", false), ("◯", false), ("□", false),
    ("[ ]", false), ("[]", false), ("( )", false),
  ]

  /// Nil when nothing is marked as ticked or not.
  private static func marked(_ text: String) -> [String]? {
    var pieces: [(isTicked: Bool, text: String)] = []
    var at = text.startIndex
    while at < text.endIndex {
      if let found = marks.first(where: { text[at...].hasPrefix($0.mark) }) {
        pieces.append((found.isTicked, ""))
        at = text.index(at, offsetBy: found.mark.count)
      } else {
        if !pieces.isEmpty { pieces[pieces.count - 1].text.append(text[at]) }
        at = text.index(after: at)
      }
    }
    guard !pieces.isEmpty else { return nil }
    return pieces.filter(\.isTicked).map(\.text.trimmed).filter { !$0.isEmpty }
  }
}
