import ConfidentialRecords
import Testing

@testable import IngestStage

@Suite("A project page of our own, with the quirks of the studies' pages")
struct ProjectPageTests {
  /// Made up from end to end. The quirks are real: labels and headings glued to what stands beside them, a blank
  /// missing after a full stop, a sub-goal's number used twice, bullets of three kinds, a heading with no line of its
  /// own, a heading the description does not know.
  private static let text = """
    Logotyp på utskrifter

    Stäng

    3 december - Webbinarium om fattigdom i dagens Sverige

    Mer information och anmälan.

    Matchning Södertörn

    ProgramområdeProgramområde 2 Ökat arbetskraftsutbud
    ProjektfasFörprojektering
    ProjektägareNäringslivsenheten i Salems kommun
    KontaktpersonVera Exempelsson
    E-postvera@example.se
    Telefonnummer08-46500427
    Beviljat ESF-stöd120 000 kr
    Total projektbudget480\u{A0}000 kr
    Projektperiod2008-06-30 till 2009-07-02
    RegionStockholm
    In English

    Sammanfattning

    Hur fler hittar jobb, och fler arbetsgivare någon att anställa.

    Bakgrund

    Projektet är en idé från åtta kommuner, bl a Haninge och Salem. Under 2007 skrevs en plan "Jobb 2010, en plan" (se bilaga 2).
    Bristen på folk är ett hinder för tillväxten.För att komma runt det behövs nya sätt att mötas.

    Det här har vi börjat med:

    - En lista över kommunernas kurser
    - Siffror över utbildning, yrke, kön- och ålder

    Enligt OECD:s rapport är läget dåligt. Ring 08-465 004 27 eller skriv till vera@example.se.


    Syfte

    Vi ska göra detta:

    1. Pröva nya sätt. Vi börjar i Salem.
    2. Ta fram ett underlag.

    Punkterna 1-2 visar vad som behövs.
    Målsättning

    Delmål 1/Idéer
    En sammanställning av idéerna.

    Delmål 2/Avtal
    Målet är ett avtal mellan kommunerna.

    Delmål 2/Skiss
    Delmål 2 är också att rita en skiss. Den ska vara klar i juni.

    Delmål 3/Ansökan
    Arbetet ska leda fram till en ansökan.Tillgänglighet för personer med funktionsnedsättning

    Vi börjar med en dag för arbetsgruppen.
    En inventering av kommunernas policy görs.

    Studiebesök

    Vi åker till Leeds.

    Medfinansiärer

     • Utbildning och arbetsmarknad

    Samarbetspartners

     • Försörjningsstöd,bedömning,aktivering
     • Tyresö kommun

    Kommun

     • Haninge
     • Salem
     • Upplands-Väsby
     • Haninge
    """

  private static func page() throws -> TextPage {
    TextPage(text: text, description: try StudyDescriptions.file("matchning-sodertorn/pages/project-bank.yaml"))
  }

  private static let phone = "[telefonnummer borttaget]"
  private static let mail = "[e-post borttagen]"

  @Test("every letter of every line comes out once, contact data aside", arguments: TextPage.Layout.allCases)
  func everySentence(layout: TextPage.Layout) throws {
    let page = try Self.page()
    #expect(
      page.wrongLines(in: try page.read(as: layout)) == [
        "Enligt OECD:s rapport är läget dåligt. Ring 08-465 004 27 eller skriv till vera@example.se."
      ])
  }

  @Test("facts, sentences, sub-goals and what is left over", arguments: TextPage.Layout.allCases)
  func facts(layout: TextPage.Layout) throws {
    let reading = try Self.page().read(as: layout)
    func all(_ key: String) -> [String] { reading.page.fields.filter { $0.key == key }.map(\.value) }
    #expect(reading.page.title == "Matchning Södertörn")
    #expect(all("support") + all("budget") + all("supportSharePercent") == ["120000 kr", "480000 kr", "25.0"])
    // By hand: 30 June 2008 to 30 June 2009 is 366 days, and two more; 31 days of July, and two.
    #expect(all("periodDays") + all("periodJulyDays") == ["368", "33"])
    #expect(
      all("background") == [
        "Projektet är en idé från åtta kommuner, bl a Haninge och Salem.",
        "Under 2007 skrevs en plan \"Jobb 2010, en plan\" (se bilaga 2).",
        "Bristen på folk är ett hinder för tillväxten.", "För att komma runt det behövs nya sätt att mötas.",
        "Det här har vi börjat med:", "- En lista över kommunernas kurser",
        "- Siffror över utbildning, yrke, kön- och ålder", "Enligt OECD:s rapport är läget dåligt.",
        "Ring \(Self.phone) eller skriv till \(Self.mail).",
      ])
    #expect(
      all("purpose") == [
        "Vi ska göra detta:", "1. Pröva nya sätt.", "Vi börjar i Salem.", "2. Ta fram ett underlag.",
        "Punkterna 1-2 visar vad som behövs.",
      ])
    #expect(all("subgoal") == ["Delmål 1/Idéer", "Delmål 2/Avtal", "Delmål 2/Skiss", "Delmål 3/Ansökan"])
    #expect(
      all("subgoalText") == [
        "En sammanställning av idéerna.", "Målet är ett avtal mellan kommunerna.",
        "Delmål 2 är också att rita en skiss.", "Den ska vara klar i juni.", "Arbetet ska leda fram till en ansökan.",
      ])
    // A heading that nobody knows, and that is not marked up as one, cannot be told from a sentence.
    let visit = ["Studiebesök", "Vi åker till Leeds."]
    let start = ["Vi börjar med en dag för arbetsgruppen.", "En inventering av kommunernas policy görs."]
    #expect(all("accessibility") == start + visit)
    #expect(all("partners") == ["Försörjningsstöd,bedömning,aktivering", "Tyresö kommun"])
    #expect(all("coFinanciers") == ["Utbildning och arbetsmarknad"])
    #expect(all("municipalitiesListed") == ["0136", "0128", "0114"])
    #expect(reading.page.leftOver.map(\.value) == ["Haninge"])
    #expect(reading.problems.map(\.summary) == ["a heading with a number that an earlier one has: both are kept"])
    #expect(reading.page.contactPresent && reading.page.boilerplateLines == 5)
  }

  @Test("nothing of the contact data is left", arguments: TextPage.Layout.allCases)
  func contactData(layout: TextPage.Layout) throws {
    let reading = try Self.page().read(as: layout)
    let all = (reading.page.fields + reading.page.leftOver).map(\.value).joined(separator: "\n")
    for word in ["Vera", "Exempelsson", "example.se", "465"] { #expect(!all.contains(word)) }
  }
}
