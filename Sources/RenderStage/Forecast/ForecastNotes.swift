import ReleasedRecords
import SwedishText

/// How the forecast's tables are to be read, in a few sentences each.
struct ForecastNotes {
  let report: Report

  private var words: Words { report.words }

  var supply: String {
    words.pick(
      "Tillgången är inte undersökt utan angiven av studien, med källa och datum för varje rad. Det som ingen har uppgift om är ej känt, aldrig noll, och då är också summan och gapet det.",
      "The supply is not surveyed but stated by the study, with source and date for each row. What nobody has data on is not known, never zero, and then so are the sum and the gap."
    )
  }

  var scenarios: String {
    words.pick(
      "Ett scenario är en uppsättning antaganden som hör ihop. Ordet brist används om ett yrke bara när behovet är större än tillgången i alla scenarier, vid båda gränserna för vad svaren lämnar öppet och inom intervallet; sannolik brist när chansen är minst nio på tio i basscenariot.",
      "A scenario is a set of assumptions that belong together. An occupation is said to have a shortage only when need exceeds supply in every scenario, at both bounds for what the answers leave open and within the interval; a likely shortage when the chance is at least nine in ten in the base scenario."
    )
  }

  var sensitivity: String {
    words.pick(
      "Plus gör gapet större. Ett antagande som är en andel av behovet visas bara där behovets tal får visas. Ett omdöme blir ett annat när det hade varit ett annat om man visste att antagandet ligger i den änden.",
      "Plus widens the gap. An assumption that is a share of the need is shown only where the number of the need may be. A verdict changes where it would be another if the assumption were known to lie at that end."
    )
  }

  var drift: String {
    words.pick(
      "Ett annat sätt att se på saken, utan scenarier: hur svårt arbetsgivarna säger att det är att rekrytera i dag, och om tillgången eller efterfrågan växer snabbast. Omdömet är aldrig starkare än sannolikt, och `..` där det är jämnt eller för osäkert.",
      "Another way to look at it, without scenarios: how hard employers say it is to recruit today, and whether supply or demand grows faster. The verdict is never stronger than likely, and `..` where it is even or too uncertain."
    )
  }

  /// Where the county's figures are from, of when, and that they are made up where they are.
  var county: String {
    guard let source = report.study.context.first(where: { $0.name == .county }) else { return "" }
    let origin = Markdown.escape(source.source)
    let vintage = Markdown.escape(source.vintage)
    return words.pick(
      "Länets siffror är inte undersökta här utan hämtade ur en tabell: \(origin), \(vintage). Sysselsatta i länet och i kommunen är räknade på samma sätt där. Behovet här gäller arbetsgivare med \(report.study.longFormFrom) anställda eller fler, så i förhållande till länets är det snarast för litet.",
      "The county's figures are not surveyed here but taken from a table: \(origin), \(vintage). The employed of county and municipality are counted alike there. The need here is that of employers with \(report.study.longFormFrom) staff or more, so against the county's it is rather too small."
    )
      + (source.isSynthetic
        ? words.pick(" **Länets siffror är påhittade.**", " **The county's figures are made up.**") : "")
  }
}
