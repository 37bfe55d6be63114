import TestSupport
import Testing

@testable import ContactData

/// Numbers are from the series that PTS keeps for fiction (070-1740605…, 08-465004xx) and from Skatteverket's examples.
@Suite("Contact data in texts")
struct ContactRedactionTests {
  private func redact(_ text: String, keys: Set<String> = []) -> (text: String, counts: ContactCounts) {
    var counts = ContactCounts()
    return (ContactRedaction(keys: keys).redact(text, counting: &counts), counts)
  }

  @Test(
    "an e-mail address goes, what stands around it stays",
    arguments: [
      ("anna.berg@example.se", "#"),
      ("Skriv till anna.berg@example.se.", "Skriv till #."),
      ("<anna@example.se>", "<#>"),
      ("anna+jobb@mail.example.co.uk, tack", "#, tack"),
      ("åsa_öberg@södertälje.example", "#"),
      ("anna @ example.se", "#"),
      ("anna(at)example.se", "#"),
      ("anna [at] example.se svarar", "# svarar"),
      ("anna snabel-a example.se", "#"),
      ("anna＠example.se", "#"),
      ("anna%40example.se", "#"),
      ("a@b.se eller c@d.se", "# eller #"),
      ("anna@example", "#"),
    ])
  func email(written: String, expected: String) {
    let (text, counts) = redact(written)
    #expect(text == expected.replacing("#", with: ContactRedaction.Kind.email.mark))
    #expect(counts[.email] == expected.split(separator: "#", omittingEmptySubsequences: false).count - 1)
    #expect(counts[.telephone] == 0)
  }

  @Test(
    "a telephone number goes, however it is grouped",
    arguments: [
      ("070-1740605", "#"),
      ("070-174 06 05", "#"),
      ("0701740605", "#"),
      ("070/1740605", "#"),
      ("070.174.06.05", "#"),
      ("070\u{A0}174\u{A0}06\u{A0}05", "#"),
      ("070–174 06 05", "#"),
      ("(08) 465 004 12", "#"),
      ("08-465 00 412", "#"),
      ("08-46500412", "#"),
      ("+46 70 174 06 05", "#"),
      ("+46 (0)70-174 06 05", "#"),
      ("+46701740605", "#"),
      ("(+46) 70 174 06 05", "#"),
      ("0046 70 174 06 05", "#"),
      ("+358 40 123 4567", "#"),
      ("Ring 070-1740605 efter kl. 8", "Ring # efter kl. 8"),
      ("nås på 08-465 004 12, helst", "nås på #, helst"),
      ("Tfn08-46500412", "Tfn#"), ("mobil070-1740605", "mobil#"),
      ("tel. 465 004 12", "tel. #"),
      ("Ring mig på 46500412!", "Ring mig på #!"),
      ("minst 5 070-1740605", "minst 5 #"),
      ("08-465 004 12 5 personer", "# 5 personer"),
      ("(070-1740605)", "(#)"),
      ("０７０-１７４０６０５", "#"),
      ("070-1740605 070-1740606", "# #"),
    ])
  func telephone(written: String, expected: String) {
    let (text, counts) = redact(written)
    #expect(text == expected.replacing("#", with: ContactRedaction.Kind.telephone.mark))
    #expect(counts[.telephone] >= 1)
  }

  @Test(
    "a personal identity number or co-ordination number goes, with or without century and sign",
    arguments: [
      "811218-9876", "19811218-9876", "8112189876", "198112189876", "811218+9876", "811218 9876", "811218 – 9876",
      "1981-12-18-9876", "121212-1212", "811278-9873", "19811278-9873", "000229-0005",
    ])
  func personalIdentityNumber(written: String) {
    let mark = ContactRedaction.Kind.personalIdentityNumber.mark
    #expect(redact(written).text == mark)
    #expect(redact("Vår lärling (\(written)) slutar").text == "Vår lärling (\(mark)) slutar")
  }

