import Testing

@testable import CleanStage

@Suite("Words in Latin letters")
struct LatinWordsTests {
  @Test(
    "are found byte by byte as they are character by character",
    arguments: [
      "1:e kock", "2:a tandsköterska, natt", ":x", "a1:b", "12:3:b c", "account-manager", "vvs/el", "'", "o'brien & co",
      "café-, bar- och köksbiträde", "à la carte", "smørrebrød þ ÿ ß", "c++", "(vik.) 3", "", " ", "ærlig niño",
    ])
  func agree(text: String) {
    #expect(LatinWords.of(text) == OccupationTitle.wordsByCharacter(text))
  }

  @Test("of every known title are the same")
  func knownTitles() throws {
    let classifications = try DemoK.study().classifications
    let titles = (classifications.occupationTitles + classifications.occupationSynonyms).map(\.title)
    #expect(titles.count > 5_000)
    for title in titles {
      let text = WrittenText(title).text
      if let words = LatinWords.of(text) { #expect(words == OccupationTitle.wordsByCharacter(text)) }
    }
  }

  @Test(
    "are not looked for where other letters stand",
    arguments: ["2 ÷ 2", "łódź", "½ tjänst", "бухгалтер", "e\u{301}"])
  func others(text: String) {
    #expect(LatinWords.of(text) == nil)
  }
}
