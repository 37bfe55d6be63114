import Markup
import ReleasedRecords
import Testing

@testable import RenderStage

@Suite("Figures")
struct FigureTests {
  private static let figures: [RenderedFile] = {
    (try? RenderFixture().files().filter { $0.path.hasPrefix("figures/") }) ?? []
  }()

  @Test("are well-formed, have title and description, and text of 11 pixels or more", arguments: figures.indices)
  func wellFormed(index: Int) throws {
    let file = Self.figures[index]
    let tree = try MarkupParser.parseXML(file.bytes, path: file.path)
    let elements = Array(tree.elements)
    #expect(elements.first { $0.name == "title" }?.text.isEmpty == false)
    #expect(elements.first { $0.name == "desc" }?.text.isEmpty == false)
    let sizes = elements.filter { $0.name == "text" }.compactMap { $0.attribute("font-size").flatMap(Double.init) }
    #expect(!sizes.isEmpty && sizes.allSatisfy { $0 >= 11 })
  }

  @Test("nothing lies outside the picture", arguments: figures.indices)
  func inside(index: Int) throws {
    let file = Self.figures[index]
    let tree = try MarkupParser.parseXML(file.bytes, path: file.path)
    let all = Array(tree.elements)
    let root = try #require(all.first { $0.name == "svg" })
    func number(_ node: MarkupNode, _ name: String) -> Double? { node.attribute(name).flatMap(Double.init) }
    let (width, height) = (number(root, "width") ?? 0, number(root, "height") ?? 0)
    let patterns = all.filter { $0.name == "pattern" }
    for node in all where !patterns.contains(where: { $0.contains(node) }) {
      for (name, most) in [
        ("x", width), ("x1", width), ("x2", width), ("cx", width), ("y", height), ("y1", height), ("cy", height),
      ] {
        if let value = number(node, name) { #expect((0...most).contains(value)) }
      }
      guard node.name == "text", let x = number(node, "x"), let size = number(node, "font-size") else { continue }
      let wide = Drawing.width(of: node.text, size: size)
      let (left, right) =
        switch node.attribute("text-anchor") {
        case "end": (x - wide, x)
        case "middle": (x - wide / 2, x + wide / 2)
        default: (x, x + wide)
        }
      #expect(left >= 0 && right <= width + 20, "\(node.text)")
    }
  }

  @Test("the number of a cell is drawn for A, an interval alone for B, nothing for C, D and what is hidden")
  func marks() {
    var cell = CellTextTests.cell(.staff, .A, (900, 1200, 1500))
    #expect(RangeChart.mark(cell)?.estimate == 1200)
    cell.grade = .B
    #expect(RangeChart.mark(cell)?.estimate == nil && RangeChart.mark(cell)?.low == 900)
    for grade in [Grade.C, .D] {
      cell.grade = grade
      #expect(RangeChart.mark(cell) == nil)
    }
    cell.grade = .A
    cell.status = .confidential
    #expect(RangeChart.mark(cell) == nil)
    #expect(RangeChart.mark(nil) == nil)
  }

  @Test("every figure has its sentences in the report", arguments: Language.allCases)
  func sentences(language: Language) throws {
    let text = try RenderFixture().files().text("report.\(language.rawValue).md")
    let words = language == .swedish ? "*I ord:*" : "*In words:*"
    #expect(text.components(separatedBy: "](figures/").count == 7)
    #expect(text.components(separatedBy: words).count == 7)
  }

  @Test(
    "an axis has round ticks around all values and zero",
    arguments: [[0.0, 16105], [-1450, 8200], [0.04, 0.74], [-1, 1], [], [5, 5], [0.0001]])
  func axis(values: [Double]) {
    let axis = Axis(values: values, left: 100, right: 500)
    #expect((2...10).contains(axis.ticks.count))
    #expect(axis.low <= (values.min() ?? 0) && axis.high >= (values.max() ?? 0) && axis.low <= 0 && axis.high >= 0)
    #expect(axis.x(axis.low) == 100 && axis.x(axis.high) == 500)
  }

  @Test("a long label goes into three small lines at most")
  func labels() {
    #expect(Drawing.fitted("Alla", width: 200).lines == ["Alla"])
    let long = Drawing.fitted(String(repeating: "ord ", count: 60), width: 200)
    #expect(long.lines.count == 3 && long.size == Drawing.smallest && long.lines[2].hasSuffix("…"))
  }
}
