import Testing

@testable import IngestStage

@Suite("Places by their names")
struct PlaceNamesTests {
  private let places = PlaceNames(TestStudy.classifications)

  @Test(
    "municipalities",
    arguments: [
      ("Södertälje", "0181"), ("SÖDERTÄLJE", "0181"), ("So\u{308}derta\u{308}lje", "0181"),
      ("Södertälje kommun", "0181"),
      ("Upplands-Väsby", "0114"), ("Upplands Bro", "0139"), ("Stockholms stad", "0180"), ("Stockholms kommun", "0180"),
      ("Södertalje", nil), ("", nil), (" kommun", nil), ("0181", nil),
    ] as [(String, String?)])
  func municipality(name: String, code: String?) { #expect(places.municipality(name) == code) }

  @Test(
    "the municipality of an owner",
    arguments: [
      ("Södertälje kommun, Arbetsmarknads-/arbetslivskontoret", "0181"),
      ("Arbetslivskontoret, Botkyrka kommun", "0127"),
      ("Stiftelsen Södertälje", nil), ("Okända kommun", nil),
    ] as [(String, String?)])
  func owner(name: String, code: String?) { #expect(places.municipality(ofOwner: name) == code) }

  @Test(
    "counties",
    arguments: [
      ("Stockholm", "01"), ("Stockholms län", "01"), ("Region Skåne", "12"), ("Västra Götalands län", "14"),
      ("Dalarna", "20"), ("Norrland", nil), ("", nil),
    ] as [(String, String?)])
  func county(name: String, code: String?) { #expect(places.county(name) == code) }
}
