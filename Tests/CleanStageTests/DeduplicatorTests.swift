import ConfidentialRecords
import Testing

@testable import CleanStage

@Suite("Duplicates")
struct DeduplicatorTests {
  static func response(
    _ key: String, _ establishment: String = "A1", staff: Quantity = .point(5), answered: String = "2026-02-01",
    women: Quantity = .notAsked
  ) -> CleanedResponse {
    var response = CleanedResponse()
    response.employer.enterprise = "E1"
    response.employer.establishment = establishment
    response.employer.response = key
    response.employer.staff = staff
    response.employer.women = women
    response.employer.answered = answered
    return response
  }

  static func run(_ responses: [CleanedResponse]) throws -> (kept: [String], others: [[String]]) {
    var deduplicator = Deduplicator()
    var finished: [Deduplicator.Finished] = []
    for response in responses {
      var line = JSONWriter()
      ResponseAside.write(response, ratios: [], to: &line)
      if let done = try deduplicator.take(ResponseAside(line.bytes.dropLast())) { finished.append(done) }
    }
    if let last = deduplicator.finish() { finished.append(last) }
    return (finished.map(\.kept.decisive.response), finished.map { $0.others.map(\.decisive.response) })
  }

  @Test(
    "the one that says the staff is kept, then the later, then the fuller, then the first key",
    arguments: [
      (response("a"), response("b", staff: .missing(.blank), answered: "2026-03-01"), "a"),
      (response("a"), response("b", answered: "2026-02-02"), "b"),
      (response("a", answered: "2026-02-02"), response("b", answered: ""), "a"),
      (response("a"), response("b", women: .point(1)), "b"), (response("a"), response("b"), "a"),
      (response("a", staff: .missing(.blank)), response("b", staff: .missing(.refused), answered: "2026-02-02"), "b"),
    ])
  func keeps(first: CleanedResponse, second: CleanedResponse, kept: String) throws {
    for pair in [[first, second], [second, first]] {
      let (keys, others) = try Self.run(pair)
      #expect(keys == [kept])
      #expect(others == [["a", "b"].filter { $0 != kept }])
    }
  }

  @Test("of many, one is kept in the end; other establishments are left alone")
  func many() throws {
    let (kept, others) = try Self.run([
      Self.response("a"), Self.response("b", answered: "2026-02-05"), Self.response("c", answered: "2026-02-09"),
      Self.response("d", answered: "2026-02-07"), Self.response("e", "A2"), Self.response("f", "A3"),
    ])
    #expect(kept == ["c", "e", "f"])
    #expect(others == [["a", "b", "d"], [], []])
  }
}
