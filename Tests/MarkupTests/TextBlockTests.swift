import Markup
import Testing

@Suite("A page as blocks")
struct TextBlockTests {
  func blocks(_ html: String) throws -> [TextBlock] {
    try MarkupParser.parseHTML(Array(html.utf8), path: "page.html").plainText()
  }

  @Test("headings, paragraphs, items, terms and rows come in reading order, each with its line") func order() throws {
    let found = try blocks(
      """
      <body><h1>Projekt</h1>
      lös text
      <div><p>Ett
         stycke.</p>Mer</div>
      <ul><li>Botkyrka<li><p>Täby</p></ul>
      <dl><dt>Fas</dt><dd>Två</dd></dl>
      <table><tr><th>Yrke</th><td>3&nbsp;st</td><td></td></tr></table>
      """)
    #expect(
      found.map(\.kind) == [
        .heading(level: 1), .paragraph, .paragraph, .paragraph, .listItem, .listItem, .term, .definition, .row,
      ])
    #expect(
      found.map(\.text) == [
        "Projekt", "lös text", "Ett stycke.", "Mer", "Botkyrka", "Täby", "Fas", "Två", "Yrke\n3 st",
      ])
    #expect(found.map(\.line) == [1, 2, 3, 4, 5, 5, 6, 6, 7])
    #expect(found.last?.cells == ["Yrke", "3 st", ""])
  }

  @Test("what the page glues together can be taken apart where its markup does") func runs() throws {
    let lines = try blocks("<p><b>Region</b>Stockholm<br><i>Projektfas</i>Förprojektering</p>")[0].lines
    #expect(lines.map(\.text) == ["RegionStockholm", "ProjektfasFörprojektering"])
    #expect(lines.map(\.runs) == [["Region", "Stockholm"], ["Projektfas", "Förprojektering"]])
  }

  @Test("a table that only lays out the page is read through") func layout() throws {
    let found = try blocks("<table><tr><td><h2>A</h2><p>b</p></td><td><ul><li>c</li></ul></td></tr></table>")
    #expect(found.map(\.kind) == [.heading(level: 2), .paragraph, .listItem])
  }

  @Test("filled-in fields, scripts and templates are no text of the page") func leftOut() throws {
    let found = try blocks(
      "<p>a <select><option>b</select><textarea>c</textarea></p><script>d</script><template><p>e</p></template>")
    #expect(found.map(\.text) == ["a"])
  }

  @Test(
    "no text of a page is lost",
    arguments: [
      "a<p>b<div>c<span>d</span></div>e</p><td>f<ul>g<li>h</ul>i<h3>j<p>k</h3>l",
      "<table>a<tr>b<td>c</td>d</tr>e<caption>f</caption></table>g",
      "<table><tr><td>a<b>b</b></td><p>c</p></tr></table>",
      "<ul>a<li>b<ul><li>c</ul>d</ul>e<dl>f<dt>g<dd>h</dl>i",
      "<form>a<button>b</button><label>c<input></label></form>d",
    ])
  func conservation(page: String) throws {
    let tree = try MarkupParser.parseHTML(Array(page.utf8), path: "page.html")
    let written = tree.root.text.filter(\.isLetter)
    #expect(tree.plainText().map(\.text).joined().filter(\.isLetter) == written)
    #expect(written == String("abcdefghijkl".prefix(written.count)) && written.count > 2)
  }
}
