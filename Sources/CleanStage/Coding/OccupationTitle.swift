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

  private init(words: [String]) { self.words = words }

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

  /// The title of the other sex: `barnsköterska` for `barnskötare`, `hotellvärdinna` for `hotellvärd`; nil where no
  /// pair is known. A bare `sköterska` has none: a nurse is no `skötare`.
  var twin: OccupationTitle? {
    guard let last = words.last else { return nil }
    for (a, b) in Self.pairs {
      for (from, to) in [(a, b), (b, a)] where last.hasSuffix(from) && last.count > from.count + 1 {
        return OccupationTitle(words: words.dropLast() + [String(last.dropLast(from.count)) + to])
      }
    }
    return nil
  }

  /// What else a title may be looked up as: without what stands in brackets, the field after a comma put first as in a
  /// compound (`Projektledare, IT` as `IT projektledare`), and the titles on each side of a slash.
  static func alternatives(of title: String) -> (whole: [OccupationTitle], parts: [OccupationTitle]) {
    let bare = withoutBrackets(title)
    let inFull = OccupationTitle(title)
    let whole = [inFull, bare == title ? inFull : OccupationTitle(bare), fieldFirst(bare)].compactMap(\.self)
    guard bare.utf8.contains(UInt8(ascii: "/")) else { return (whole, []) }
    let parts = bare.split(separator: "/").map(String.init)
    let isPair = parts.count > 1 && parts.allSatisfy { $0.filter(\.isLetter).count > 2 }
    return (whole, isPair ? parts.flatMap { [OccupationTitle($0), fieldFirst($0)].compactMap(\.self) } : [])
  }

  private static func fieldFirst(_ title: String) -> OccupationTitle? {
    guard let comma = title.utf8.firstIndex(of: UInt8(ascii: ",")) else { return nil }
    let (head, field) = (OccupationTitle(String(title[..<comma])), OccupationTitle(String(title[comma...])))
    return head.isEmpty || field.isEmpty ? nil : OccupationTitle(words: field.words + head.words)
  }

  private static func withoutBrackets(_ title: String) -> String {
    guard title.utf8.contains(UInt8(ascii: "(")) else { return title }
    var depth = 0
    return title.filter { character in
      if character == "(" { depth += 1 }
      defer { if character == ")" { depth = max(0, depth - 1) } }
      return depth == 0
    }
  }

  // MARK: Words

  private static func words(of title: String) -> [String] {
    let text = WrittenText(title).text
    return LatinWords.of(text) ?? wordsByCharacter(text)
  }

  /// The words of a text in any letters; see `LatinWords`.
  static func wordsByCharacter(_ text: String) -> [String] {
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

  static func withoutAccent(_ character: Character) -> Character {
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
    "persass": "personligassistent", "spec": "specialist", "specssk": "specialistsjuksköterska",
    "dsk": "distriktssköterska", "bma": "biomedicinskanalytiker",
    "pl": "projektledare", "kam": "keyaccountmanager", "bitr": "biträdande",
    "syv": "studieochyrkesvägledare", "vaktm": "vaktmästare", "förskollär": "förskollärare", "grovarb": "grovarbetare",
    "elektr": "elektriker", "prod": "produktion", "lokalv": "lokalvårdare", "chauff": "chaufför",
  ]

  /// Endings of pairs that mean the same work; the longer form first.
  private static let pairs: [(String, String)] = [
    ("sköterska", "skötare"), ("sköterskor", "skötare"), ("värdinna", "värd"), ("värdinnor", "värdar"),
    ("städerska", "städare"), ("sömmerska", "sömmare"), ("fru", "man"), ("fruar", "män"), ("lärarinna", "lärare"),
    ("direktris", "direktör"), ("massös", "massör"), ("frisörska", "frisör"), ("frisös", "frisör"),
    ("dansös", "dansör"), ("servitris", "servitör"), ("kokerska", "kock"), ("biträdeska", "biträde"),
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
    let bytes = Array(word.utf8)
    // One byte a letter of ASCII, two of å, ä, ö; of what is beyond them the letters are compared as such.
    let isPlain = bytes.allSatisfy { $0 < 0xC4 }
    let count = isPlain ? bytes.count { $0 & 0xC0 != 0x80 } : word.count
    func ends(_ ending: String, _ letters: [UInt8]) -> Bool {
      guard isPlain else { return word.hasSuffix(ending) }
      let start = bytes.count - letters.count
      return start >= 0 && letters.indices.allSatisfy { bytes[start + $0] == letters[$0] }
    }
    for (place, letters) in personLetters.enumerated() {
      let (ending, base) = persons[place]
      if ends(ending, letters), count > ending.unicodeScalars.count + 1 { return word.dropLast(ending.count) + base }
    }
    for (place, letters) in endingLetters.enumerated() {
      if ends(endings[place], letters), count >= letters.count + 3 { return String(word.dropLast(letters.count)) }
    }
    return word
  }

  private static let personLetters = persons.map { Array($0.0.utf8) }
  private static let endingLetters = endings.map { Array($0.utf8) }
}
