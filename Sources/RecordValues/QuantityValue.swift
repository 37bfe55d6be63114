/// How a quantity stands in a record:
///
///     40                 a point
///     [10,15]            a range; [5,null] has no upper end
///     [35,40,50]         low, best, high
///     "doNotKnow"        the reason there is none; the key is left out when the question was not asked
extension Quantity: JSONValue {
  package init() { self = .missing(.notAsked) }

  package var isAbsent: Bool { self == .missing(.notAsked) }

  package mutating func read(from reader: inout JSONReader) throws(JSONError) {
    switch try reader.peekKind() {
    case .number:
      self = .point(try reader.readDouble())
    case .string:
      var reason = MissingReason.notAsked
      try reason.read(from: &reader)
      self = .missing(reason)
    default:
      let start = reader.position
      var ends: [Double?] = []
      try ends.read(from: &reader)
      guard let range = Quantity(ends: ends) else {
        throw JSONError(.refused(expected: "a range as [low,high] or [low,best,high]"), at: start)
      }
      self = range
    }
  }

  private init?(ends: [Double?]) {
    guard ends.count == 2 || ends.count == 3, let low = ends[0] else { return nil }
    let best = ends.count == 3 ? ends[1] : nil
    let high = ends[ends.count - 1]
    let ordered = [low, best, high].compactMap(\.self)
    guard zip(ordered, ordered.dropFirst()).allSatisfy({ $0 <= $1 }) else { return nil }
    self = .range(low: low, best: best, high: high)
  }

  package func write(to writer: inout JSONWriter) {
    switch self {
    case .missing(let reason): reason.write(to: &writer)
    case .point(let value): writer.write(value)
    case .range(let low, let best, let high): (best == nil ? [low, high] : [low, best, high]).write(to: &writer)
    }
  }

  package static var shape: JSONShape { .other("number, range or reason") }
}

/// One quantity per horizon, as an array in time order: `[6,14,"doNotKnow"]`. Left out when none was asked.
package struct HorizonQuantities: JSONValue, Hashable {
  package var twoYears = Quantity.notAsked
  package var fiveYears = Quantity.notAsked
  package var tenYears = Quantity.notAsked

  package init() {}
  package init(_ twoYears: Quantity, _ fiveYears: Quantity, _ tenYears: Quantity) {
    self.twoYears = twoYears
    self.fiveYears = fiveYears
    self.tenYears = tenYears
  }

  package subscript(horizon: Horizon) -> Quantity {
    get {
      switch horizon {
      case .twoYears: twoYears
      case .fiveYears: fiveYears
      case .tenYears: tenYears
      }
    }
    set {
      switch horizon {
      case .twoYears: twoYears = newValue
      case .fiveYears: fiveYears = newValue
      case .tenYears: tenYears = newValue
      }
    }
  }

  package var isAbsent: Bool { twoYears.isAbsent && fiveYears.isAbsent && tenYears.isAbsent }

  package mutating func read(from reader: inout JSONReader) throws(JSONError) {
    let start = reader.position
    var count = 0
    try reader.beginArray()
    while try reader.nextElement() {
      switch count {
      case 0: try twoYears.read(from: &reader)
      case 1: try fiveYears.read(from: &reader)
      case 2: try tenYears.read(from: &reader)
      default: throw JSONError(.refused(expected: "three values, for 2, 5 and 10 years"), at: start)
      }
      count += 1
    }
    guard count == 3 else { throw JSONError(.refused(expected: "three values, for 2, 5 and 10 years"), at: start) }
  }

  package func write(to writer: inout JSONWriter) {
    writer.beginArray()
    for quantity in [twoYears, fiveYears, tenYears] { quantity.write(to: &writer) }
    writer.endArray()
  }

  package static var shape: JSONShape { .other("three numbers, ranges or reasons") }
}

/// Chosen codes of a list, `["interpreter","mentor"]`, or the reason there are none, `"blank"`.
package enum ChoicesValue: JSONValue, Hashable {
  case missing(MissingReason)
  case chosen([String])

  package init() { self = .missing(.notAsked) }
  package var isAbsent: Bool { self == .missing(.notAsked) }

  package mutating func read(from reader: inout JSONReader) throws(JSONError) {
    if try reader.peekKind() == .string {
      var reason = MissingReason.notAsked
      try reason.read(from: &reader)
      self = .missing(reason)
    } else {
      var codes: [String] = []
      try codes.read(from: &reader)
      self = .chosen(codes)
    }
  }

  package func write(to writer: inout JSONWriter) {
    switch self {
    case .missing(let reason): reason.write(to: &writer)
    case .chosen(let codes): codes.write(to: &writer)
    }
  }

  package static var shape: JSONShape { .other("codes or reason") }
}

/// `true`, `false`, or the reason there is no answer.
package enum YesNoValue: JSONValue, Hashable {
  case missing(MissingReason)
  case yes
  case no

  package init() { self = .missing(.notAsked) }
  package var isAbsent: Bool { self == .missing(.notAsked) }

  package mutating func read(from reader: inout JSONReader) throws(JSONError) {
    if try reader.peekKind() == .string {
      var reason = MissingReason.notAsked
      try reason.read(from: &reader)
      self = .missing(reason)
    } else {
      self = try reader.readBool() ? .yes : .no
    }
  }

  package func write(to writer: inout JSONWriter) {
    switch self {
    case .missing(let reason): reason.write(to: &writer)
    case .yes: writer.write(true)
    case .no: writer.write(false)
    }
  }

  package static var shape: JSONShape { .other("true, false or reason") }
}
