import Markup
import Testing

@Suite("Form reading")
struct FormReadingTests {
  let form: FormReading

  init() throws {
    form = FormReading(try MarkupParser.parseHTML(Array(employerPage.utf8), path: "employer.html"))
  }

  func control(_ name: String) throws -> FormControl { try #require(form.controls.first { $0.name == name }) }

  @Test(
    "what is filled in is read as a person sees it",
    arguments: [
      ("arbetsstalle", ["Södertälje Bageri & Café AB"]),
      ("nyckel", ["0181-0042"]),
      ("antal_idag", ["ca 20"]),
      ("sektor", ["privat"]),
      ("kon_vd", ["kvinna"]),
      ("stod[]", ["tolk", "handledare"]),
      ("sprak", ["sv", "en"]),
      ("yrke[1].antal", ["12"]),
      ("yrke[2].antal", []),
      ("ort", []),
      ("kommentar", ["Vi söker <bagare> & konditor.\nGärna två."]),
    ])
  func values(name: String, values: [String]) throws {
    #expect(try control(name).values == values)
  }

  @Test("buttons, passwords, templates and scripts are no answers")
  func ignored() {
    for name in ["skicka", "losen", "yrke[NY].antal", "rensa", "fusk"] {
      #expect(!form.controls.contains { $0.name == name })
    }
  }

  @Test(
    "a label is found where a person would look",
    arguments: [
      ("arbetsstalle", "Arbetsställets namn"),
      ("antal_idag", "Hur många arbetar här i dag?"),
      ("sektor", "Sektor"),
      ("kon_vd", "Högsta chefens kön"),
      ("yrke[1].antal", "Bagare"),
      ("kommentar", "Övrigt"),
      ("ort", "Ort"),
      ("telefon", "Telefon"),
    ])
  func labels(name: String, label: String) throws {
    #expect(try NormalisedText(#require(control(name).label)) == NormalisedText(label))
  }

  @Test("a cell is labelled by its row and by its column") func rowAndColumn() throws {
    #expect(try control("yrke[1].pension5").labels.prefix(2) == ["Bagare", "Pension inom 5 år"])
  }

  @Test("choices carry their labels, and which are chosen") func options() throws {
    #expect(try control("kon_vd").options.map(\.label) == ["Kvinna", "Man"])
    #expect(try control("kon_vd").options.map(\.isChosen) == [true, false])
    #expect(try control("stod[]").options.map(\.label) == ["Tolk", "Lönebidrag", "Handledare"])
    #expect(try control("sektor").options.map(\.value) == ["", "privat", "kommun"])
  }

  @Test("check boxes in a matrix are labelled by their column, the group by its row") func matrix() throws {
    let page = """
      <table><tr><th>Rad<th>Svenska<th>Digitalt
      <tr><th>Kock<td><input type=checkbox name=a.brist value=sv checked><td><input type=checkbox name=a.brist value=di>
      </table>
      """
    let brist = try #require(FormReading(MarkupParser.parseHTML(Array(page.utf8), path: "p.html")).controls.first)
    #expect(brist.options.map(\.label) == ["Svenska", "Digitalt"])
    #expect(brist.label == "Kock")
    #expect(brist.values == ["sv"])
  }
}
