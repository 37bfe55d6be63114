import Markup
import Testing

private let projectPage = """
  <html><body>
  <div class="verktyg"><a href="#">Stäng</a></div>
  <h1>Projekt Exempel</h1>
  <table class="fakta projekt">
    <tr><th>Projektägare:</th><td>Exempelby kommun</td></tr>
    <tr><th>Total projektbudget</th><td>757&nbsp;140 kr</td></tr>
  </table>
  <p><b>Region</b>Stockholm<br><b>Projektfas</b> Förprojektering</p>
  <dl><dt>Programområde</dt><dd>Programområde 2</dd><dd>Ökat utbud</dd><dt>Nummer</dt><dd>7</dd></dl>
  <div><h2 id="syfte">Syfte</h2></div>
  <p>Att kartlägga.</p>
  <h3>Delmål</h3>
  <p>Ett delmål.</p>
  <h2>Kommun</h2>
  <ul><li>Botkyrka</li><li>Täby</li></ul>
  <table class="siffror">
    <tr><th></th><th>2 år</th><th>5 år</th></tr>
    <tr><th>Bagare</th><td>1</td><td>2</td></tr>
    <tr><th>Kock</th><td>3</td><td>4</td></tr>
  </table>
  </body></html>
  """

private let formPage = """
  <form>
  <fieldset><legend>Om två år</legend>
    <label>Kvinnor <input name="k2" value="3"></label> <label>Män <input name="m2" value="4"></label></fieldset>
  <fieldset><legend>Om fem år</legend>
    <label>Kvinnor <input name="k5" value="5"></label> <label>Män <input name="m5" value="6"></label></fieldset>
  <table><tr><th>Yrke</th><th>I dag</th><th>Om 5 år</th></tr>
  <tr><td>Bagare</td><td><input name="yrke[1].antal" value="7"></td><td><input name="yrke[1].om5" value="8"></td></tr>
  <tr><td>Kock</td><td><input name="yrke[2].antal" value="9"></td><td><input name="yrke[2].om5" value="10"></td></tr>
  </table>
  <input name="plats_1_antal" value="11"><input name="plats_2_antal" value="12">
  <input name="jobb[1][titel]" value="13"><input name="jobb[3][titel]" value="14">
  <input name="namn[]" value="15"><input name="namn[]" value="16">
  <input type="checkbox" name="stod[]" value="17" checked><input type="checkbox" name="stod[]" value="18" checked>
  <input name="yrke[1].pension_2" value="21"><input name="yrke[1].pension_10" value="22">
  <input name="behov_2" value="23"><input name="yrke_1_pension_2" value="24"><input name="ctl00$c12" value="25">
  <input name="antal.idag" value="19"><input name="fråga 1" value="20">
  </form>
  """

@Suite("Selectors")
struct SelectorTests {
  @Test(
    "a page is read by what stands on it",
    arguments: [
      ("label:\"projektägare\"", ["Exempelby kommun"]),
      ("label:\"Total  projektbudget:\"", ["757 140 kr"]),
      ("label:\"Region\"", ["Stockholm"]),
      ("label:\"Projektfas\"", ["Förprojektering"]),
      ("label:\"Programområde\"", ["Programområde 2", "Ökat utbud"]),
      ("label:\"2 år\"", ["1", "3"]),
      ("label:\"Kock\"", ["3"]),
      ("#syfte", ["Syfte"]),
      ("heading:\"SYFTE\"", ["Att kartlägga. Delmål Ett delmål."]),
      ("heading:\"Delmål\"", ["Ett delmål."]),
      ("heading:\"Kommun\" path:\"li\"", ["Botkyrka", "Täby"]),
      ("heading:\"Kommun\" ul > li:2", ["Täby"]),
      ("heading:\"Syfte\" path:\"li\"", []),
      ("table.projekt tr > td", ["Exempelby kommun", "757 140 kr"]),
      ("table.fakta.projekt tr:2 td:1", ["757 140 kr"]),
      ("table.siffror tr > td:2", ["2", "4"]),
      ("table[class=siffror] th:1", ["", "Bagare", "Kock"]),
      ("path:\"dl dd\"", ["Programområde 2", "Ökat utbud", "7"]),
      ("path:\"h2[id]\"", ["Syfte"]),
      ("h2[id='syfte']", ["Syfte"]),
      ("body > p", ["RegionStockholm Projektfas Förprojektering", "Att kartlägga.", "Ett delmål."]),
      ("ul > td", []),
      ("heading:\"Finns inte\"", []),
    ])
  func page(selector: String, texts: [String]) throws {
    let tree = try MarkupParser.parseHTML(Array(projectPage.utf8), path: "page.html")
    #expect(try Selector(selector).matches(in: tree).map(\.text.collapsed) == texts)
  }

