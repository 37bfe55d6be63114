/// An occupation title made comparable with those of a classification and of a list of synonyms.
///
/// - Lower case; accents other than å, ä, ö are dropped; `1:e kock` is `kock`, `leg. sjuksköterska` is `sjuksköterska`.
/// - What shops and wards say every day is written out: `usk`, `ssk`.
/// - `Account manager`, `account-manager` and `accountmanager` are the same title.
/// - In the stemmed keys number and definiteness are gone: `sjuksköterskan`, `sjuksköterskor`, `sjuksköterskorna` are
///   one, and so are `brandman`, `brandmän` and `brandkvinna`.
struct OccupationTitle: Hashable {
  /// The words, written out.
  let words: [String]

  init(_ title: String) {
    var words: [String] = []
    for word in Self.words(of: title) where !Self.passedOver.contains(word) {
      words.append(Self.abbreviations[word] ?? word)
    }
    self.words = words
  }

  var isEmpty: Bool { words.isEmpty }

  /// The title as one word.
  var key: String { words.joined() }

  /// One word for all forms of the title, each of its words stemmed; then the same of the whole, for titles that are
  /// written apart (`under sköterskor`).
  var stems: [String] {
    let byWord = words.map(Self.stem).joined()
    let asWhole = Self.stem(key)
    return byWord == asWhole ? [byWord] : [byWord, asWhole]
  }

  // MARK: Words

  private static func words(of title: String) -> [String] {
    let text = WrittenText(title).text
    var words: [String] = []
    func isJoint(_ character: Character) -> Bool { ":-/&+'".contains(character) }
    for piece in text.split(whereSeparator: { !($0.isLetter || $0.isNumber || isJoint($0)) }) {
      // `1:e kock`, `2:a tandsköterska`
      if let colon = piece.firstIndex(of: ":"), piece[..<colon].allSatisfy(\.isNumber) { continue }
      let word = String(piece.filter { $0.isLetter || $0.isNumber }.map(withoutAccent))
      if !word.isEmpty { words.append(word) }
    }
    return words
  }

  private static func withoutAccent(_ character: Character) -> Character {
    switch character {
    case "à", "á", "â", "ã": "a"
    case "è", "é", "ê", "ë": "e"
    case "ì", "í", "î", "ï": "i"
    case "ò", "ó", "ô", "õ": "o"
    case "ù", "ú", "û", "ü": "u"
    case "ç": "c"
    case "ñ": "n"
    case "ø": "ö"
    case "æ": "ä"
    default: character
    }
  }

  /// Words that stand beside a title and say nothing of the occupation.
  private static let passedOver: Set<String> = [
    "leg", "legitimerad", "legitimerade", "certifierad", "certifierade", "dipl", "diplomerad", "utbildad", "utbildade",
    "våra", "vår", "mfl", "m", "fl", "etc", "osv", "mm",
  ]

  private static let abbreviations: [String: String] = [
    "usk": "undersköterska", "uska": "undersköterska", "uskor": "undersköterskor", "ssk": "sjuksköterska",
    "sskor": "sjuksköterskor", "sjuksk": "sjuksköterska", "undersk": "undersköterska", "barnsk": "barnskötare",
    "vbtr": "vårdbiträde", "adm": "administratör", "ass": "assistent", "civing": "civilingenjör", "ing": "ingenjör",
    "tekn": "tekniker", "mek": "mekaniker", "sekr": "sekreterare", "ekass": "ekonomiassistent",
    "persass": "personligassistent",
  ]

  // MARK: Stems

  private static let persons: [(String, String)] = [
    ("kvinnorna", "man"), ("kvinnan", "man"), ("kvinnor", "man"), ("kvinna", "man"), ("männen", "man"),
    ("mannen", "man"), ("män", "man"), ("man", "man"),
  ]

  /// The longest first. What they leave is no word, only the same for all forms of one.
  private static let endings = [
    "orerna", "arna", "orna", "erna", "aren", "orer", "are", "ern", "orn", "ena", "ar", "or", "er", "en", "an", "et",
    "a", "e", "n",
  ]

  static func stem(_ word: String) -> String {
    for (ending, base) in persons where word.hasSuffix(ending) && word.count > ending.count + 1 {
      return word.dropLast(ending.count) + base
    }
    for ending in endings where word.hasSuffix(ending) && word.count >= ending.count + 3 {
      return String(word.dropLast(ending.count))
    }
    return word
  }
}
