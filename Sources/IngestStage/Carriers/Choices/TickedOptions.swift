import Markup

/// One choice each in several columns or boxes: `Y` and nothing, yes and no, 1 and 0, a mark, or the choice itself
/// where it was made.
enum TickedOptions {
  struct Cell {
    /// The code that it stands for; nil for one that holds choices in words.
    var option: String?
    var text: String
  }

  /// What was chosen: the code of every option that is ticked, and as written whatever is neither a tick nor none.
  static func values(_ cells: [Cell], _ options: OptionTexts?) -> [String] {
    let isByCode = hasOwnCodes(cells, options)
    return cells.flatMap { cell -> [String] in
      guard let option = cell.option else { return ListCell.values(in: cell.text, options) }
      let text = cell.text.trimmed
      if text.isEmpty { return [] }
      if isByCode { return [option] }
      switch Tick(text) {
      case .yes: return [option]
      case .no: return []
      case nil:
        if options?.code(text) == option { return [option] }
        return options.map { isOther(option, $0) } == true ? [option, text] : [text]
      }
    }
  }

  /// Each column says its own code, as `2` in the column of code 2: there a 0 may be a choice, too.
  private static func hasOwnCodes(_ cells: [Cell], _ options: OptionTexts?) -> Bool {
    let filled = cells.filter { $0.option != nil && !$0.text.trimmed.isEmpty }
    return !filled.isEmpty && filled.allSatisfy { options?.code($0.text.trimmed) == $0.option }
  }

  /// Something else, with room to say what.
  private static func isOther(_ option: String, _ options: OptionTexts) -> Bool {
    ["annat", "annan", "övrigt", "other"].contains { options.code($0) == option }
  }
}

/// What a box says without words of its own.
enum Tick: Hashable {
  case yes, no

  /// Nil for what is no tick.
  init?(_ text: String) {
    let word = NormalisedText(text).text
    if Self.ticked.contains(word) {
      self = .yes
    } else if Self.unticked.contains(word) {
      self = .no
    } else {
      return nil
    }
  }

  private static let ticked: Set<String> = [
    "y", "yes", "j", "ja", "1", "1.0", "1,0", "x", "on", "true", "sant", "checked", "selected", "vald", "valt",
    "markerad", "ikryssad", "✓", "✔", "✔\u{FE0F}", "☑", "☑\u{FE0F}", "☒", "✗", "✘", "✅",
  ]
  private static let unticked: Set<String> = [
    "n", "no", "nej", "0", "0.0", "0,0", "off", "false", "falskt", "unchecked", "not selected", "ej vald", "ej valt",
    "inte vald", "inte valt", "-", "–", "—", "☐", "□",
  ]
}
