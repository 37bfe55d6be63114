import SurveyModel
import Testing

@Suite("Domains and indicators")
struct DomainTests {
  @Test("the key of a domain names what is away from its margin, in one order") func key() {
    #expect(Domain().key == "")
    #expect(
      Domain(municipality: "0181", occupation: "2", horizon: 5, item: "mentor").key
        == "municipality=0181;occupation=2;horizon=5;item=mentor")
  }

  @Test("indicators with items that add up have items", arguments: Indicator.allCases) func items(of one: Indicator) {
    if one.itemsAddUp { #expect(one.hasItems) }
    if one.isPerOccupation { #expect(one.needsLongForm) }
    #expect(one.formula.hasPrefix("F"))
  }

  @Test("an occupation's group is its first digits; staff without a code stays apart") func groups() {
    #expect(Occupation.group(of: "0110", digits: 1) == "0")
    #expect(Occupation.group(of: "2221", digits: 3) == "222")
    #expect(Occupation.group(of: Occupation.allOther, digits: 1) == "all-other")
    #expect(Occupation.group(of: Occupation.uncoded, digits: 2) == "uncoded")
  }

  @Test("size classes hold both of their ends") func sizes() {
    let classes = [
      SizeClass(code: "1-9", smallest: 1, largest: 9), SizeClass(code: "200+", smallest: 200, largest: nil),
    ]
    #expect(classes[0].contains(1) && classes[0].contains(9) && !classes[0].contains(10))
    #expect(classes[1].contains(200) && classes[1].contains(5_000_000) && !classes[1].contains(199))
  }

  @Test("the middle of a closed range is reckoned with, an open one is not") func best() {
    #expect(Quantity.range(low: 10, best: nil, high: 15).best == 12.5)
    #expect(Quantity.range(low: 10, best: 11, high: 15).best == 11)
    #expect(Quantity.range(low: 5, best: nil, high: nil).best == nil)
    #expect(Quantity.missing(.blank).best == nil)
  }
}