  @Test(
    "a form is read by names, labels and legends",
    arguments: [
      ("k2", [[]], ["3"]),
      ("yrke[].antal", [[1], [2]], ["7", "9"]),
      ("yrke[2].om5", [[]], ["10"]),
      ("yrke[][om5]", [[1], [2]], ["8", "10"]),
      ("plats[].antal", [[1], [2]], ["11", "12"]),
      ("plats_2_antal", [[]], ["12"]),
      ("jobb[].titel", [[1], [3]], ["13", "14"]),
      ("namn[]", [[1], [2]], ["15", "16"]),
      ("stod[]", [[]], ["17", "18"]),
      ("stod", [[]], ["17", "18"]),
      ("antal.idag", [[]], ["19"]),
      ("name:\"fråga 1\"", [[]], ["20"]),
      ("legend:\"Om fem år\" label:\"Kvinnor\"", [[]], ["5"]),
      ("label:\"Kock\" label:\"Om 5 år\"", [[]], ["10"]),
      ("label:\"Bagare\"", [[], []], ["7", "8"]),
      ("legend:\"Om två år\" path:\"input\"", [[], []], ["3", "4"]),
      ("yrke[].finns_inte", [], []),
      ("yrke", [], []),
      ("yrke[].pension_2", [[1], [1]], ["21", "24"]),
      ("yrke[].pension_10", [[1]], ["22"]),
      ("behov_2", [[]], ["23"]),
      ("label:Om fem år", [], []),
      ("legend:Om fem år label:Kvinnor", [[]], ["5"]),
      ("ctl00$c12", [[]], ["25"]),
    ])
  func form(selector: String, rows: [[Int]], values: [String]) throws {
    let form = FormReading(try MarkupParser.parseHTML(Array(formPage.utf8), path: "page.html"))
    let found = form.matches(try Selector(selector))
    #expect(found.map(\.rows) == rows)
    #expect(found.flatMap(\.control.values) == values)
  }

  @Test(
    "a fault in a selector has a place",
    arguments: [
      ("", 1), ("   ", 4), ("label:\"Antal", 7), ("label:\"\"", 7), ("label:", 7), ("label: ", 7), ("label:\"a\"x", 10),
      ("table >", 8), ("> td", 1),
      ("yrke[1", 7), ("td:0", 4), ("td:x", 4), ("td[", 4), ("td[a=b", 7), ("table . td", 8), ("path:\"td:x\"", 10),
      ("heading:\"Syfte\" td:0", 20), ("a!", 2),
    ])
  func faults(selector: String, position: Int) {
    #expect { try Selector(selector) } throws: { ($0 as? SelectorError)?.position == position }
  }

  @Test(
    "field names that mean the same have one pattern",
    arguments: [
      ("yrke[1].antal", "yrke[].antal", [1], "yrke", "antal"),
      ("yrke[1][antal]", "yrke[].antal", [1], "yrke", "antal"),
      ("yrke_1_antal", "yrke[].antal", [1], "yrke", "antal"),
      ("yrke.1.antal", "yrke[].antal", [1], "yrke", "antal"),
      ("yrke[1].pension_2", "yrke[].pension_2", [1], "yrke", "pension_2"),
      ("yrke_1_pension_2", "yrke[].pension_2", [1], "yrke", "pension_2"),
      ("behov_2", "behov[]", [2], "behov", ""),
      ("yrke[2].orsak[3]", "yrke[].orsak[]", [2, 3], "yrke", ""),
      ("antal_idag", "antal_idag", [], "antal_idag", "antal_idag"),
      ("q7_2", "q7[]", [2], "q7", ""),
      ("yrke_12_antal_idag", "yrke[].antal_idag", [12], "yrke", "antal_idag"),
      ("namn[]", "namn[]", [nil], "namn", ""),
      ("1_a", "1_a", [], "1_a", "1_a"),
      ("1.a", "1.a", [], "1.a", "1.a"),
      ("q7", "q7", [], "q7", "q7"),
      ("", "", [], "", ""),
      ("[", "", [], "", ""),
      ("a[99999999999999999999]", "a[]", [nil], "a", ""),
    ] as [(String, String, [Int?], String, String)])
  func fieldNames(name: String, pattern: String, rows: [Int?], base: String, field: String) {
    let found = FieldName(name)
    #expect(found.pattern == pattern)
    #expect(found.rows == rows)
    #expect(found.base == base)
    #expect(found.field == field)
  }

  @Test(
    "texts are the same as a person would call them the same",
    arguments: [
      ("Antal anställda:", "antal  anställda"), ("ÅÄÖ", "åäö"), ("a\u{30A}r", "år"), ("Namn *", "namn"),
      ("1\u{A0}200", "1 200"), ("för\u{AD}skola", "förskola"),
    ])
  func normalised(one: String, other: String) { #expect(NormalisedText(one) == NormalisedText(other)) }

  @Test("and different if not", arguments: [("å", "a"), ("antal", "antal?"), ("a b", "ab")])
  func different(one: String, other: String) { #expect(NormalisedText(one) != NormalisedText(other)) }
}
