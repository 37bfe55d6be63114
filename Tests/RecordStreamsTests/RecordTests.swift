import RecordStreams
import TestSupport
import Testing

@Suite("Record")
struct RecordTests {
  @Test("is written with its keys in schema order and absent values left out")
  func written() {
    let vacancy = Vacancy(
      establishment: "0181-0042", wage: 31_500, needs: [Vacancy.Need(occupation: "5321", count: 2, share: 0.25)],
      totals: ["b": 1.5, "a": 2])
    #expect(
      encode(vacancy)
        == #"{"establishment":"0181-0042","wage":31500,"isTakeAll":false,"level":"basic","#
        + #""needs":[{"occupation":"5321","count":2,"share":0.25}],"totals":{"a":2,"b":1.5}}"#)
  }

  @Test("comes back as it was written")
  func roundTrip() throws {
    for seed in 0..<500 {
      let vacancy = Vacancy(seed: UInt64(seed))
      #expect(try decode(Vacancy.self, encode(vacancy)) == vacancy, "seed \(seed)")
    }
  }

  @Test(
    "is read whatever the order of its keys, its white space and keys unknown to us",
    arguments: [
      #"{"occupation":"5321","count":2,"share":0.5}"#,
      #"{"share":0.5,"count":2,"occupation":"5321"}"#,
      #" { "occupation" : "5321" , "count" : 2 , "share" : 0.5 } "#,
      #"{"note":{"deep":[1,{"a":null}]},"occupation":"5321","count":2,"share":0.5}"#,
      #"{"occupation":"5321","count":2,"share":0.5,"note":"last"}"#,
      #"{"occup\u0061tion":"5321","count":2,"share":0.5}"#,
      "{\"count\":2,\n\t\"share\":5e-1,\r\"occupation\":\"5321\"}",
    ])
  func foreignOrder(text: String) throws {
    #expect(try decode(Vacancy.Need.self, text) == Vacancy.Need(occupation: "5321", count: 2, share: 0.5))
  }

  @Test("a missing key is nil if it may be missing, and an error with its name if not")
  func missing() throws {
    #expect(try decode(Vacancy.Need.self, #"{"occupation":"5321","count":2}"#).share == nil)
    #expect(try decode(Vacancy.Need.self, #"{"count":2,"occupation":"5321"}"#).share == nil)
    #expect(try decode(Vacancy.Need.self, #"{"occupation":"5321","count":2,"share":null}"#).share == nil)
    #expect(fault(Vacancy.Need.self, #"{"occupation":"5321"}"#) == JSONError(.missingKey("count"), at: 0))
    #expect(fault(Vacancy.Need.self, "{}")?.kind == .missingKey("occupation"))
  }

  @Test("a key that comes twice is an error, known or not, in any order")
  func duplicates() {
    for text in [
      #"{"occupation":"a","count":2,"count":2}"#, #"{"count":2,"count":2,"occupation":"a"}"#,
      #"{"occupation":"a","count":2,"x":1,"x":1}"#, #"{"occupation":"a","count":2,"c\u006funt":2}"#,
      #"{"occupation":"a","count":2,"x":{"y":1,"y":1}}"#,
    ] {
      #expect(fault(Vacancy.Need.self, text)?.kind == .duplicateKey, "\(text)")
    }
    #expect(fault([String: Int].self, #"{"a":1,"a":1}"#)?.kind == .duplicateKey)
  }

  @Test("an error says the way to the value and its byte")
  func path() {
    let text =
      #"{"establishment":"x","wage":1,"isTakeAll":true,"level":"basic","needs":[{"occupation":"å","count":"2"}]}"#
    let error = fault(Vacancy.self, text)
    #expect(error?.path == ["needs", "[0]", "count"])
    #expect(error?.kind == .wrongKind(expected: .number, got: .string))
    #expect(error?.offset == text.utf8.count - 6)
    #expect(error?.problem(in: "a.ndjson").summary == "a value of the wrong kind, in needs[0].count")
  }

  @Test("no problem ever shows what stood in the file")
  func discreet() {
    let secrets = [
      #"{"occupation":"hemlig","count":"hemlig"}"#, #"{"hemlig text":1,"hemlig text":1}"#,
      #"{"establishment":"x","wage":1,"isTakeAll":true,"level":"hemlig","needs":[],"totals":{}}"#,
      #"{"establishment":"x","wage":1,"isTakeAll":true,"level":"basic","needs":[],"totals":{"en hemlig":"x"}}"#,
    ]
    for secret in secrets {
      for error in [fault(Vacancy.self, secret), fault(Vacancy.Need.self, secret)].compactMap({ $0 }) {
        #expect(!"\(error.problem(in: "f"))".contains("hemlig"))
      }
    }
  }

  @Test("lists its fields for documentation and headings")
  func fieldList() {
    let list = Vacancy.fieldList
    #expect(
      list.map(\.key)
        == ["establishment", "headcount", "wage", "isTakeAll", "level", "needs", "lead", "totals", "comment"])
    #expect(list.filter(\.isOptional).map(\.key) == ["headcount", "lead", "comment"])
    #expect(list[4].shape == .oneOf(["basic", "upperSecondary", "tertiary"]))
    #expect(list[5].shape == .array(.object(Vacancy.Need.fieldList)))
  }
}
