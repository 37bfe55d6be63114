import Expressions
import Testing

@Suite("Nearest name")
struct NearestNameTests {
  static let cases: [(written: String, known: [String], nearest: String?)] = [
    ("measure", ["measures", "missing"], "measures"),
    ("staf", ["staff"], "staff"),
    ("Staff", ["staff"], "staff"),
    ("tpye", ["type", "tape"], "type"),
    ("xy", ["ab"], nil),
    ("tabel", ["tiles", "table"], "table"),
    ("ab", ["b", "a"], "a"),
    ("", ["a"], nil),
    ("retirement", ["retirements", "retirementx"], "retirements"),
    ("completely-else", ["staff"], nil),
  ]

  @Test("is the one with the fewest changes, or none when all are far off", arguments: cases)
  func nearest(written: String, known: [String], nearest: String?) {
    #expect(nearestName(to: written, among: known) == nearest)
  }
}
