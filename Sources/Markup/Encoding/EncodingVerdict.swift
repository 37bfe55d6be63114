/// How the bytes of a page were read as text, and the evidence for it.
package struct EncodingVerdict: Hashable, Sendable {
  /// The rules, in the order in which they are asked; the first that has an answer decides.
  package enum Rule: String, Hashable, Sendable, CaseIterable {
    case byteOrderMark, setting, xmlDeclaration, validUTF8, declaredCharset, fallback
  }

  package var encoding: TextEncoding
  package var rule: Rule
  /// The charset that the page (or its header) declares, if it is one we know.
  package var declared: TextEncoding?
  /// The page declares a charset whose name we do not know.
  package var declaresUnknown = false
  /// Something other than ASCII is in the page, so that the choice matters.
  package var hasNonASCII: Bool
  /// Byte sequences that are not text in the chosen encoding; each was replaced by U+FFFD.
  package var replaced = 0
  /// The last character is cut in two.
  package var endsInsideCharacter = false
  /// Characters that look as if they had been encoded twice; they are left as they are.
  package internal(set) var doublyEncoded = 0
  /// U+FFFD in the text as it came: letters that had been lost before.
  package internal(set) var lost = 0

  /// The page declares one encoding and is written in another.
  package var isContradicted: Bool {
    guard let declared else { return false }
    return hasNonASCII && declared != encoding
  }
}

extension EncodingVerdict {
  /// Decides on the encoding before anything is parsed. `mark` is the length of the byte order mark; `isReady` says
  /// that what follows it is valid UTF-8 as it stands.
  static func decide(
    _ bytes: UnsafeBufferPointer<UInt8>, syntax: MarkupTree.Syntax, options: MarkupOptions
  ) -> (verdict: EncodingVerdict, mark: Int, isReady: Bool) {
    let declaration = DeclaredCharset(in: bytes, syntax: syntax)
    let label = declaration.xml ?? declaration.meta ?? options.headerCharset
    let utf8 = UTF8Check(bytes)
    func verdict(
      _ encoding: TextEncoding, _ rule: Rule, mark: Int = 0
    ) -> (verdict: EncodingVerdict, mark: Int, isReady: Bool) {
      let verdict = EncodingVerdict(
        encoding: encoding, rule: rule, declared: label.flatMap(TextEncoding.init(label:)),
        declaresUnknown: label.map { TextEncoding(label: $0) == nil } ?? false, hasNonASCII: utf8.hasNonASCII,
        endsInsideCharacter: encoding == .utf8 && utf8.endsInsideCharacter)
      return (verdict, mark, encoding == .utf8 && utf8.isValid && !utf8.endsInsideCharacter)
    }

    if let (encoding, length) = byteOrderMark(bytes) { return verdict(encoding, .byteOrderMark, mark: length) }
    if let encoding = options.encoding { return verdict(encoding, .setting) }
    if syntax == .xml, let encoding = declaration.xml.flatMap(TextEncoding.init(label:)) {
      return verdict(encoding, .xmlDeclaration)
    }
    if utf8.isValid { return verdict(.utf8, .validUTF8) }
    if let declared = label.flatMap(TextEncoding.init(label:)) {
      // A page of Latin-1 that says UTF-8 holds hardly any sequence that is right by chance, and a page of UTF-8
      // with a few spoilt bytes holds many: the majority tells them apart.
      if declared != .utf8 { return verdict(declared, .declaredCharset) }
      if utf8.isMostlyUTF8(bytes) { return verdict(.utf8, .declaredCharset) }
    }
    return verdict(.windows1252, .fallback)
  }

  private static func byteOrderMark(_ bytes: UnsafeBufferPointer<UInt8>) -> (TextEncoding, Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }
}
