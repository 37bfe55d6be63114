import SimulateTool
import Testing

@Suite("How respondents write")
struct WritingTests {
  @Test(
    "numbers in letters",
    arguments: [
      (0, "noll"), (1, "en"), (12, "tolv"), (20, "tjugo"), (21, "tjugoett"), (35, "trettiofem"), (99, "nittionio"),
    ]) func words(number: Int, text: String)
  { #expect(NumberWriting.words(number) == text) }

  @Test("above 99 nobody writes letters") func large() { #expect(NumberWriting.words(100) == nil) }

  @Test(
    "thousands are kept apart by a no-break space",
    arguments: [
      (999, "999"), (1200, "1\u{A0}200"), (10_005, "10\u{A0}005"), (1_000_000, "1\u{A0}000\u{A0}000"),
    ]) func grouped(number: Int, text: String)
  { #expect(NumberWriting.grouped(number) == text) }

  @Test("a range holds the number, and its lower end stands first", arguments: [3, 9, 57, 800])
  func range(number: Int) throws {
    for spread in [0.0, 0.5, 0.99] {
      let text = NumberWriting.text(number, .range, spread: spread, dash: "–")
      let ends = text.split(separator: "–").compactMap { Int($0) }
      try #require(ends.count == 2)
      #expect(ends[0] <= number && number <= ends[1] && ends[0] < ends[1])
    }
  }

  @Test("one-sided limits hold the number") func limits() {
    #expect(NumberWriting.text(5, .atLeast, spread: 0.5, dash: "-") == "minst 4")
    #expect(NumberWriting.text(5, .atMost, spread: 0.5, dash: "-") == "högst 6")
  }

  @Test(
    "plural and definite form of occupations",
    arguments: [
      ("undersköterska hemtjänst", "undersköterskor hemtjänst", "undersköterskan hemtjänst"),
      ("lärare", "lärare", "läraren"), ("montör", "montörer", "montören"), ("tekniker", "tekniker", "teknikern"),
      ("köksbiträde", "köksbiträden", "köksbiträdet"), ("kock", "kockar", "kocken"),
      ("vaktman", "vaktmän", "vaktmannen"), ("rektor", "rektorer", "rektorn"),
      ("personlig assistent", "personlig assistent", "personlig assistent"),
      ("medicinsk sekreterare", "medicinsk sekreterare", "medicinsk sekreterare"),
    ]) func inflected(title: String, plural: String, definite: String)
  {
    #expect(TitleWriting.inflected(title, definite: false) == plural)
    #expect(TitleWriting.inflected(title, definite: true) == definite)
  }

  @Test("windows-1252 has bytes of its own for dashes and quotation marks") func codePage() {
    #expect(Windows1252.bytes("aå–”\u{A0}ж") == [0x61, 0xE5, 0x96, 0x94, 0xA0, 0x3F])
  }
}