  /// Each of them is one number to a reader.
  @Test(
    "what is spelt so that a program should not see it is seen all the same",
    arguments: [
      "0 7 0 1 7 4 0 6 0 5", "0-7-0-1-7-4-0-6-0-5", "07 01 74 06 05", "070\u{200B}1740605", "070-174\u{AD}0605",
      "070\u{2060}-1740605", "070\u{202F}174\u{2009}06 05", "070‑174‑06‑05", "070 - 174 06 05", "070_1740605",
      "070 174 0605", "0 70-17 40 605", "070 . 174 . 06 . 05", "070--1740605", "(070) 174-0605", "070 1740 605",
      "070*174*06*05", "0７0-17４0605", "٠٧٠١٧٤٠٦٠٥", "Tel:0701740605", "+4670-1740605", "+46-70-1740605",
      "+46(0)701740605", "46701740605", "46 70 174 06 05", "8 1 1 2 1 8 9 8 7 6", "8 1 1 2 1 8 - 9 8 7 6",
      "81 12 18-9876", "81-12-18-9876", "81 12 18 98 76", "811218\u{200B}-9876", "811218--9876", "811218_9876",
      "811218.9876", "811218/9876", "８１１２１８－９８７６", "1981 12 18 9876", "1981.12.18-9876", "19 81 12 18 98 76",
      "19811218 - 9876", "811278 98 73", "anna.berg\u{200B}@example.se", "anna.berg@\u{AD}example.se",
      "anna . berg @ example . se", "anna.berg @example.se", "anna.berg&commat;example.se", "anna.berg&#64;example.se",
      "anna.berg at example.se", "anna.berg (snabela) example.se", "anna.berg[snabel-a]example[punkt]se",
      "anna.berg(at)example(dot)se", "anna.berg（＠）example.se", "a n n a @ example.se", "mailto:anna.berg@example.se",
      "anna.berg\u{FE6B}example.se", "anna.berg <at> example.se",
    ])
  func disguised(written: String) {
    let redacted = redact(written).text
    #expect(redacted.contains("bortta") && redacted.filter(\.isNumber).count < 4, "\(redacted)")
  }

  @Test("after the word for it, a mistyped personal identity number goes as well")
  func namedNumber() {
    #expect(redact("personnr 811218-9875").text == "personnr [personnummer borttaget]")
  }

  @Test(
    "a number that answers a question stays",
    arguments: [
      "20", "ca 20", "10–15", "minst 5", "1 200", "1 200 000", "1 200 000 kr", "12 500 000 000", "250 000 kr",
      "757\u{A0}140 kr", "1 050 000 000", "8112189876 kr", "2008–2010", "2025, 2026 och 2027", "2005 2010 2015",
      "2008-04-15 till 2008-08-10", "2026-01-19", "08-10-2026", "05/06/2025", "01.03.2026", "08.00-16.30",
      "07:00–15:30",
      "0,12345678", "0.12345678", "100000000", "50 %", "10 10 20 20 30", "12,5", "3 av 10", "556012-5790",
      "811218-9875", "811318-9876", "SNI 47.110", "SSYK 2512", "5 till 10 personer om 2, 5 och 10 år",
      "ring 10 personer", "telefonintervju 2026", "mobil 120 000 kr", "000000000", "vet ej", "snabel", "(a) och (b)",
      "40 @ 300 kr", "10 12 15 20 30", "46 701 740 605", "look at example.se", "R&D", "AT&T at work", "+5", "+12 000",
      "20+",
    ])
  func survives(written: String) {
    #expect(redact(written).text == written)
    #expect(redact("Vi var \(written).").text == "Vi var \(written).")
  }

  @Test("a key of the frame is no telephone number")
  func frameKeys() {
    #expect(redact("0181-0042").text == "[telefonnummer borttaget]")
    #expect(redact("0181-0042", keys: ["0181-0042"]).text == "0181-0042")
    #expect(redact("även för 0181-0042", keys: ["0181-0042"]).text == "även för 0181-0042")
  }

  @Test(
    "where a key is due, what looks like those of the frame stays",
    arguments: [("0181-9999", true), ("070-1740605", false)])
  func keyShape(written: String, stays: Bool) {
    var counts = ContactCounts()
    let redacted = ContactRedaction(keys: ["0181-0042"]).redactKey(written, counting: &counts)
    #expect((redacted == written) == stays)
  }

  @Test("dates and check digits are looked at", arguments: [("000229-0005", true), ("010229-0003", false)])
  func leapDay(written: String, isRight: Bool) {
    #expect(PersonalIdentityNumber.isValid(written.compactMap(\.wholeNumberValue)) == isRight)
  }

  @Test("nothing crashes, and no at sign between words is left, whatever is written", arguments: 0..<200)
  func anything(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "@", "(at)", "0", "070", "-", " ", "+", "46", "8112189876", ".", "se", "å", "\u{0}", "(", ")", "\u{A0}",
      "e\u{301}",
      "👩‍👩‍👧", "%40", "tel", "pnr", "\n", "9", "1234567890123456789012345678901234567890",
    ]
    let text = (0..<40).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
    let redacted = redact(text).text
    #expect(redacted.firstMatch(of: /[a-zå][@＠][a-zå]{2}/) == nil)
    #expect(redact(redacted).text == redacted)
  }
}
