import SurveyModel
import Testing

@testable import CleanStage

@Suite("Occupation titles")
struct OccupationCoderTests {
  @Test(
    "every form of a title is the same title",
    arguments: [
      ["sjuksköterska", "Sjuksköterskan", "sjuksköterskor", "SJUKSKÖTERSKORNA", "ssk", "leg. sjuksköterska"],
      ["undersköterska", "usk", "under sköterskor", "under-sköterska"],
      ["lärare", "läraren", "lärarna", "Lärare "], ["kock", "kocken", "kockar", "kockarna", "1:e kock"],
      ["montör", "montören", "montörer", "montörerna"], ["tekniker", "teknikern", "teknikerna"],
      ["vårdbiträde", "vårdbiträdet", "vårdbiträden", "vårdbiträdena"],
      ["rektor", "rektorn", "rektorer", "rektorerna"], ["brandman", "brandmän", "brandmannen", "brandkvinna"],
      ["personlig assistent", "personliga assistenter", "personlig assistenten"],
      ["account manager", "account-manager", "Accountmanager"], ["kassör", "kassören", "kassörer"],
      ["polis", "poliser", "polisen"], ["ekonom", "ekonomer"], ["VVS-montör", "vvs montör", "VVS-montörer"],
      ["sekreterare", "sekreteraren", "sekreterarna"], ["konditor", "konditorn", "konditorer"],
      ["kafébiträde", "kafebiträde"],
    ])
  func forms(_ titles: [String]) {
    let coder = OccupationCoder(
      Classifications(occupationSynonyms: [OccupationSynonym(title: titles[0], code: "1111")]))
    for title in titles { #expect(coder.code(title).code == "1111", "\(title)") }
  }

  @Test(
    "titles of their own stay apart",
    arguments: [
      ("läkare", "läkarsekreterare"), ("ST-läkare", "läkare"), ("barnskötare", "barnmorska"), ("kock", "kokare"),
      ("montör", "fordonsmontör"), ("skötare", "sköterska"), ("åkare", "åkeri"), ("målare", "måltid"),
      ("förare", "förskollärare"), ("ar", "er"),
    ])
  func apart(known: String, other: String) {
    let coder = OccupationCoder(Classifications(occupationSynonyms: [OccupationSynonym(title: known, code: "1111")]))
    #expect(coder.code(other).code == Occupation.uncoded)
  }

  @Test("a decision goes before a name, a name before a synonym, an exact form before a stem")
  func order() {
    let classifications = Classifications(
      occupations: [
        "9111": Occupation(code: "9111", name: LocalizedText(sv: "Städare", en: "Cleaners")),
        "7212": Occupation(code: "7212", name: LocalizedText(sv: "Svetsare", en: "Welders")),
        "723": Occupation(code: "723", name: LocalizedText(sv: "Fordonsmekaniker", en: "Mechanics")),
        "7231": Occupation(code: "7231", name: LocalizedText(sv: "Motormekaniker", en: "Motor mechanics")),
        "7233": Occupation(code: "7233", name: LocalizedText(sv: "Underhållsmekaniker", en: "Maintenance")),
        "911": Occupation(code: "911", name: LocalizedText(sv: "Lokalvård", en: "Cleaning")),
      ],
      occupationSynonyms: [
        OccupationSynonym(title: "städare", code: "5152"), OccupationSynonym(title: "svetsarna", code: "8131"),
        OccupationSynonym(title: "reparatör", code: "7233"), OccupationSynonym(title: "reparatörer", code: "7231"),
        OccupationSynonym(title: "plåtis", code: "7213"), OccupationSynonym(title: "plåtis", code: "8121"),
      ])
    let decision = CodingDecision(title: "Underhållsmekanikern", ssyk: "7231", role: "coder", date: "2026-02-01")
    let coder = OccupationCoder(classifications, decisions: [decision])
    #expect(coder.code("Städare") == OccupationCoder.Coding(code: "9111", way: .exact))
    #expect(coder.code("svetsare").code == "7212")
    #expect(coder.code("svetsarna") == OccupationCoder.Coding(code: "8131", way: .synonym))
    #expect(coder.code("underhållsmekanikern").way == .decision)
    #expect(coder.code("underhållsmekaniker").code == "7233")
    // A name of three digits: the one group it has, else the three digits.
    #expect(coder.code("lokalvård").code == "9111")
    #expect(coder.code("fordonsmekaniker").code == "723")
    // The stem of two synonyms means what they have in common, where that is three digits, else neither.
    #expect(coder.code("reparatören") == OccupationCoder.Coding(code: "723", way: .synonym))
    #expect(coder.code("reparatör").code == "7233")
    #expect(coder.code("plåtis") == OccupationCoder.Coding(code: Occupation.uncoded, way: .none, doubt: .ambiguous))
    #expect(coder.candidates(for: "plåtis").prefix(2).map(\.code) == ["7213", "8121"])
    #expect(coder.code("Maintenance").code == "7233")
  }

  @Test("a slip that leads elsewhere than the likeness is left to a person, with both candidates")
  func disputed() throws {
    let coder = OccupationCoder(try DemoK.study().classifications)
    let coding = coder.code("bgygledare")
    #expect(coding.way == .none)
    #expect(coding.doubt == .lowScore)
    #expect(Set(coder.candidates(for: "bgygledare").prefix(2).map(\.code)) == ["3112", "3154"])
  }

  @Test(
    "titles are coded by their likeness to known ones, with score and reason",
    arguments: [
      ("undderhållsmekaniker", "7233", "underhållsmekaniker"),
      ("motorreparatör diesel", "7231", "Dieselmotorreparatör"),
      ("fakturaregistrerare", "4111", "Fakturerare"),
    ])
  func similar(title: String, code: String, like: String) throws {
    let coding = OccupationCoder(try DemoK.study().classifications).code(title)
    #expect(coding.code == code)
    #expect(coding.way == .similar)
    #expect(coding.score ?? 0 >= CodingSettings().threshold)
    #expect(coding.like?.lowercased() == like.lowercased())
    let strict = OccupationCoder(try DemoK.study().classifications, threshold: 1).code(title)
    #expect(strict.code == Occupation.uncoded)
    #expect(strict.doubt == .lowScore)
  }

  @Test(
    "pairs, fields after a comma, brackets, slashes and codes lead to the same group",
    arguments: [
      (["barnskötare", "barnsköterska", "Barnskötare (natt)"], "5311"),
      (["Projektledare, bygg", "bygg projektledare", "byggprojektledare"], "2422"),
      (["hotellvärd", "hotellvärdinna"], "4222"), (["7212", "Svetsare/svetsarinna"], "7212"),
    ])
  func alternatives(titles: [String], code: String) {
    let coder = OccupationCoder(
      Classifications(
        occupations: ["7212": Occupation(code: "7212", name: LocalizedText(sv: "Svetsare", en: "Welders"))],
        occupationSynonyms: [OccupationSynonym(title: titles[0], code: code)]))
    for title in titles { #expect(coder.code(title).code == code, "\(title)") }
  }

  @Test(
    "the rest of the staff has a code of its own", arguments: ["Alla övriga", "alla  övriga.", "Övriga", "All other"])
  func allOther(title: String) {
    #expect(OccupationCoder(Classifications()).code(title).code == Occupation.allOther)
  }

  @Test("every name of SSYK 2012 and every synonym has its own code, in the singular, plural and definite form too")
  func wholeClassification() throws {
    let classifications = try DemoK.study().classifications
    let coder = OccupationCoder(classifications)
    let groups = classifications.occupations.values.filter { $0.code.count == 4 }
    #expect(groups.count == 429)
    for group in groups { #expect(coder.code(group.name.sv).code == group.code, "\(group.name.sv)") }
    for synonym in classifications.occupationSynonyms {
      let coding = coder.code(synonym.title)
      #expect(coding.code == synonym.code || coding.way == .exact, "\(synonym.title)")
    }
  }

  @Test(
    "no text is too odd to be looked up", arguments: ["", " ", "---", "1:e", "🙂", "=cmd|' /C calc'!A0", "<b>kock</b>"])
  func odd(title: String) {
    #expect(OccupationCoder(SmallStudy.classifications).code(title).code == Occupation.uncoded)
  }
}

@Suite("The work list of titles")
struct CodingWorklistTests {
  @Test("the likeliest groups stand beside a title, none of them chosen")
  func candidates() {
    let coder = OccupationCoder(SmallStudy.classifications)
    #expect(coder.candidates(for: "undrsköterska").first?.code == "5321")
    #expect(coder.candidates(for: "undrsköterska").first?.like == "undersköterska")
    #expect(coder.candidates(for: "Svettsare").first?.code == "7212")
    #expect(coder.candidates(for: "qwx").isEmpty)
    #expect(coder.candidates(for: "").isEmpty)
  }

  @Test("titles are counted whatever their spelling, the most frequent first, with nothing to reach anyone by")
  func list() throws {
    var list = CodingWorklist()
    let titles = ["välfärdstekniker", "Välfärdstekniker", "undrsköterska", "ring Anna 070-174 06 05", "=1+1"]
    for title in titles.reversed() { list.add(ListedTitle(group: .occupations, title: title, doubt: "lowScore")) }
    list.add(ListedTitle(group: .occupations, title: "svettsare", code: "7212"))
    let coder = OccupationCoder(SmallStudy.classifications)
    let lines = String(decoding: list.csv(coder, SmallStudy.classifications), as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 6)
    #expect(list.uncoded == 4)
    #expect(lines[5].hasPrefix("svettsare,occupations,1,7212,similar,7212,Svetsare,"))
    #expect(lines[1].hasPrefix("Välfärdstekniker,occupations,2,uncoded,lowScore,"))
    #expect(
      lines.contains {
        $0.hasPrefix("undrsköterska,occupations,1,uncoded,lowScore,5321,\"Undersköterskor, hemtjänst\",0.")
      })
    #expect(lines.contains { $0.hasPrefix("'=1+1,") })
    #expect(lines.contains { $0.hasPrefix("(withheld") })
    #expect(!lines.contains { $0.contains("174") })
  }

  @Test(
    "what can reach a person is seen",
    arguments: [
      ("anna@example.se", true), ("070-174 06 05", true), ("19121212-1212", true), ("www.example.se", true),
      ("+46 8 46 50 00", true), ("kock", false), ("2d-grafiker", false), ("890-operatör", false), ("10 till 15", false),
    ])
  func contact(text: String, isSeen: Bool) {
    #expect(ContactScreen.finds(in: text) == isSeen)
  }
}
