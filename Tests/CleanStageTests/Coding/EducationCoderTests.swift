import SurveyModel
import Testing

@testable import CleanStage

@Suite("Levels of education")
struct EducationCoderTests {
  private let coder: EducationCoder
  private let classifications: Classifications

  init() throws {
    classifications = try DemoK.study().classifications
    coder = EducationCoder(classifications)
  }

  @Test(
    "a level comes with its source",
    arguments: [
      ("gymnasieexamen", "33", 4, LevelSource.formal), ("Gymnasieexamen från gymnasieskola", "33", 4, .formal),
      ("slutbetyg från grundskolan", "206", 2, .formal), ("YH-examen", "415", 5, .formal),
      ("kvalificerad yrkeshögskoleexamen", "525", 6, .formal), ("Kandidatexamen i sociologi", "536", 6, .formal),
      ("civilingenjörsexamen", "557", 7, .formal), ("doktorsexamen", "640", 8, .formal),
      ("civilingenjör", "557", 7, .selfStated), ("gymnasium", "3", nil, .selfStated),
      ("motsvarande gymnasieexamen", "33", nil, .selfStated), ("validerad gymnasieexamen", "33", 4, .validated),
      ("3 år på högskola", "53", nil, .selfStated), ("tre års universitetsstudier", "53", nil, .selfStated),
      ("ett år på högskola", "41", nil, .selfStated), ("180 hp", "53", nil, .selfStated),
      ("2 år på gymnasiet", "32", nil, .selfStated), ("SeQF 5", nil, 5, .refereed),
      ("branschcertifikat, nivå 4 i SeQF", nil, 4, .refereed), ("EQF level 6", nil, 6, .refereed),
      ("OCN nivå 2, 6 poäng", nil, 3, .validated), ("OCN level 3", nil, 4, .validated),
      ("336", "336", nil, .selfStated),
      ("SUN 33", "33", nil, .selfStated),
    ] as [(String, String?, Int?, LevelSource)])
  func levels(written: String, sun: String?, seqf: Int?, source: LevelSource) {
    guard case .level(let level) = coder.code(written) else {
      Issue.record("\(written): \(coder.code(written))")
      return
    }
    #expect(level.sun == sun)
    #expect(level.seqf == seqf)
    #expect(level.source == source)
  }

  @Test(
    "what says nothing, denies or says too much has no level",
    arguments: ["", "ej examen från högskola", "körkort", "SeQF 9", "OCN nivå 4", "999", "gymnasium utan slutbetyg"])
  func unknown(written: String) {
    #expect(coder.code(written) == .unknown)
  }

  @Test("two levels are not made one")
  func ambiguous() {
    #expect(coder.code("gymnasieexamen eller kandidatexamen") == .ambiguous(["33", "536"]))
  }

  @Test("an OCN unit has ten hours to a credit, and only three levels")
  func openCollege() throws {
    let unit = try #require(OCNUnit(level: 2, credits: 6))
    #expect(unit.hours == 60)
    #expect(unit.comparableSeQF == 3)
    #expect(OCNUnit(level: 0) == nil)
    #expect(OCNUnit(level: 4) == nil)
    #expect(OCNUnit(level: 1, credits: 0) == nil)
  }

  @Test("both vintages of SUN are there, each with its own codes")
  func vintages() {
    #expect(classifications.education.levels.count == 72)
    #expect(classifications.education.levels2000.count == 72)
    #expect(classifications.education.levels2000["336"] != nil)
    #expect(classifications.education.fields.count > classifications.education.fields2000.count)
  }
}

@Suite("Industries")
struct IndustryCoderTests {
  @Test(
    "a division is found by code and by name",
    arguments: [
      ("25", "25"), ("25.110", "25"), ("SNI 25110", "25"), ("01.1", "01"), ("utbildning", "85"),
      ("Byggande av hus", "41"), ("skogsbruk", "02"),
    ])
  func divisions(written: String, division: String) throws {
    let coder = IndustryCoder(try DemoK.study().classifications)
    guard case .division(division, _, _) = coder.code(written) else {
      Issue.record("\(written): \(coder.code(written))")
      return
    }
  }

  @Test("a section is found by its letter and name, and what is not known is said to be so")
  func sections() throws {
    let coder = IndustryCoder(try DemoK.study().classifications)
    #expect(coder.code("C") == .section("C", reason: "code"))
    #expect(coder.code("Tillverkning") == .section("C", reason: "name"))
    #expect(coder.code("Manufacturing") == .section("C", reason: "name"))
    for unknown in ["", "04", "raketer", "251101"] { #expect(coder.code(unknown) == .unknown, "\(unknown)") }
  }
}
