import SurveyModel
import Testing

@Suite("A pattern of file names")
struct FilePatternTests {
  @Test(
    "a star stands for any text; capitals are not told apart in the ending alone",
    arguments: [
      ("*.html", "a.html", true), ("*.html", "A.HTML", true), ("*.HTML", "a.html", true), ("*.html", ".html", false),
      ("*.html", "a.htm", false), ("svar-*.csv", "svar-1.CSV", true), ("svar-*.csv", "SVAR-1.csv", false),
      ("*-svar.csv", "1-svar.Csv", true), ("*-svar.csv", "1-SVAR.csv", false), ("a*a", "a", false), ("a*a", "aa", true),
      ("*å.html", "Å.html", false), ("*", "x", true),
    ])
  func matches(pattern: String, name: String, isMeant: Bool) throws {
    #expect(try #require(FilePattern(pattern)?.parts.last).matches(name.utf8) == isMeant)
  }

  @Test("with several stars in a part it is none", arguments: ["*.*", "a/**", ""])
  func none(pattern: String) {
    #expect(FilePattern(pattern) == nil)
  }
}
