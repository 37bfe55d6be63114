import SurveyModel
import Testing

@Suite("Which files a source means")
struct FilePatternTests {
  @Test("every part may have a star, which stands for no slash and no hidden name")
  func stars() throws {
    let pattern = try #require(FilePattern("odk/*/sub*ion.xml"))
    #expect(pattern.hasStar)
    #expect(pattern.folder == "odk")
    #expect(pattern.openParts.map(\.text) == ["*", "sub*ion.xml"])
    let last = try #require(pattern.openParts.last)
    #expect(["submission.xml", "subion.xml"].allSatisfy { last.matches($0.utf8) })
    #expect(["submission.xm", "subion", "Submission.xml", "ion.xml"].allSatisfy { !last.matches($0.utf8) })
    #expect(pattern.openParts.first?.matches(".git".utf8) == false)
    let table = try #require(FilePattern("./t.csv"))
    #expect(!table.hasStar)
    #expect(table.folder.isEmpty)
  }

  @Test(
    "what leads out of the folder, or has two stars in a part, is none",
    arguments: ["../a", "/a", "a/../../b", "a*b*", ""])
  func refused(path: String) {
    #expect(FilePattern(path) == nil)
  }
}
