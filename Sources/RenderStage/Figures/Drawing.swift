import Markup

/// An SVG picture being drawn: a few shapes, a title and a description, text no smaller than 11 pixels.
///
/// What a shape means is never its colour alone: fills differ in pattern, and every mark has its value beside it.
struct Drawing: ~Copyable {
  /// How a bar is filled: told apart in black and white too.
  enum Fill: String, CaseIterable {
    case solid, stripes, dots, cross
    /// Only an interval may be shown: between its ends, nothing in particular.
    case interval
  }

  static let smallest = 11.0
  private static let ink = "#1a1a1a"
  private static let quiet = "#595959"
  private var xml: XMLWriter

  init(width: Double, height: Double, language: String, title: String, description: String) throws(XMLWriterError) {
    xml = try XMLWriter()
    xml.open(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", "0 0 \(Int(width)) \(Int(height))"),
        ("width", .number(width)), ("height", .number(height)), ("role", "img"),
        ("aria-labelledby", "title description"), ("xml:lang", .string(language)),
        ("font-family", "system-ui, 'Segoe UI', 'DejaVu Sans', Arial, sans-serif"),
      ])
    xml.leaf("title", [("id", "title")], title)
    xml.leaf("desc", [("id", "description")], description)
    definePatterns()
    xml.leaf("rect", [("width", .number(width)), ("height", .number(height)), ("fill", "#ffffff")])
  }

  private mutating func definePatterns() {
    xml.open("defs")
    pattern("stripes", "#cfe0f1") { xml in
      xml.leaf("path", [("d", "M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4"), ("stroke", "#1f5a93"), ("stroke-width", 2)])
    }
    pattern("dots", "#fbe5c8") { xml in
      xml.leaf("circle", [("cx", 2), ("cy", 2), ("r", 1.3), ("fill", "#9a5700")])
      xml.leaf("circle", [("cx", 6), ("cy", 6), ("r", 1.3), ("fill", "#9a5700")])
    }
    pattern("cross", "#dcead9") { xml in
      xml.leaf("path", [("d", "M0,0 l8,8 M8,0 l-8,8"), ("stroke", "#2f6b2a"), ("stroke-width", 1.2)])
    }
    xml.close()
  }

  private mutating func pattern(_ name: StaticString, _ ground: String, _ body: (inout XMLWriter) -> Void) {
    xml.element(
      "pattern", [("id", .string("\(name)")), ("width", 8), ("height", 8), ("patternUnits", "userSpaceOnUse")]
    ) { xml in
      xml.leaf("rect", [("width", 8), ("height", 8), ("fill", .string(ground))])
      body(&xml)
    }
  }

  // MARK: Shapes

  enum Anchor: String { case start, middle, end }

  mutating func text(
    _ text: String, x: Double, y: Double, size: Double = 13, anchor: Anchor = .start, isBold: Bool = false,
    isQuiet: Bool = false
  ) {
    var attributes: [(StaticString, XMLValue)] = [
      ("x", .number(x)), ("y", .number(y)), ("font-size", .number(max(size, Self.smallest))),
      ("fill", .string(isQuiet ? Self.quiet : Self.ink)),
    ]
    if anchor != .start { attributes.append(("text-anchor", .string(anchor.rawValue))) }
    if isBold { attributes.append(("font-weight", "bold")) }
    xml.leaf("text", attributes, text)
  }

  mutating func line(x1: Double, y1: Double, x2: Double, y2: Double, width: Double = 1, isQuiet: Bool = false) {
    xml.leaf(
      "line",
      [
        ("x1", .number(x1)), ("y1", .number(y1)), ("x2", .number(x2)), ("y2", .number(y2)),
        ("stroke", .string(isQuiet ? "#d0d0d0" : Self.ink)), ("stroke-width", .number(width)),
      ])
  }

  /// A bar from one end to the other, whichever is to the left.
  mutating func bar(from a: Double, to b: Double, y: Double, height: Double, fill: Fill) {
    let colour =
      switch fill {
      case .solid: "#1f5a93"
      case .interval: "#e9e9e9"
      default: "url(#\(fill.rawValue))"
      }
    let attributes: [(StaticString, XMLValue)] = [
      ("x", .number(min(a, b))), ("y", .number(y)), ("width", .number(max(abs(b - a), 0.5))),
      ("height", .number(height)),
      ("fill", .string(colour)), ("stroke", .string(Self.ink)), ("stroke-width", 1),
    ]
    xml.leaf("rect", attributes)
  }

  mutating func dot(x: Double, y: Double) {
    xml.leaf(
      "circle", [("cx", .number(x)), ("cy", .number(y)), ("r", 5), ("fill", "#1f5a93"), ("stroke", .string(Self.ink))])
  }

  /// An interval as a line with ends.
  mutating func whisker(from a: Double, to b: Double, y: Double, reach: Double = 5) {
    line(x1: a, y1: y, x2: b, y2: y, width: 2)
    line(x1: a, y1: y - reach, x2: a, y2: y + reach, width: 2)
    line(x1: b, y1: y - reach, x2: b, y2: y + reach, width: 2)
  }

  consuming func finish() throws(XMLWriterError) -> String {
    xml.close()
    return try xml.finish()
  }

  // MARK: Room for text

  /// About how wide a text is: a generous average of the common sans-serif fonts.
  static func width(of text: String, size: Double) -> Double { Double(text.count) * size * 0.58 }

  /// The text in one line if it fits, in two or three smaller ones if it does not; cut where even that is too few.
  static func fitted(_ text: String, width: Double) -> (lines: [String], size: Double) {
    for (most, size) in [(1, 13.0), (2, 12.0)] {
      let lines = lines(text, width: width, size: size)
      if lines.count <= most { return (lines, size) }
    }
    var lines = lines(text, width: width, size: smallest)
    if lines.count > 3 { lines = lines.prefix(2) + [lines[2] + " …"] }
    return (lines, smallest)
  }

  /// The text in lines no wider than `width`, broken at spaces.
  static func lines(_ text: String, width: Double, size: Double) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, Self.width(of: last + " " + word, size: size) <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
