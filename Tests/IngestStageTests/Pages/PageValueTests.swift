import ConfidentialRecords
import Testing

@testable import IngestStage

@Suite("Values of labelled facts")
struct PageValueTests {
  @Test(
    "money is whole digits and a unit",
    arguments: [
      ("250 000 kr", "250000 kr"), ("757\u{A0}140\u{A0}kr", "757140 kr"),
      ("1\u{202F}200\u{202F}000 kronor", "1200000 kr"),
      ("50 kr", "50 kr"), ("250.000 kr.", "250000 kr"), ("250000kr", "250000 kr"), ("12 SEK", "12 SEK"),
      ("25 00 kr", nil), ("ca 250 000 kr", nil), ("kr", nil), ("250 000", nil), ("1 2345 kr", nil), ("12,50 kr", nil),
    ] as [(String, String?)])
  func money(written: String, expected: String?) { #expect(PageValue.money(written) == expected) }

  @Test(
    "a period counts both its days, and those of July",
    arguments: [
      ("2008-04-15 till 2008-08-10", 118, 31), ("2008-07-01 – 2008-07-01", 1, 1), ("2008-02-01 till 2008-03-01", 30, 0),
      ("2007-12-31 till 2008-01-01", 2, 0), ("2006-07-15 till 2008-07-15", 732, 63),
    ])
  func period(written: String, days: Int, julyDays: Int) throws {
    let period = try #require(Period(written))
    #expect(period.days == days)
    #expect(period.julyDays == julyDays)
  }

  @Test(
    "what is no period",
    arguments: ["2008-08-10 till 2008-04-15", "2008-04-15", "2008-04-31 till 2008-05-01", "våren 2008"])
  func noPeriod(written: String) { #expect(Period(written) == nil) }

  @Test("a code is its number and the words after it")
  func code() throws {
    let value = PageValue(places: PlaceNames(TestStudy.classifications))
    let field = PageDescription.Field(key: "area", label: "Område", kind: .code, feature: "ING-05")
    func facts(_ written: String) -> [String]? {
      value.facts(written, for: field, line: 1)?.map { "\($0.key)=\($0.value)" }
    }
    #expect(facts("Programområde 2 Ökat arbetskraftsutbud") == ["area=2", "areaName=Ökat arbetskraftsutbud"])
    #expect(facts("Förprojektering") == ["area=Förprojektering"])
  }

  @Test("support within the budget has a share, to one decimal")
  func share() {
    let places = PlaceNames(TestStudy.classifications)
    func share(_ support: String, _ budget: String) -> String? {
      let fields = [PageField(key: "support", value: support), PageField(key: "budget", value: budget)]
      return DerivedFacts.of(fields, places: places).first { $0.key == "supportSharePercent" }?.value
    }
    // By hand: 250 000 / 757 140 = 0.330 19.
    #expect(share("250000 kr", "757140 kr") == "33.0")
    #expect(share("1 kr", "8 kr") == "12.5")
    #expect(share("2 kr", "3 kr") == "66.7")
    #expect(share("3 kr", "2 kr") == nil)
    #expect(share("1 kr", "2 SEK") == nil)
    #expect(share("0 kr", "0 kr") == nil)
  }
}
