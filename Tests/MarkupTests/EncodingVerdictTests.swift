import Markup
import Testing

/// Bytes of a page with the same Swedish words in different encodings.
private let words = "åäö ÅÄÖ é – €"
private func windows1252(_ text: String) -> [UInt8] {
  text.unicodeScalars.map { scalar in
    switch scalar {
    case "–": 0x96
    case "€": 0x80
    default: UInt8(scalar.value)
    }
  }
}

@Suite("Encoding verdict")
struct EncodingVerdictTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let claim: String
    let bytes: [UInt8]
    let rule: EncodingVerdict.Rule
    var encoding = TextEncoding.utf8
    var isContradicted = false
    var options = MarkupOptions()
    var testDescription: String { claim }
  }

  static let body = "<html><body><p>\(words)</p></body></html>"
  static func page(meta: String) -> String { "<html><head>\(meta)</head><body><p>\(words)</p></body></html>" }

  static let cases: [Case] = [
    Case(claim: "UTF-8 with nothing declared", bytes: Array(body.utf8), rule: .validUTF8),
    Case(
      claim: "windows-1252 with nothing declared", bytes: windows1252(body), rule: .fallback, encoding: .windows1252),
    Case(claim: "UTF-8 that says so", bytes: Array(page(meta: "<meta charset=utf-8>").utf8), rule: .validUTF8),
    Case(
      claim: "UTF-8 with a title before the meta",
      bytes: Array(page(meta: "<title>Enkät</title><meta charset=utf-8>").utf8), rule: .validUTF8),
    Case(
      claim: "windows-1252 that says so", bytes: windows1252(page(meta: "<meta charset='windows-1252'>")),
      rule: .declaredCharset, encoding: .windows1252),
    Case(
      claim: "ISO-8859-1 is read as windows-1252",
      bytes: windows1252(
        page(meta: "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=ISO-8859-1\">")),
      rule: .declaredCharset, encoding: .windows1252),
    Case(
      claim: "windows-1252 that says UTF-8", bytes: windows1252(page(meta: "<meta charset=utf-8>")), rule: .fallback,
      encoding: .windows1252, isContradicted: true),
    Case(
      claim: "UTF-8 that says ISO-8859-1", bytes: Array(page(meta: "<meta charset=iso-8859-1>").utf8),
      rule: .validUTF8, isContradicted: true),
    Case(claim: "a byte order mark", bytes: [0xEF, 0xBB, 0xBF] + body.utf8, rule: .byteOrderMark),
    Case(
      claim: "a byte order mark against the meta",
      bytes: [0xEF, 0xBB, 0xBF] + page(meta: "<meta charset=iso-8859-1>").utf8, rule: .byteOrderMark,
      isContradicted: true),
    Case(
      claim: "UTF-16, little end first",
      bytes: [0xFF, 0xFE] + body.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] },
      rule: .byteOrderMark, encoding: .utf16LittleEndian),
    Case(
      claim: "UTF-16, big end first", bytes: [0xFE, 0xFF] + body.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] },
      rule: .byteOrderMark, encoding: .utf16BigEndian),
    Case(
      claim: "the study's setting against a wrong meta", bytes: windows1252(page(meta: "<meta charset=utf-8>")),
      rule: .setting, encoding: .windows1252, isContradicted: true, options: MarkupOptions(encoding: .windows1252)),
    Case(
      claim: "a charset that nobody knows", bytes: windows1252(page(meta: "<meta charset=klingon>")), rule: .fallback,
      encoding: .windows1252),
    Case(
      claim: "a header beside the page", bytes: windows1252(body), rule: .declaredCharset, encoding: .windows1252,
      options: MarkupOptions(headerCharset: "ISO-8859-1")),
    Case(
      claim: "a meta inside a comment declares nothing",
      bytes: windows1252(page(meta: "<!-- <meta charset=utf-8> -->")), rule: .fallback, encoding: .windows1252),
  ]

  @Test("å ä ö are read right, and the rule that chose is on record", arguments: cases)
  func readsRight(_ example: Case) throws {
    let tree = try MarkupParser.parseHTML(example.bytes, path: "page.html", options: example.options)
    #expect(tree.root.first(.p)?.text == words)
    #expect(tree.verdict.rule == example.rule)
    #expect(tree.verdict.encoding == example.encoding)
    #expect(tree.verdict.isContradicted == example.isContradicted)
    #expect(tree.verdict.replaced == 0)
  }

  // MARK: Mojibake

  /// UTF-8 taken for windows-1252, as a program does that guesses wrong and saves what it sees.
  static func encodedTwice(_ text: String) -> String {
    let table: [UInt8: Unicode.Scalar] = [
      0x80: "€", 0x82: "‚", 0x83: "ƒ", 0x84: "„", 0x85: "…", 0x86: "†", 0x87: "‡", 0x88: "ˆ", 0x89: "‰", 0x8A: "Š",
      0x8B: "‹", 0x8C: "Œ", 0x8E: "Ž", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—",
      0x98: "˜", 0x99: "™", 0x9A: "š", 0x9B: "›", 0x9C: "œ", 0x9E: "ž", 0x9F: "Ÿ",
    ]
    return String(String.UnicodeScalarView(text.utf8.map { table[$0] ?? Unicode.Scalar($0) }))
  }

  @Test(
    "å ä ö that were encoded twice are counted, and left as they are",
    arguments: ["å", "ä", "ö", "Å", "Ä", "Ö", "é", "–", "’"])
  func twice(letter: String) throws {
    let spoilt = Self.encodedTwice(letter)
    #expect(spoilt != letter)
    let page = try MarkupParser.parseHTML(Array("<p title='\(spoilt)'>x\(spoilt)y å</p>".utf8), path: "page.html")
    #expect(page.root.first(.p)?.text == "x\(spoilt)y å")
    #expect(page.verdict.doublyEncoded == 2)
    #expect(page.verdict.rule == .validUTF8)
    #expect(DecodedText(Array("a;\(spoilt)\n".utf8)).verdict.doublyEncoded == 1)
    let xml = try MarkupParser.parseXML(Array("<a>\(spoilt)</a>".utf8), path: "a.xml")
    #expect(xml.verdict.doublyEncoded == 1)
  }

  @Test("what is right is not taken for it", arguments: [words, "SÃO PAULO", "ÃÃ", "â", "€ â €", "Åå Ää Öö", "Â£ 5"])
  func right(text: String) throws {
    let page = try MarkupParser.parseHTML(Array("<p>\(text)</p>".utf8), path: "page.html")
    #expect(page.verdict.doublyEncoded == 0 && page.verdict.lost == 0)
  }

  @Test("letters that were lost before are told from those that are lost here") func lost() throws {
    let page = try MarkupParser.parseHTML(Array("<p>m\u{FFFD}nga \u{FFFD}r</p>".utf8), path: "page.html")
    #expect(page.verdict.lost == 2 && page.verdict.replaced == 0)
    let spoilt = Array("<meta charset=utf-8><p>åäöåäö ".utf8) + [0xFF] + Array("\u{FFFD}".utf8)
    let other = try MarkupParser.parseHTML(spoilt, path: "page.html")
    #expect(other.verdict.lost == 1 && other.verdict.replaced == 1)
  }

  @Test(
    "a table is text in what its bytes are", arguments: [(true, EncodingVerdict.Rule.fallback), (false, .validUTF8)])
  func table(isLatin1: Bool, rule: EncodingVerdict.Rule) {
    let text = "enhet;ovrigt\n1;åäö ÅÄÖ\n"
    let decoded = DecodedText(isLatin1 ? windows1252(text) : Array(text.utf8))
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
    #expect(decoded.verdict.rule == rule)
  }

  @Test("a table's byte order mark and the study's setting go before what the bytes look like") func tableOrder() {
    let text = "enhet;ovrigt\n1;åäö\n"
    #expect(DecodedText([0xEF, 0xBB, 0xBF] + text.utf8, encoding: .windows1252).verdict.rule == .byteOrderMark)
    let little: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    #expect(String(decoding: DecodedText(little).bytes, as: UTF8.self) == text)
    // The setting is obeyed, and what comes of it is noted.
    let forced = DecodedText(Array(text.utf8), encoding: .windows1252)
    #expect(String(decoding: forced.bytes, as: UTF8.self).contains("Ã¥Ã¤Ã¶"))
    #expect(forced.verdict.rule == .setting && forced.verdict.doublyEncoded == 3)
  }

  @Test("a declared charset that nobody knows is on record") func unknown() throws {
    let tree = try MarkupParser.parseHTML(Array("<meta charset=klingon><p>å".utf8), path: "page.html")
    #expect(tree.verdict.declaresUnknown)
  }

  @Test("ISO-8859-15 has the euro sign where Latin-1 has none") func latin9() throws {
    let bytes = Array("<meta charset=iso-8859-15><p>".utf8) + [0xA4, 0xE5]
    #expect(try MarkupParser.parseHTML(bytes, path: "page.html").root.first(.p)?.text == "€å")
  }

  @Test("one spoilt byte does not make mojibake of a page that says UTF-8") func spoiltByte() throws {
    let bytes = Array("<meta charset=utf-8><p>åäöåäö ".utf8) + [0xFF] + Array(" åäö".utf8)
    let tree = try MarkupParser.parseHTML(bytes, path: "page.html")
    #expect(tree.root.first(.p)?.text == "åäöåäö \u{FFFD} åäö")
    #expect(tree.verdict.encoding == .utf8)
    #expect(tree.verdict.replaced == 1)
  }

  @Test("a page cut off inside an å is still UTF-8") func cutInsideCharacter() throws {
    let bytes = Array("<p>Hur många är pensionerade p".utf8) + [0xC3]
    let tree = try MarkupParser.parseHTML(bytes, path: "page.html")
    #expect(tree.root.first(.p)?.text == "Hur många är pensionerade p\u{FFFD}")
    #expect(tree.verdict.encoding == .utf8)
    #expect(tree.verdict.endsInsideCharacter)
    #expect(tree.isTruncated)
  }

  /// Every sequence of up to four bytes that begins with each of a set of interesting bytes, against Swift's own check.
  @Test(
    "strict UTF-8 is what Swift says it is",
    arguments: [0x7F, 0x80, 0xBF, 0xC1, 0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5])
  func strictUTF8(first: UInt8) throws {
    let bytes: [UInt8] = [0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC2, 0xE2, 0xF4]
    for second in bytes {
      for third in bytes {
        for fourth in bytes {
          let text = Array("<p>x".utf8) + [first, second, third, fourth] + Array("y</p>".utf8)
          let tree = try MarkupParser.parseHTML(text, path: "page.html")
          #expect((tree.verdict.rule == .validUTF8) == (String(validating: text, as: UTF8.self) != nil))
        }
      }
    }
  }

  @Test(
    "XML is what it declares",
    arguments: [
      ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>", true, EncodingVerdict.Rule.xmlDeclaration),
      ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", false, .xmlDeclaration),
      ("<?xml version=\"1.0\"?>", false, .validUTF8),
      ("", false, .validUTF8),
    ])
  func xml(declaration: String, isLatin1: Bool, rule: EncodingVerdict.Rule) throws {
    let text = declaration + "<svar namn=\"å\">åäö</svar>"
    let tree = try MarkupParser.parseXML(isLatin1 ? windows1252(text) : Array(text.utf8), path: "svar.xml")
    #expect(tree.root.text == "åäö")
    #expect(tree.root.attribute("namn") == "å")
    #expect(tree.verdict.rule == rule)
  }

  @Test("XML whose bytes are not what it declares is refused") func undecodable() {
    let bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?><svar>".utf8) + [0xE5] + Array("</svar>".utf8)
    #expect(throws: MarkupError.undecodable(.utf8, at: .init(path: "svar.xml"))) {
      try MarkupParser.parseXML(bytes, path: "svar.xml")
    }
  }
}
