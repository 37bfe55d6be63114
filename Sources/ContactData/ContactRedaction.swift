/// Takes contact data out of what respondents and pages write, before anything is stored (ING-06).
///
/// E-mail addresses, telephone numbers and Swedish personal identity numbers are replaced by a mark that says what
/// stood there. Numbers that answer a question (counts, money, years, dates, hours) stay.
package struct ContactRedaction: Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case email, telephone, personalIdentityNumber

    package var mark: String {
      switch self {
      case .email: "[e-post borttagen]"
      case .telephone: "[telefonnummer borttaget]"
      case .personalIdentityNumber: "[personnummer borttaget]"
      }
    }
  }

  /// Keys of the frame: a municipality's number and a running one look like a telephone number and are none.
  private let keys: Set<String>
  /// What the keys look like, such as `0000-0000`.
  private let keyShapes: Set<String>

  package init(keys: Set<String> = []) {
    self.keys = keys
    keyShapes = Set(keys.map(Self.shape))
  }

  /// A key of the frame.
  package func isKey(_ text: String) -> Bool { keys.contains(text) }

  /// As `redact`, where a key is due: one that the frame does not have stays if it looks like those that it has.
  package func redactKey(_ text: String, counting counts: inout ContactCounts) -> String {
    keyShapes.contains(Self.shape(text)) ? text : redact(text, counting: &counts)
  }

  private static func shape(_ key: String) -> String { String(key.map { $0.isNumber ? "0" : $0.isLetter ? "A" : $0 }) }

  /// The text without contact data; each removal is counted.
  package func redact(_ text: String, counting counts: inout ContactCounts) -> String {
    guard mayHoldContactData(text), !keys.contains(text) else { return text }
    let scalars = ScannedText(text)
    var findings = emailAddresses(in: scalars)
    findings += numbers(in: scalars).filter { number in
      !findings.contains { $0.range.overlaps(number.range) } && !keys.contains(scalars.text(number.range))
    }
    guard !findings.isEmpty else { return text }

    var result = ""
    var copied = 0
    for finding in findings.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += scalars.text(copied..<finding.range.lowerBound)
      result += finding.kind.mark
      copied = finding.range.upperBound
      counts.add(finding.kind)
    }
    return result + scalars.text(copied..<scalars.count)
  }

  /// Almost every answer is a short number or a word: those are let through without a closer look.
  private func mayHoldContactData(_ text: String) -> Bool {
    var digits = 0
    var length = 0
    for byte in text.utf8 {
      length += 1
      switch byte {
      case 0x30...0x39: digits += 1
      case UInt8(ascii: "@"), UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "%"),
        UInt8(ascii: "&"), UInt8(ascii: "<"):
        return true
      // Digits and at signs of other scripts; Swedish letters and typographic dashes lie outside.
      case 0xD0...0xE1, 0xE3...0xFF: return true
      default: break
      }
    }
    if digits >= 6 { return !text.isTimestamp }
    return length >= 10 && (text.holds("snabel") || text.holds(" at "))
  }
}

/// How much contact data was taken out, by kind.
package struct ContactCounts: Hashable, Sendable {
  private var counts: [ContactRedaction.Kind: Int] = [:]

  package init() {}

  package subscript(kind: ContactRedaction.Kind) -> Int { counts[kind, default: 0] }

  package mutating func add(_ kind: ContactRedaction.Kind) { counts[kind, default: 0] += 1 }

  package static func += (sum: inout ContactCounts, other: ContactCounts) {
    sum.counts.merge(other.counts) { $0 + $1 }
  }
}

/// A piece of contact data and where it stands in the scanned text.
struct ContactFinding {
  var kind: ContactRedaction.Kind
  var range: Range<Int>
}

/// A text as an array of Unicode scalars, which the finders walk back and forth in. What nobody sees, such as a soft
/// hyphen or a space of no width, is not among them: it would part what a reader takes for one number.
struct ScannedText {
  private let scalars: [Unicode.Scalar]

  init(_ text: String) {
    scalars = text.unicodeScalars.filter { $0.isASCII || !$0.properties.isDefaultIgnorableCodePoint }
  }

  var count: Int { scalars.count }

  /// Outside the text: a line feed, which is part of nothing.
  subscript(place: Int) -> Unicode.Scalar { scalars.indices.contains(place) ? scalars[place] : "\n" }

  func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  /// The value of a decimal digit of any script.
  func digit(_ place: Int) -> Int? {
    let scalar = self[place]
    if scalar.isASCII { return (0x30...0x39).contains(scalar.value) ? Int(scalar.value) - 0x30 : nil }
    guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue else { return nil }
    return Int(value)
  }

  func isLetter(_ place: Int) -> Bool { self[place].properties.isAlphabetic }

  func isBlank(_ place: Int) -> Bool {
    let scalar = self[place]
    return scalar == " " || scalar == "\t" || !scalar.isASCII && scalar.properties.generalCategory == .spaceSeparator
  }

  func isDash(_ place: Int) -> Bool {
    self[place] == "-" || self[place] == "\u{2212}" || self[place].properties.generalCategory == .dashPunctuation
  }

  /// The letters that end at a place, in lower case; at most 24 of them.
  func word(before place: Int) -> String {
    var start = place
    while isLetter(start - 1), place - start < 24 { start -= 1 }
    return text(start..<place).lowercased()
  }

  /// Whether the words stand there, in any case.
  func has(_ word: String, at place: Int) -> Bool {
    place >= 0 && place + word.unicodeScalars.count <= count
      && text(place..<place + word.unicodeScalars.count).lowercased() == word
  }
}

extension String {
  /// A date that a program wrote, with or without the time of day: `2026-02-03T10:11:12.000+01:00`. Every digit of it has
  /// its place, so that it holds nothing else.
  fileprivate var isTimestamp: Bool {
    // A telephone number may have the shape of a date, but not that of a year.
    guard utf8.first == UInt8(ascii: "1") || utf8.first == UInt8(ascii: "2") else { return false }
    let day = "0000-00-00".utf8
    let shapes = [day, "0000-00-00T00:00:00.000+00:00".utf8, "0000-00-00T00:00:00.000Z".utf8]
    return shapes.contains { shape in
      shape.count == utf8.count
        && zip(shape, utf8).allSatisfy { wanted, byte in
          switch wanted {
          case UInt8(ascii: "0"): (0x30...0x39).contains(byte)
          case UInt8(ascii: "+"): byte == 0x2B || byte == 0x2D
          default: byte == wanted
          }
        }
    }
  }

  /// Whether a word in lower case is in it, in any case.
  fileprivate func holds(_ word: StaticString) -> Bool {
    let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    var text = self
    return text.withUTF8 { bytes in
      guard bytes.count >= word.count else { return false }
      return (0...bytes.count - word.count).contains { start in
        bytes[start] | 0x20 == word[0] && zip(word, bytes[start...]).allSatisfy { $0 == $1 | 0x20 }
      }
    }
  }
}
