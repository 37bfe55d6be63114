import TestSupport
import Testing

@testable import IngestStage

@Suite("Sentences of running text")
struct SentenceSplitterTests {
  @Test(
    "a text is parted where a reader would part it",
    arguments: [
      ("En mening.", ["En mening."]),
      ("Utan punkt", ["Utan punkt"]),
      ("Det är bra. Det blir bättre.", ["Det är bra.", "Det blir bättre."]),
      (
        "Det stärker kommunens konkurrenskraft.För att nå dit krävs mer.",
        [
          "Det stärker kommunens konkurrenskraft.", "För att nå dit krävs mer.",
        ]
      ),
      ("Ansökan kom i augusti 2008.Stora avgångar väntar.", ["Ansökan kom i augusti 2008.", "Stora avgångar väntar."]),
      ("Räcker det?Nej!Absolut inte.", ["Räcker det?", "Nej!", "Absolut inte."]),
      ("Modeller (t ex matchning) prövas. Sedan väljs en.", ["Modeller (t ex matchning) prövas.", "Sedan väljs en."]),
      (
        "Vi möter t.ex. Arbetsförmedlingen och bl.a. Försäkringskassan.",
        [
          "Vi möter t.ex. Arbetsförmedlingen och bl.a. Försäkringskassan."
        ]
      ),
      ("Kurser, praktik m.fl. insatser prövas.", ["Kurser, praktik m.fl. insatser prövas."]),
      ("Kurser, praktik m.fl. De prövas.", ["Kurser, praktik m.fl.", "De prövas."]),
      ("Mötet är kl. 13 i Södertälje.", ["Mötet är kl. 13 i Södertälje."]),
      ("Ca. 20 företag, dvs. Alla.", ["Ca. 20 företag, dvs. Alla."]),
      (
        "Utanför kommunens gränser. (Open College Network). Metoden används.",
        [
          "Utanför kommunens gränser.", "(Open College Network).", "Metoden används.",
        ]
      ),
      (
        "I projektet DEMO K. (se bilaga 2) Två program byggs.",
        ["I projektet DEMO K.", "(se bilaga 2)", "Två program byggs."]
      ),
      ("Programmet (gymnasiet) Är bra.", ["Programmet (gymnasiet) Är bra."]),
      ("1. Kartlägga behovet. 2. Analysera det.", ["1. Kartlägga behovet.", "2. Analysera det."]),
      ("Metoden av A. Svensson används.", ["Metoden av A. Svensson används."]),
      ("Se www.Example.se för mer.", ["Se www.Example.se för mer."]),
      ("Mer finns på example.se. Läs där.", ["Mer finns på example.se.", "Läs där."]),
      (
        "Vi ökar med 2.5 procent till 2010.08.10 enligt plan.", ["Vi ökar med 2.5 procent till 2010.08.10 enligt plan."]
      ),
      ("Hon sa: \"Det går.\" Och det gick.", ["Hon sa: \"Det går.\"", "Och det gick."]),
      ("Vänta … Nu kommer det.", ["Vänta …", "Nu kommer det."]),
      (".", ["."]), ("", []), (" \n ", []), (".A", [".A"]), (")", [")"]), ("( ", ["("]),
    ] as [(String, [String])])
  func parts(text: String, expected: [String]) {
    #expect(SentenceSplitter.sentences(of: text) == expected)
  }

  @Test("nothing but white space is lost, whatever the text", arguments: 0..<200)
  func nothingLost(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = Array(".!?…()\"” \n1aÅKk:m.fl.").map(String.init) + ["t.ex.", "2008.", "👩‍👩‍👧", "e\u{301}", "För"]
    let text = (0..<60).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
    func bare(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    #expect(SentenceSplitter.sentences(of: text).map(bare).joined() == bare(text))
  }
}
