import SwedishText
import Testing

@Suite("Dates and lists in Swedish and English")
struct WordingTextTests {
  private let swedish = Wording.swedish
  private let english = Wording.english

  @Test("a date names its month") func date() {
    #expect(swedish.date("2026-02-02") == "2 februari 2026")
    #expect(english.date("2026-02-02") == "2 February 2026")
    #expect(swedish.date("2024-02-29") == "29 februari 2024")
  }

  @Test(
    "what is no date is refused",
    arguments: [
      "", "2026", "2026-02", "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "26-01-01", "2026-02-0a",
      "2026/02/02", "2026-02-02T00:00", "+026-02-02", "2026-02-٠١",
    ])
  func noDate(text: String) {
    #expect(swedish.date(text) == nil)
    #expect(swedish.dates(from: text, to: "2026-03-01") == nil)
  }

  @Test("a period says month and year once where they are the same") func period() {
    #expect(swedish.dates(from: "2026-01-19", to: "2026-03-27") == "19 januari–27 mars 2026")
    #expect(english.dates(from: "2026-03-02", to: "2026-03-27") == "2–27 March 2026")
    #expect(swedish.dates(from: "2025-12-19", to: "2026-01-09") == "19 december 2025–9 januari 2026")
    #expect(swedish.dates(from: "2026-03-27", to: "2026-03-27") == "27 mars 2026")
  }

  @Test("months from the first to the last") func months() {
    #expect(swedish.months(from: "2026-01-19", to: "2026-03-27") == "januari–mars 2026")
    #expect(english.months(from: "2025-11", to: "2026-01") == "November 2025–January 2026")
    #expect(swedish.months(from: "2025-11", to: "2025-11") == "november 2025")
    #expect(swedish.months(from: "2025-1", to: "2025-11") == nil)
  }

  @Test("a list ends with and") func list() {
    #expect(swedish.list([]) == "")
    #expect(swedish.list(["vård"]) == "vård")
    #expect(swedish.list(["vård", "skola"]) == "vård och skola")
    #expect(swedish.list(["vård", "skola", "bygg"]) == "vård, skola och bygg")
    #expect(english.list(["care", "school", "building"]) == "care, school and building")
  }

  @Test("one is singular, none and many are plural") func count() {
    #expect(swedish.count(1, one: "arbetsställe", many: "arbetsställen") == "1\u{A0}arbetsställe")
    #expect(swedish.count(0, one: "arbetsställe", many: "arbetsställen") == "0\u{A0}arbetsställen")
    #expect(english.count(1200, one: "workplace", many: "workplaces") == "1,200\u{A0}workplaces")
    #expect(english.plural(1, one: "is", many: "are") == "is")
  }
}
