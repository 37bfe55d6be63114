import Markup
import Testing

/// libxml2 is given XML in pieces, and pages whole; where a piece or a page of memory ends must not matter.
@Suite("Pieces")
struct PieceTests {
  @Test("XML is the same in pieces of any size", arguments: Array(1...60) + [997]) func xml(size: Int) throws {
    let xml = Array(
      """
      <?xml version='1.0'?><!DOCTYPE s><s a='x > "y"' b="&amp;'>"><!-- > --><q>å &lt; ä</q><![CDATA[<q>]]>
      <q/>\(String(repeating: "<q id='1' sort=\"tal\">svar 1 åäö</q>\n", count: 100))</s>

      """.utf8)
    var options = MarkupOptions()
    let whole = try MarkupParser.parseXML(xml, path: "svar.xml", options: options)
    options.pieceSize = size
    #expect(try describe(MarkupParser.parseXML(xml, path: "svar.xml", options: options)) == describe(whole))
  }

  /// libxml2 2.9 loses a tag or a script that its buffer cuts in two; a page long enough to fill any buffer would show.
  @Test("a long page is read to its end, wherever a value or a script stands", arguments: 0..<16)
  func longPage(shift: Int) throws {
    let field = "<p title='a > \"b\"'><input name=\"f\" value=\"it's > 1\"><script>if (a < b) '</p>'</script>å</p>\n"
    let count = 1000
    let page = "<form>" + String(repeating: " ", count: shift) + String(repeating: field, count: count) + "</form>"
    let tree = try MarkupParser.parseHTML(Array(page.utf8), path: "page.html")
    let controls = FormReading(tree).controls
    #expect(controls.count == count)
    #expect(controls.allSatisfy { $0.values == ["it's > 1"] })
    #expect(controls.last?.line == count)
    #expect(!tree.isTruncated)
  }
}

func describe(_ tree: MarkupTree) -> [String] {
  tree.elements.map { "\($0.path) \($0.line) \($0.attributes) \($0.ownText)" }
}
