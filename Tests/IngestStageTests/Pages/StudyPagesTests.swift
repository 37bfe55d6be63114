import ConfidentialRecords
import Diagnostics
import Foundation
import Testing

@testable import IngestStage

/// The pages of the two studies as their authors wrote them. They lie beside the package and not in it; the tests run
/// where they are, and `ProjectPageTests` has a page of the same structure.
@Suite("The studies' own pages", .enabled(if: FileManager.default.fileExists(atPath: StudyDescriptions.studyTexts)))
struct StudyPagesTests {
  private static func page(_ study: String) throws -> TextPage {
    let text = try String(contentsOfFile: "\(StudyDescriptions.studyTexts)/\(study).txt", encoding: .utf8)
    return TextPage(
      text: text, description: try StudyDescriptions.file("\(study)/pages/project-bank.yaml"))
  }

  @Test(
    "every letter of every line comes out once, and nothing is left over",
    arguments: ["demo-k", "matchning-sodertorn"],
    TextPage.Layout.allCases)
  func everySentence(study: String, layout: TextPage.Layout) throws {
    let page = try Self.page(study)
    let reading = try page.read(as: layout)
    #expect(page.wrongLines(in: reading) == [])
    #expect(reading.page.leftOver.map(\.value) == [])
  }

  @Test("the facts of Matchning Södertörn")
  func matchning() throws {
    for layout in TextPage.Layout.allCases {
      let reading = try Self.page("matchning-sodertorn").read(as: layout)
      func all(_ key: String) -> [String] { reading.page.fields.filter { $0.key == key }.map(\.value) }
      #expect(reading.page.title == "Matchning Södertörn")
      #expect(all("programmeArea") + all("programmeAreaName") == ["2", "Ökat arbetskraftsutbud"])
      #expect(all("phase") + all("owner") == ["Förprojektering", "Utbildning och arbetsmarknad"])
      // By hand: 233 373 / 478 233 = 0.487 99; 25 days of July from the 7th on, 31 + 30 + 31 + 30 + 31 after it, 6.
      #expect(all("support") + all("budget") + all("supportSharePercent") == ["233373 kr", "478233 kr", "48.8"])
      #expect(all("periodFrom") + all("periodTo") == ["2008-07-07", "2009-01-06"])
      #expect(all("periodDays") + all("periodJulyDays") == ["184", "25"])
      #expect(all("region") + all("regionName") == ["01", "Stockholm"])
      #expect(
        all("subgoal").map { $0.prefix { $0 != "/" } }
          == ["Delmål 1", "Delmål 2", "Delmål 2", "Delmål 3", "Delmål 4", "Delmål 5"])
      #expect(reading.problems.count == 1)
      #expect(all("subgoalText").last == "Förprojekteringen ska leda fram till en genomförandeansökan.")
      #expect(all("accessibility").count == 6)
      #expect(all("coFinanciers") == ["Utbildning och arbetsmarknad"])
      #expect(all("partners").count == 7)
      #expect(
        all("municipalitiesListed") == ["0127", "0136", "0126", "0140", "0192", "0128", "0181", "0138"])
      #expect(reading.page.contactPresent)
      #expect(reading.page.boilerplateLines == 5)
    }
  }

  @Test("the facts of Demo K")
  func demoK() throws {
    for layout in TextPage.Layout.allCases {
      let reading = try Self.page("demo-k").read(as: layout)
      func all(_ key: String) -> [String] { reading.page.fields.filter { $0.key == key }.map(\.value) }
      #expect(all("supportSharePercent") + all("periodDays") + all("periodJulyDays") == ["33.0", "118", "31"])
      #expect(all("ownerMunicipality") == ["0181"])
      #expect(all("municipalitiesListed").count == 26)
      #expect(all("summary").count == 7)
      #expect(all("goals").count == 6)
      #expect(all("equality") == ["Ej aktuellt i förprojekteringen."])
    }
  }
}
