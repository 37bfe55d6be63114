import Markup

extension EncodingVerdict {
  /// What a record keeps: the encoding and the rule that decided, such as `windows-1252 by declaredCharset`.
  var words: String { "\(encoding.rawValue) by \(rule.rawValue)" }

  /// What speaks against it; nil if nothing does.
  var evidence: String? {
    var evidence: [String] = []
    if isContradicted, let declared { evidence.append("declares \(declared.rawValue)") }
    if declaresUnknown { evidence.append("declares a charset we do not know") }
    if replaced > 0 { evidence.append("\(replaced) byte sequences are no text in it") }
    if endsInsideCharacter { evidence.append("ends inside a character") }
    if doublyEncoded > 0 { evidence.append("\(doublyEncoded) of its characters look encoded twice") }
    if lost > 0 { evidence.append("\(lost) of its characters were lost before it came here") }
    return evidence.isEmpty ? nil : evidence.joined(separator: "; ")
  }
}
