import Testing

@testable import IngestStage

@Suite("Skip logic of LimeSurvey")
struct RelevanceTests {
  private static let translator = RelevanceTranslator(meanings: [
    "FL_SQ1": .box(question: "FL", code: "SQ1"), "FL_SQ2": .box(question: "FL", code: "SQ2"), "JA": .yesNo("JA"),
    "100X1X2": .choice("ORT", codes: ["A1": "A1", "-oth-": "other"]),
    "NIVA": .choice("NIVA", codes: ["1": "1", "2": "2", "3": "3", "10": "10"]), "ANT": .number("ANT"),
    "ANT2": .number("ANT2"), "KORT": .text("KORT"),
  ])

  @Test(
    "is said in our expression language",
    arguments: [
      ("FL_SQ1.NAOK == \"Y\"", "'SQ1' in FL"),
      ("((FL_SQ1.NAOK == \"Y\") and (FL_SQ2.NAOK == 'Y'))", "'SQ1' in FL and 'SQ2' in FL"),
      ("FL_SQ1.NAOK != \"Y\" || !is_empty(FL_SQ2)", "not ('SQ1' in FL) or 'SQ2' in FL"),
      ("FL_SQ1", "'SQ1' in FL"),
      ("JA == \"Y\"", "JA"), ("JA.NAOK ne 'Y'", "not JA"), ("'N' eq JA", "not JA"),
      ("((100X1X2.NAOK == \"A1\"))", "ORT = 'A1'"), ("100X1X2.NAOK != \"-oth-\"", "ORT != 'other'"),
      ("NIVA >= 2", "NIVA in ['2', '3', '10']"), ("3 > NIVA.code", "NIVA in ['1', '2']"),
      ("ANT.NAOK > 5 and (ANT2 == 0 or JA == 'Y')", "ANT > 5 and (ANT2 = 0 or JA)"),
      ("ANT + ANT2 * 2 >= 10", "ANT + ANT2 * 2 >= 10"), ("ANT - (ANT2 - 1) < -3", "ANT - (ANT2 - 1) < -3"),
      ("sum(ANT.NAOK, ANT2.NAOK) > 0", "sum(ANT, ANT2) > 0"), ("ANT == \"3\"", "ANT = 3"),
      ("is_empty(KORT)", "missing(KORT)"), ("KORT == ''", "missing(KORT)"), ("KORT != \"\"", "not missing(KORT)"),
      ("KORT == \"it's\"", "KORT = \"it's\""), ("1", "true"), ("0", "false"),
      ("!(JA == 'Y' and ANT > 1)", "not (JA and ANT > 1)"),
      ("JA == 'Y' and JA == 'Y' and ANT > 1", "JA and JA and ANT > 1"),
    ])
  func said(written: String, expected: String) {
    #expect(Self.translator.condition(written) == expected)
  }

  @Test(
    "what cannot be said is left for a person",
    arguments: [
      "", "JA ==", "JA == 'Y' and", "(JA == 'Y'", "JA == 'Y')", "OKAND == 1", "regexMatch('/a/', KORT)",
      "JA.shown == 'x'",
      "count(FL_SQ1, FL_SQ2) > 1", "100X1X2 == 'A9'", "TOKEN:ATTRIBUTE_1 == 'a'", "KORT > 'a'", "KORT == 'a\\'b'",
      "'öppen", "ANT = 3", "FL_SQ1 > 'Y'", "if(JA == 'Y', 1, 0)", "KORT", "ANT > KORT",
      String(repeating: "(", count: 100) + "1" + String(repeating: ")", count: 100),
      String(repeating: "!", count: 3_000) + "1", String(repeating: "1 and ", count: 3_000) + "1",
    ])
  func left(written: String) {
    #expect(Self.translator.condition(written) == nil)
  }
}
