import ConfidentialRecords
import Diagnostics
import SurveyModel
import TestSupport
import Testing

@testable import CleanStage

@Suite("What to ask again")
struct AskAgainTests {
  @Test("a broken rule is told with its question, row, numbers and what is set aside until then")
  func hard() throws {
    let asked = try SmallStudy.clean(
      ["Q2": "24", "Q6/3": "Städare", "Q7/3": "4", "Q8/3": "14", "Q9/3": ""]
    ).cleaned.askAgain
    #expect(asked.map(\.rule) == ["retirements", "rows"])
    #expect(
      asked[0].sv
        == "Fråga Q8, rad 3: retirements. Svaren är 14 på Q8 (Q8) och 4 på Q7 (Q7). Tills det är utrett räknas inte svaret på Q8 rad 3."
    )
    #expect(
      asked[0].en
        == "Question Q8, row 3: retirements. The answers are 14 to Q8 (Q8) and 4 to Q7 (Q7). Until it is settled the answer to Q8 row 3 does not count."
    )
    #expect([asked[0].isHard, asked[1].isHard] == [true, false])
    #expect(asked.map(\.row) == [3, nil])
    #expect(asked[0].line == 13)
  }

  @Test("what else could be wrong is told")
  func alternative() throws {
    let asked = try SmallStudy.clean(["Q2": "20", "Q3a": "12", "Q3b": "9"]).cleaned.askAgain
    #expect(asked.map(\.sv).first?.hasSuffix("räknas inte svaret på Q3a; felet kan också ligga i Q3b.") == true)
    #expect(asked.map(\.en).first?.hasSuffix("to Q3a does not count; the mistake may also be in Q3b.") == true)
  }

  @Test("the list has keys and numbers, and nothing that anybody wrote")
  func noText() throws {
    let folder = try TemporaryFolder()
    let file = try AskAgainFile(path: folder.path("ask-again.csv"))
    let cleaned = try SmallStudy.clean([
      "Q2": "24", "Q3a": "12 hemligheten", "Q3b": "0", "Q6/1": "hemligheten AB 070-174 06 05", "Q7/1": "4",
      "Q8/1": "14", "Q32": "hemligheten@example.se",
    ]).cleaned
    try file.append(
      cleaned.askAgain, of: AskedEmployer(establishment: "A1", response: "A1", path: cleaned.employer.path))
    try file.close()
    let text = String(decoding: try folder.read("ask-again.csv"), as: UTF8.self)
    #expect(
      text.hasPrefix("establishment,response,file,line,question,row,severity,rule,sv,en\r\nA1,A1,employers/A1.html,"))
    #expect(text.contains("14 på Q8"))
    for secret in ["hemligheten", "070", "example.se"] { #expect(!text.contains(secret)) }
  }
}
