import ReleasedRecords
import Testing

@testable import RenderStage

@Suite("Nonresponse in the report")
struct NonresponseSectionTests {
  private func values(
    _ language: Language = .english, frame: Int = 10, approached: Int = 10, answered: Int = 10, ineligible: Int = 0,
    sampled: Bool = false, told: [ReleasedNonresponse] = []
  ) -> [String: String] {
    var fixture = RenderFixture()
    var stratum = ReleasedFieldwork()
    (stratum.stratum, stratum.frameUnits, stratum.approached) = ("s", frame, approached)
    (stratum.answered, stratum.ineligible) = (answered, ineligible)
    fixture.fieldwork = [stratum]
    if sampled {
      (stratum.stratum, stratum.approached) = ("t", frame - 1)
      fixture.fieldwork.append(stratum)
    }
    fixture.nonresponse = told
    return NonresponseSection(report: fixture.report(language)).values
  }

  @Test("a census with nonresponse says that its standard error is of the response")
  func census() {
    let said = values(answered: 7)["census"] ?? ""
    #expect(said.contains("no sampling error") && said.contains("are of nonresponse"))
    #expect(values(.swedish, answered: 7)["census"]?.contains("Medelfelen och intervallen gäller bortfallet") == true)
  }

  @Test("a census without nonresponse says that its sampling error is 0")
  func complete() {
    #expect(values()["census"]?.contains("the sampling error is 0") == true)
    #expect(values(answered: 8, ineligible: 2)["census"]?.contains("the sampling error is 0") == true)
    #expect(values(.swedish)["census"]?.contains("urvalsfelet är 0") == true)
  }

  @Test("a sample says nothing of it, and a sample with a part that is all asked says it of that part")
  func sample() {
    #expect(values(approached: 9, answered: 7)["census"] == "")
    #expect(values(answered: 7, sampled: true)["census"]?.hasPrefix("Where all were asked") == true)
  }

  @Test("bands are printed beside the figure, and a symbol where they may not be told")
  func bands() {
    var staff = ReleasedNonresponse()
    (staff.cell, staff.indicator, staff.factor) = ("staff-by-sector/staff/", .staff, 1.25)
    (staff.worstLow, staff.worstHigh) = (9_800, 20_200)
    (staff.plausibleLow, staff.plausibleHigh) = (12_000, 13_000)
    var growth = ReleasedNonresponse()
    (growth.cell, growth.indicator, growth.horizon, growth.factor) = ("x", .growth, 5, 1.25)
    let text = values(told: [staff, growth])["bounds"] ?? ""
    #expect(text.contains("12,000–13,000") && text.contains("9,800–20,200") && text.contains("factor of 1.25"))
    #expect(text.contains("× | × |"))
    (staff.factor, staff.plausibleLow, staff.plausibleHigh) = (nil, nil, nil)
    #expect(values(told: [staff])["bounds"]?.contains("Plausible band") == false)
    #expect(values()["bounds"]?.contains("cannot be given") == true)
  }
}
