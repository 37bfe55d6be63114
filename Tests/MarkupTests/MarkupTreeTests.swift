import Markup
import Testing

@Suite("Markup tree")
struct MarkupTreeTests {
  func parse(_ html: String) throws -> MarkupTree { try MarkupParser.parseHTML(Array(html.utf8), path: "page.html") }

  @Test("a node knows its place") func places() throws {
    let tree = try parse(
      """
      <html><body>
      <form><table><tr><td>1</td></tr></table>
      <table><tr><td>a</td></tr><tr><td>b</td></tr>
      <tr id="x"
          class="y"><td>c</td></tr></table></form><form></form>
      </body></html>
      """)
    let row = try #require(tree.elements.first { $0.attribute(.id) == "x" })
    #expect(row.path == "/html/body/form[1]/table[2]/tr[3]")
    #expect(row.line == 5)
    #expect(row.attributes.map(\.name) == ["id", "class"])
    #expect(row.parent?.name == "table")
    #expect(row.children.map(\.text) == ["c"])
    #expect(tree.root.descendants.map(\.name).filter { $0 == "td" }.count == 4)
    #expect(row.attribute("data-nothing") == nil)
  }

  @Test(
    "text is what a person reads",
    arguments: [
      ("<p>a <b>b</b> c</p>", "a b c"),
      ("<p>a<br>b</p>", "a\nb"),
      ("<table><tr><td>a</td><td>b</td></tr></table>", "a\nb\n"),
      ("<p>a<script>var x = '<p>b</p>'</script><style>p{}</style>c</p>", "ac"),
      ("<div>a<template>b</template><!-- c --></div>", "a\n"),
      ("<p>S&ouml;dert&#228;lje &amp; T&auml;by &ndash; 100&nbsp;%</p>", "Södertälje & Täby – 100\u{A0}%"),
    ])
  func text(html: String, text: String) throws {
    let body = try #require(try parse(html).root.first(.body))
    #expect(body.text.trimmingLastNewline == text.trimmingLastNewline)
  }

  @Test("own text leaves out what is below") func ownText() throws {
    #expect(try parse("<p>a<b>b</b>c</p>").root.first(.p)?.ownText == "ac")
  }

  @Test("what comes after the end of the page belongs to it, with its line") func afterTheEnd() throws {
    let tree = try parse("<html><body><p>a</p></body></html>\n<!-- x -->\n<p>b</p>\n</html>\n<p>c</p>")
    let paragraphs = tree.elements.filter { $0.is(.p) }
    #expect(paragraphs.map(\.text) == ["a", "b", "c"])
    #expect(paragraphs.map(\.line) == [1, 3, 5])
    #expect(tree.elements.filter { $0.is(.html) }.count == 1)
  }

  @Test("an end tag that nothing opened does not end the page") func strayEndTag() throws {
    #expect(try parse("</p>a</div><div>b</div>").root.text.collapsed == "a b")
  }

  @Test("a run of text has the line where it begins") func textLine() throws {
    let tree = try parse("<body>\n<p>x</p>\n\n  Hej\n  hopp\n</body>")
    #expect(tree.plainText().map(\.line) == [2, 4])
  }

  @Test("HTML 5 names are no issue, other faults are, without the page's words") func issues() throws {
    let tree = try parse("<main><section><p id=a id=b>x</p></section></main></hemligt>")
    #expect(tree.issues.map(\.code).contains(801) == false)
    #expect(tree.issues.contains { $0.kind == .attribute && $0.line == 1 })
    #expect(tree.root.first(.p)?.attribute(.id) == "a")
    #expect(!"\(tree.issues)".contains("hemligt"))
  }

  @Test("issues are counted, and a hundred are kept") func manyIssues() throws {
    let tree = try parse(String(repeating: "<p a=1 a=2>", count: 500))
    #expect(tree.issueCount >= 500)
    #expect(tree.issues.count == 100)
  }

  @Test("NUL bytes are spaces, and an issue") func nulBytes() throws {
    let tree = try parse("<p>a\0b</p>")
    #expect(tree.root.first(.p)?.text == "a b")
    #expect(tree.issues.contains { $0.kind == .character })
  }

  @Test("XML keeps local names and its text as written") func xml() throws {
    let xml =
      "<?xml version='1.0'?><!DOCTYPE s><h:s xmlns:h='u'><q id='1' t='a &amp; b &lt;'> x <![CDATA[<y>]]></q></h:s>"
    let tree = try MarkupParser.parseXML(Array(xml.utf8), path: "svar.xml")
    #expect(tree.root.name == "s")
    let question = try #require(tree.root.children.first)
    #expect(question.text == " x <y>")
    #expect(question.attribute("t") == "a & b <")
    #expect(question.attribute("id") == "1")
  }
}

extension String {
  var trimmingLastNewline: String { hasSuffix("\n") ? String(dropLast()) : self }
}
