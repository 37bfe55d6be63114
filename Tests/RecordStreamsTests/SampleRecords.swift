import RecordStreams
import TestSupport

/// A record with every kind of field, for the tests.
struct Vacancy: Record, Equatable {
  enum Level: String, JSONEnumeration { case basic, upperSecondary, tertiary }

  struct Need: JSONObject, Equatable {
    var occupation = ""
    var count = 0
    var share: Double?

    mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
      try v.field("occupation", &occupation)
      try v.field("count", &count)
      try v.field("share", &share)
    }
  }

  var establishment = ""
  var headcount: Int?
  var wage = 0.0
  var isTakeAll = false
  var level: Level = .basic
  var needs: [Need] = []
  var lead: Need?
  var totals: [String: Double] = [:]
  var comment: String?

  static let schema = RecordSchema(name: "vacancy", version: 1)

  mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("establishment", &establishment)
    try v.field("headcount", &headcount)
    try v.field("wage", &wage)
    try v.field("isTakeAll", &isTakeAll)
    try v.field("level", &level)
    try v.field("needs", &needs)
    try v.field("lead", &lead)
    try v.field("totals", &totals)
    try v.field("comment", &comment)
  }
}

extension Vacancy {
  /// A record made by chance from a seed: any text, any finite number.
  init(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    establishment = chance.text()
    headcount = Bool.random(using: &chance) ? Int(truncatingIfNeeded: chance.next()) : nil
    wage = chance.finiteDouble()
    isTakeAll = Bool.random(using: &chance)
    level = Level.allCases.randomElement(using: &chance) ?? .basic
    needs = (0..<Int.random(in: 0...4, using: &chance)).map { _ in Need(using: &chance) }
    lead = Bool.random(using: &chance) ? Need(using: &chance) : nil
    for _ in 0..<Int.random(in: 0...4, using: &chance) { totals[chance.text()] = chance.finiteDouble() }
    comment = Bool.random(using: &chance) ? chance.text() : nil
  }
}

extension Vacancy.Need {
  init(using chance: inout SeededGenerator) {
    occupation = chance.text()
    count = Int.random(in: -1000...1000, using: &chance)
    share = Bool.random(using: &chance) ? Double.random(in: 0...1, using: &chance) : nil
  }
}

extension SeededGenerator {
  /// Up to 30 characters, among them all that JSON and CSV treat apart.
  mutating func text() -> String {
    let special: [Unicode.Scalar] = [
      "\"", "\\", "/", "\n", "\r", "\t", "\u{0}", "\u{1F}", "\u{7F}", "å", "Ö", "€", "😀", "\u{2028}", "e", "\u{301}",
      ",",
      ";", "=", "\u{FFFF}", "\u{10FFFF}",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...30, using: &self) {
      if Int.random(in: 0..<3, using: &self) == 0 {
        text.append(special.randomElement(using: &self) ?? "x")
      } else {
        text.append(Unicode.Scalar(UInt8.random(in: 0x20..<0x7F, using: &self)))
      }
    }
    return String(text)
  }

  /// Any finite number: half of them any bit pattern, half such as stand in a survey.
  mutating func finiteDouble() -> Double {
    if Bool.random(using: &self) { return Double(Int.random(in: -100_000...100_000, using: &self)) / 100 }
    let number = Double(bitPattern: next())
    return number.isFinite ? number : 0
  }
}

/// A record of two fields.
struct Answer: Record, Equatable {
  var key = ""
  var number = 0

  static let schema = RecordSchema(name: "answer", version: 1)

  mutating func fields<V: Visitor>(_ v: inout V) throws(JSONError) {
    try v.field("key", &key)
    try v.field("number", &number)
  }
}
