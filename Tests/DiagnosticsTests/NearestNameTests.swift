import Diagnostics
import Testing

@Suite("Nearest name")
struct NearestNameTests {
  let keys = ["headcount", "horizon", "horizons", "municipality", "sector", "unit", "id"]

  @Test(
    "finds the key that was meant",
    arguments: [
      ("hedcount", "headcount"), ("haedcount", "headcount"), ("headcounts", "headcount"), ("Sector", "sector"),
      ("horizonz", "horizon"), ("horizons", "horizons"), ("municipalty", "municipality"), ("unti", "unit"),
      ("colour", nil), ("", nil), ("xy", nil), (String(repeating: "headcount", count: 10), nil),
    ] as [(String, String?)])
  func finds(name: String, expected: String?) {
    #expect(nearest(to: name, in: keys) == expected)
    #expect(nearest(to: name, in: keys.reversed()) == expected, "whatever the order of the list")
  }
}
