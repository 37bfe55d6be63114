import Foundation
import Markup
import Testing

@Suite("Truncated pages")
struct TruncationTests {
  @Test(
    "a page that is whole, if untidy, is not called truncated",
    arguments: [
      "<html><body><p>a</body></html>",
      "<html><body><form><table><tr><td>a</body></html>",
      "<html><body><p>a</body>",
      "<!DOCTYPE html><title>x</title><p>a</p></html>",
      "<p>a</p>",
      "<ul><li>a<li>b</ul>",
      "<p>a<p>b",
      "<table><tr><td>a<tr><td>b</table>",
      "<p>a < b</p>",
      "text",
    ])
  func whole(page: String) throws {
    #expect(try !MarkupParser.parseHTML(Array(page.utf8), path: "page.html").isTruncated)
  }

  @Test(
    "a page that was cut off is",
    arguments: [
      "<html><body><p>a</p>",
      "<!DOCTYPE html><p>a",
      "<p>a</p><p cla",
      "<p>a</p><input value='x",
      "<p>a</p><!-- x",
      "<p>a</p><script>if (a",
      "<form><p>a</p>",
      "<div><p>a</p>",
      "<table><tr><td>a",
      "<p>a</p><textarea>b",
      "<html><body><p>a</p><script>document.write('</body></html>')</script>",
      "<html><body><p>a</p><!-- </body></html> --><p>b",
    ])
  func cutOff(page: String) throws {
    #expect(try MarkupParser.parseHTML(Array(page.utf8), path: "page.html").isTruncated)
  }

  @Test("a page cut anywhere before its end is read as far as it goes, and flagged") func everyByte() throws {
    let page = Array(employerPage.utf8)
    let closing = try #require(employerPage.components(separatedBy: "</body>").first)
    let end = closing.utf8.count + "</body>".utf8.count
    var last = 0
    for length in 1...page.count {
      guard let tree = try? MarkupParser.parseHTML(Array(page[..<length]), path: "page.html") else { continue }
      #expect(tree.isTruncated == (length < end), "cut after \(length) bytes")
      last = max(last, FormReading(tree).controls.count)
    }
    #expect(last == FormReading(try MarkupParser.parseHTML(page, path: "page.html")).controls.count)
  }

  @Test("a field whose tag was cut off is no field: its value may lack its end") func cutInsideTag() throws {
    let tree = try MarkupParser.parseHTML(
      Array("<form><input name=a value=1><input name=\"b\" value=\"12".utf8), path: "page.html")
    #expect(FormReading(tree).controls.map(\.name) == ["a"])
    #expect(tree.isTruncated)
  }

  /// The parser keeps its last bytes back on some pages; one that closes itself is whole all the same. Two of the
  /// sample study's saved forms were once called cut off.
  @Test("a saved form that ends in </html> is whole") func savedForms() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("SampleData/demo-k/employers")
    var whole = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
      guard String(decoding: bytes.suffix(20), as: UTF8.self).contains("</html>") else { continue }
      whole += 1
      #expect(!(try MarkupParser.parseHTML(bytes, path: name).isTruncated), "\(name)")
    }
    #expect(whole > 100)
  }
}
