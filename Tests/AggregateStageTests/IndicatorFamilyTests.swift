import ConfidentialRecords
import Testing

@testable import AggregateStage

@Suite("Families of indicators")
struct IndicatorFamilyTests {
  @Test("every indicator that is made of employers' answers is of one family") func complete() {
    let named = IndicatorFamilies.all.flatMap { Array($0.indicators) }
    #expect(Set(named).count == named.count)
    #expect(Set(named) == Set(Indicator.allCases.filter { !$0.isFromSupply }))
  }
}
