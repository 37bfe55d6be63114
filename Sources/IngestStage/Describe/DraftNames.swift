import Markup

/// Gives out names that study files accept, each once.
struct DraftNames {
  private var taken: Set<String> = []

  /// The text as an identifier of letters, digits, `-`, `_` and `.`, with a number after it where it is taken.
  mutating func name(_ text: String) -> String {
    let name = text.asIdentifier
    var unique = name
    var number = 2
    while !taken.insert(unique).inserted {
      unique = "\(name.prefix(74))-\(number)"
      number += 1
    }
    return unique
  }
}

extension String {
  /// Letters, digits, `-`, `_` and `.` of ASCII, at most 80 of them.
  var asIdentifier: String {
    let folded = unicodeScalars.map { scalar -> Character in
      switch scalar {
      case "å", "ä": "a"
      case "ö": "o"
      case "Å", "Ä": "A"
      case "Ö": "O"
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": Character(scalar)
      default: "-"
      }
    }
    let name = String(folded.drop { $0 == "." }.prefix(80))
    return name.isEmpty ? "x" : name
  }

  /// A text with markup, as a person sees it: one line, without tags.
  var withoutMarkup: String {
    guard contains("<") || contains("&") else { return collapsed }
    let tree = try? MarkupParser.parseHTML(Array("<body>\(self)</body>".utf8), path: "")
    return (tree?.root.text ?? self).collapsed
  }
}
