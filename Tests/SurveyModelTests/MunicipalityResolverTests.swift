import SurveyModel
import Testing

@Suite("Finding a municipality")
struct MunicipalityResolverTests {
  private let resolver = MunicipalityResolver(
    Classifications(
      municipalities: Dictionary(
        uniqueKeysWithValues: [
          ("0181", "Södertälje"), ("2181", "Sandviken"), ("0117", "Österåker"), ("0114", "Upplands Väsby"),
          ("1490", "Borås"), ("0182", "Nacka"), ("0562", "Finspång"),
        ].map { ($0.0, Municipality(code: $0.0, name: $0.1, county: "")) }),
      postalCodes: ["15132": "0181", "18450": "0117"],
      places: [
        Place(name: "Sandviken", municipality: "0181"), Place(name: "Sandviken", municipality: "2181"),
        Place(name: "Järna", municipality: "0181"), Place(name: "Ås", municipality: "0181"),
        Place(name: "Ås", municipality: "0182"), Place(name: "Södertälje", municipality: "0181"),
      ]))

  @Test(
    "by code, name, postal code and place",
    arguments: [
      ("0181", "0181", MunicipalityResolver.Way.code), ("Södertälje", "0181", .name),
      ("SÖDERTÄLJE  KOMMUN", "0181", .name), ("Österåkers kommun", "0117", .name), ("Österåker", "0117", .name),
      ("Upplands-Väsby", "0114", .name), ("Upplands Väsby kommun", "0114", .name), ("Borås stad", "1490", .name),
      ("15132", "0181", .postalCode), ("151 32", "0181", .postalCode), ("SE-151 32 Södertälje", "0181", .postalCode),
      ("184\u{A0}50 Åkersberga", "0117", .postalCode), ("Järna", "0181", .place), ("Sandvikens kommun", "2181", .name),
      ("Sandviken kommun", "2181", .name), ("2181", "2181", .code), ("99999 Södertälje", "0181", .name),
    ])
  func found(written: String, code: String, way: MunicipalityResolver.Way) {
    #expect(resolver.resolve(written) == .municipality(code, by: way))
    #expect(resolver.code(written) == code)
  }

  @Test("a name that means two municipalities is refused")
  func ambiguous() {
    #expect(resolver.resolve("Sandviken") == .ambiguous(["0181", "2181"]))
    #expect(resolver.resolve("ås") == .ambiguous(["0181", "0182"]))
    #expect(resolver.code("Sandviken") == nil)
  }

  @Test(
    "what is no municipality is unknown", arguments: ["", "Atlantis", "181", "9999", "99999", "kommun", "Järna kommun"])
  func unknown(written: String) {
    #expect(resolver.resolve(written) == .unknown)
  }
}
