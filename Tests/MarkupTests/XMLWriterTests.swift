import Markup
import Testing

@Suite("XML writer")
struct XMLWriterTests {
  static let injections = [
    "</text><script>alert(1)</script>", "\"/><image href='http://x'/>", "]]>", "<!--", "&#60;script&#62;", "&lt;",
    "a & b",
    "'\" onload=\"x", "å ä ö 𝄞 e\u{301}", "", " ", "a\u{0}b\u{1}\u{B}\u{1F}\u{FFFE}c", "rad\ntvå\ttab\rslut", "%s%n",
  ]

  @Test("what is written is read back as it was, and never as markup", arguments: injections)
  func injection(text: String) throws {
    var svg = try XMLWriter()
    svg.open("svg", [("xmlns", "http://www.w3.org/2000/svg"), ("class", .string(text))])
    svg.leaf("title", [], text)
    svg.element("g", [("id", "a")]) { group in
      group.leaf("text", [("x", 1.005), ("y", 20), ("data-x", .string(text))], text)
    }
    svg.close()
    let written = try svg.finish()

    let tree = try MarkupParser.parseXML(Array(written.utf8), path: "figure.svg")
    #expect(tree.elements.map(\.name) == ["svg", "title", "g", "text"])
    let allowed = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          $0.value < 0x20 && !"\n\t\r".unicodeScalars.contains($0) || $0.value == 0xFFFE ? "\u{FFFD}" : $0
        }))
    #expect(tree.elements.first { $0.is(.title) }?.text == allowed)
    #expect(tree.root.attribute(.class) == allowed)
    let label = try #require(tree.elements.first { $0.name == "text" })
    #expect(label.text == allowed)
    #expect(label.attributes.map(\.name) == ["x", "y", "data-x"])
  }

  @Test(
    "coordinates have at most two decimals, and one way to be written",
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (1.5, "1.5"), (1.25, "1.25"), (1.256, "1.26"), (-1.256, "-1.26"), (-0.001, "0"),
      (100.05, "100.05"), (0.1 + 0.2, "0.3"), (1e6, "1000000"), (12345678.999, "12345679"), (0.005, "0.01"),
      (0.07, "0.07"),
    ])
  func coordinates(value: Double, text: String) { #expect(XMLValue.coordinate(value) == text) }

  /// What a document ends with, if with an error.
  func error(_ write: (inout XMLWriter) -> Void) throws -> XMLWriterError? {
    var svg = try XMLWriter()
    write(&svg)
    do throws(XMLWriterError) {
      _ = try svg.finish()
      return nil
    } catch {
      return error
    }
  }

  @Test("a coordinate that is no number is an error", arguments: [Double.nan, .infinity, -.infinity, 1e300])
  func notFinite(value: Double) throws {
    #expect(try error { $0.leaf("line", [("x1", .number(value))]) } == .notFinite("x1"))
  }

  @Test("an element left open, or closed twice, is an error") func unbalanced() throws {
    let open = try error { svg in
      svg.open("svg")
      svg.leaf("g")
    }
    #expect(open == .unclosed("svg"))
    let twice = try error { svg in
      svg.leaf("svg")
      svg.close()
    }
    #expect(twice == .nothingToClose)
    let late = try error { svg in
      svg.open("svg")
      svg.text("x")
      svg.attribute("class", "y")
      svg.close()
    }
    #expect(late == .refused)
  }

  @Test("the same calls make the same bytes") func golden() throws {
    var svg = try XMLWriter()
    svg.open("svg", [("width", 640), ("height", 12.5)])
    svg.leaf("title", [], "Behov & brist")
    svg.element("g") { $0.leaf("rect", [("x", 0.333)]) }
    svg.close()
    #expect(
      try svg.finish() == """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg width="640" height="12.5">
         <title>Behov &amp; brist</title>
         <g>
          <rect x="0.33"/>
         </g>
        </svg>

        """)
  }
}
