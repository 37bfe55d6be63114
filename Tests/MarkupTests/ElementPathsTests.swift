import Markup
import Testing

@Suite("Paths of elements")
struct ElementPathsTests {
  private func matches(_ xml: String, _ paths: [(steps: [String], rows: Int?)]) throws -> [String] {
    let tree = try MarkupParser.parseXML(Array(xml.utf8), path: "a.xml")
    var all = ElementPaths()
    for path in paths { all.add(path.steps, rows: path.rows, isAnywhere: path.steps.count == 1 && path.rows == nil) }
    return all.matches(in: tree).map {
      "\($0.path)\($0.row.map { ".\($0)" } ?? "")\($0.isAnywhere ? "*" : "")=\(tree.text(of: $0))@\(tree.line(of: $0))"
    }
  }

  @Test("lead to leaves, in the order of the tree, with the numbers of their rows")
  func paths() throws {
    let xml = "<d><a><b>1</b><b/>\n<c><e>2</e></c></a><r><b>3</b></r><x><r><b>4</b></r></x><r><b>5</b><b>6</b></r></d>"
    #expect(
      try matches(
        xml, [(["a", "b"], nil), (["a", "c", "e"], nil), (["r", "b"], 0), (["a", "c"], nil), (["e"], nil)])
        == ["0=1@1", "0=@1", "1=2@2", "2.1=3@2", "2.2=5@2", "2.2=6@2"])
    #expect(try matches(xml, [(["e"], nil), (["x", "r", "b"], 1)]) == ["0*=2@2", "1.1=4@2"])
    #expect(try matches(xml, [(["z"], nil)]).isEmpty)
    #expect(try matches("<d/>", [(["d"], nil)]).isEmpty)
  }

  @Test("elements of the same names stand alike")
  func alike() throws {
    let xml = "<d><a><b>1</b></a><a><b>2</b></a><c><b>3</b></c></d>"
    let tree = try MarkupParser.parseXML(Array(xml.utf8), path: "a.xml")
    var paths = ElementPaths()
    paths.add(["b"], rows: nil, isAnywhere: true)
    let found = paths.matches(in: tree)
    #expect(found.count == 3)
    #expect(tree.areAlike(found[0], found[1]))
    #expect(!tree.areAlike(found[0], found[2]))
  }
}
