import ConfidentialRecords
import ReleasedRecords
import TestSupport
import Testing

/// How a quantity stands in a file, and what is refused.
@Suite("Quantities in records")
struct QuantityValueTests {
  private static func decode<T: JSONValue>(_ type: T.Type, _ bytes: [UInt8]) throws -> T {
    try bytes.withUnsafeBytes { try JSONReader.decode(type, from: $0) }
  }

  @Test(
    "a quantity is written as people would and read back the same",
    arguments: [
      (Quantity.point(40), "40"), (.point(2.5), "2.5"), (.range(low: 10, best: nil, high: 15), "[10,15]"),
      (.range(low: 5, best: nil, high: nil), "[5,null]"), (.range(low: 35, best: 40, high: 50), "[35,40,50]"),
      (.missing(.doNotKnow), "\"doNotKnow\""),
    ])
  func roundTrip(quantity: Quantity, text: String) throws {
    var writer = JSONWriter()
    quantity.write(to: &writer)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == text)
    #expect(try Self.decode(Quantity.self, Array(text.utf8)) == quantity)
  }

  @Test(
    "what is no quantity is refused",
    arguments: ["[15,10]", "[1]", "[null,5]", "[1,2,3,4]", "[1,5,3]", "\"perhaps\"", "true", "{}", "null", "[]"])
  func refused(text: String) {
    #expect(throws: JSONError.self) { try Self.decode(Quantity.self, Array(text.utf8)) }
  }

  @Test("what was not asked is left out of the line, and stays not asked when it is read") func notAsked() throws {
    var row = OccupationRow()
    row.ssyk = "2221"
    row.headcount = .point(3)
    row.retirements = HorizonQuantities(.point(0), .missing(.doNotKnow), .range(low: 1, best: nil, high: 2))
    var writer = JSONWriter()
    row.write(to: &writer)
    let line = String(decoding: writer.bytes, as: UTF8.self)
    #expect(line == #"{"ssyk":"2221","coding":"","headcount":3,"retirements":[0,"doNotKnow",[1,2]]}"#)
    #expect(try Self.decode(OccupationRow.self, writer.bytes) == row)
  }

  /// A thousand made-up employers: not a value is lost on the way through a file.
  @Test("employers come back as they were written", arguments: 0..<20) func employers(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      var employer = EmployerRecord()
      employer.enterprise = "E\(random.next() % 1000)"
      employer.sector = Sector.allCases[Int(random.next() % 5)]
      employer.staff = quantity(&random)
      employer.staffByAge = (0..<5).map { _ in quantity(&random) }
      employer.staffNeeded = HorizonQuantities(quantity(&random), quantity(&random), quantity(&random))
      employer.triedToRecruit = [.yes, .no, .missing(.blank), YesNoValue()][Int(random.next() % 4)]
      employer.hiringSupports = random.next() % 2 == 0 ? .chosen(["mentor", "åäö \"\\"]) : .missing(.refused)
      employer.otherAnswers = ["Q99": .chosen(["a"])]
      let bytes = NDJSONWriter<EmployerRecord>.encode([employer])
      let read = try Self.decode(EmployerRecord.self, Array(bytes.dropLast()))
      #expect(NDJSONWriter<EmployerRecord>.encode([read]) == bytes)
    }
  }

  private func quantity(_ random: inout SeededGenerator) -> Quantity {
    let low = Double(random.next() % 500)
    switch random.next() % 5 {
    case 0: return .point(low)
    case 1: return .range(low: low, best: nil, high: low + 3)
    case 2: return .range(low: low, best: low + 1, high: low + 9)
    case 3: return .range(low: low, best: nil, high: nil)
    default: return .missing(MissingReason.allCases[Int(random.next() % UInt64(MissingReason.allCases.count))])
    }
  }

  @Test("a released cell can hold no number of contributors, no standard error and no key") func released() {
    let keys = ReleasedCell.fieldList.map(\.key)
    for secret in ["contributors", "standardError", "largest", "second", "enterprise", "establishment", "weight"] {
      #expect(!keys.contains(secret))
    }
  }
}
