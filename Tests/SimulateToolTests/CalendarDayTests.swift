import SimulateTool
import Testing

@Suite("Calendar days")
struct CalendarDayTests {
  @Test(
    "a day and its number belong together",
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2024-02-29", 19_782), ("2026-04-15", 20_558),
    ]) func number(text: String, number: Int)
  {
    #expect(CalendarDay(text)?.number == number)
    #expect(CalendarDay(number: number).description == text)
  }

  @Test("what is no day is refused", arguments: ["2025-02-29", "2026-13-01", "2026-00-10", "26-1-1", "2026-4-15", ""])
  func refused(text: String) { #expect(CalendarDay(text) == nil) }

  @Test("days are counted over the end of a year") func over() {
    #expect(CalendarDay("2025-12-31").map { $0 + 60 }?.description == "2026-03-01")
  }
}
