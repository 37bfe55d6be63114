import ReleasedRecords

/// The names that stages give their counts, in the words of the report. An unknown name is shown as it is.
enum ProcessWords {
  static func what(_ record: ProcessRecord, _ words: Words) -> String {
    counts["\(record.stage)/\(record.what)"].map { words.pick($0.name.sv, $0.name.en) } ?? record.what
  }

  /// Nil where the key is a name of the study's or the program's, such as a rule or a stratum.
  static func key(_ key: String, _ words: Words) -> String? { keys[key].map { words.pick($0.sv, $0.en) } }

  static func stage(_ name: String, _ words: Words) -> String {
    stages[name].map { words.pick($0.sv, $0.en) } ?? name
  }

  /// The place in the report's table; what is unknown comes last.
  static func order(_ record: ProcessRecord) -> Int {
    let stage = stageOrder.firstIndex(of: record.stage) ?? stageOrder.count
    return 1000 * stage + (counts["\(record.stage)/\(record.what)"]?.place ?? 999)
  }

  /// Counts that stand in the CSV file alone: they serve those who run the stages.
  static func isForTheFileOnly(_ record: ProcessRecord) -> Bool {
    counts["\(record.stage)/\(record.what)"]?.isForTheFileOnly ?? record.what.hasPrefix("rule ")
  }

  private static let stageOrder = ["ingest", "clean", "aggregate", "match", "protect"]

  private struct Count {
    var name: Name
    var place: Int
    var isForTheFileOnly: Bool
  }

  private static let counts: [String: Count] = {
    var counts: [String: Count] = [:]
    for (place, entry) in inBody.enumerated() {
      counts[entry.0] = Count(name: entry.1, place: place, isForTheFileOnly: false)
    }
    for (place, entry) in inFile.enumerated() {
      counts[entry.0] = Count(name: entry.1, place: inBody.count + place, isForTheFileOnly: true)
    }
    return counts
  }()

  private typealias Name = (sv: String, en: String)

  private static let stages: [String: Name] = [
    "ingest": ("Inläsning", "Ingest"), "clean": ("Granskning", "Clean"), "aggregate": ("Skattning", "Aggregate"),
    "match": ("Jämförelse med tillgång", "Match"), "protect": ("Sekretess", "Protect"),
  ]

  private static let inBody: [(String, Name)] = [
    ("ingest/frame units", ("Arbetsställen i registret", "Workplaces on the frame")),
    ("ingest/sample units", ("Utvalda arbetsställen", "Workplaces in the sample")),
    ("ingest/responses", ("Svar lästa", "Responses read")),
    ("ingest/rejected", ("Avvisade vid inläsning", "Rejected while reading")),
    (
      "ingest/cut-off pages",
      ("Svar ur avhuggna sidor, lästa så långt de räcker", "Responses from pages cut off, read as far as they go")
    ),
    (
      "ingest/contact fields filled in",
      ("Kontaktfält som var ifyllda och aldrig sparas", "Contact fields that were filled in and are never kept")
    ),
    (
      "ingest/contact data removed",
      ("Kontaktuppgifter borttagna ur löpande text", "Contact data removed from running text")
    ),
    (
      "ingest/page sentences left over",
      ("Meningar på projektsidan utan plats", "Sentences of the project page without a place")
    ),
    ("clean/responses in", ("Svar in", "Responses in")),
    ("clean/rejected", ("Avvisade svar", "Rejected responses")),
    ("clean/responses cleaned", ("Svar som används", "Responses in use")),
    ("clean/disposition", ("Tillfrågade arbetsställen, efter utfall", "Workplaces asked, by outcome")),
    ("clean/covered by another unit's answer", ("Ingår i någon annans svar", "Covered by another's answer")),
    (
      "clean/said to have answered, no usable answer",
      ("Sägs ha svarat, men inget användbart svar finns", "Said to have answered, but there is no usable answer")
    ),
    ("clean/answered", ("Besvarade frågor", "Questions answered")),
    ("clean/missing blank", ("Obesvarade: tomt", "Unanswered: blank")),
    ("clean/missing doNotKnow", ("Obesvarade: vet ej", "Unanswered: do not know")),
    ("clean/missing refused", ("Obesvarade: vill ej svara", "Unanswered: refused")),
    ("clean/missing notApplicable", ("Obesvarade: ej aktuellt", "Unanswered: not applicable")),
    ("clean/missing notReached", ("Obesvarade: hann inte dit", "Unanswered: not reached")),
    ("clean/missing unreadable", ("Obesvarade: går inte att läsa", "Unanswered: unreadable")),
    ("clean/missing implausible", ("Strukna som orimliga", "Struck as implausible")),
    ("clean/edit", ("Ändrade värden", "Values edited")),
    (
      "clean/outlier",
      ("Svar helt olika andras, kvar som de är", "Answers quite unlike others', left as they are")
    ),
    ("clean/employers to ask again", ("Arbetsgivare att fråga igen", "Employers to ask again")),
    (
      "clean/occupation coded",
      ("Rader med yrke, efter hur de fick sin kod", "Rows with an occupation, by how they got their code")
    ),
    ("clean/uncoded titles", ("Yrkestitlar utan kod, i arbetslistan", "Titles without a code, in the work list")),
    (
      "clean/decisions about a response that is not there",
      ("Beslut om svar som inte finns", "Decisions about responses that are not there")
    ),
    ("aggregate/employers used", ("Svar i skattningarna", "Responses in the estimates")),
    ("aggregate/response groups", ("Svarsgrupper med egen vikt", "Response groups with a weight of their own")),
    ("aggregate/modes compared", ("Jämförelser av svarssätt", "Ways of answering compared")),
    ("aggregate/modes differ", ("Skillnader mellan svarssätt", "Differences between ways of answering")),
    ("aggregate/strata joined", ("Sammanslagna grupper", "Groups joined")),
    (
      "aggregate/dominant employers without an answer",
      ("Dominerande arbetsgivare utan svar", "Dominant employers without an answer")
    ),
    ("match/amounts of supply", ("Uppgifter om tillgång", "Amounts of supply")),
    ("match/needs matched", ("Behov ställda mot tillgång", "Needs set against supply")),
    ("match/component missing", ("Del av tillgången utan uppgift", "Component of supply without data")),
    ("protect/cells", ("Celler i rapporten", "Cells of the report")),

    (
      "protect/replaced by the version without dominant employers",
      (
        "Celler som ersatts av sin version utan dominerande arbetsgivare",
        "Cells replaced by their version without dominant employers"
      )
    ),
    (
      "protect/statements",
      ("Meningar om jobb som försvinner och kommer till", "Sentences on jobs that vanish and appear")
    ),
    (
      "protect/remarks of too few employers, not named",
      ("Yrken som för få har nämnt för att namnges", "Occupations that too few have mentioned to be named")
    ),
    (
      "protect/verdicts that hang on outliers, not told",
      (
        "Omdömen som hänger på avvikande svar och inte får berättas",
        "Verdicts that hang on outliers and may not be told"
      )
    ),
    ("protect/quotations shown", ("Citat som visas", "Quotations shown")),
    ("protect/quotations withheld", ("Citat som hålls inne", "Quotations withheld")),
  ]

  private static let inFile: [(String, Name)] = [
    ("ingest/files in", ("Filer in", "Files in")),
    ("ingest/rows in", ("Rader in", "Rows in")),
    ("ingest/pages", ("Projektsidor lästa", "Project pages read")),
    ("ingest/encoding", ("Teckenkodning", "Character encoding")),
    (
      "ingest/page lines known as furniture",
      ("Rader på projektsidan som inte hör till innehållet", "Lines of the project page that are no content")
    ),
    (
      "ingest/cells of a spreadsheet",
      ("Celler som kalkylprogrammet skrivit om", "Cells that the spreadsheet had written in its own way")
    ),
    (
      "ingest/page facts and sentences",
      ("Uppgifter och meningar från projektsidan", "Facts and sentences from the project page")
    ),
    (
      "ingest/inventory entries",
      ("Kurser, insatser och annat som sidor räknar upp", "Courses, measures and other things that pages list")
    ),
    ("clean/inventory entries", ("Uppgifter i inventeringar", "Entries of inventories")),
    (
      "clean/inventory pages that say there is none",
      ("Inventeringar: har uppgett att inget finns", "Inventories: said to have none")
    ),
    (
      "clean/inventory entries without an answer",
      ("Inventeringar: uppgifter utan svar", "Inventories: entries without an answer")
    ),
    (
      "clean/municipalities not heard from",
      ("Inventeringar: kommuner som inte har svarat", "Inventories: municipalities that have not answered")
    ),
    (
      "clean/inventory values unreadable",
      ("Inventeringar: värden som inte går att läsa", "Inventories: values that cannot be read")
    ),
    (
      "clean/frame units outside the size classes",
      ("Arbetsställen utanför storleksklasserna", "Workplaces outside the size classes")
    ),
    ("clean/rule holds", ("Regeln håller", "Rule holds")),
    ("clean/rule breaks", ("Regeln bryts", "Rule breaks")),
    ("clean/rule may break", ("Regeln kan brytas", "Rule may break")),
    ("clean/rule does not apply", ("Regeln gäller inte", "Rule does not apply")),
    ("match/verdict", ("Omdömen, före sekretess", "Verdicts, before protection")),
    ("protect/not shown", ("Celler som inte visas, efter skäl", "Cells not shown, by reason")),
    ("aggregate/cells estimated", ("Skattade celler", "Cells estimated")),
    ("protect/cells in", ("Celler in", "Cells in")),
  ]

  private static let keys: [String: Name] = [
    // Why a response was rejected
    "duplicate": ("dubblett", "duplicate"), "withdrawn": ("återtaget", "withdrawn"),
    "notAQuestionnaire": ("ingen enkät", "no questionnaire"), "unreadableFile": ("oläslig fil", "unreadable file"),
    "emptyFile": ("tom fil", "empty file"), "tooLarge": ("för stor", "too large"),
    "brokenMarkup": ("trasig sida", "broken page"), "brokenRow": ("trasig rad", "broken row"),
    "notAResponse": ("summa, källa eller not", "a sum, a source or a note"),
    "noUnitKey": ("utan nyckel", "without a key"), "notInFrame": ("finns inte i registret", "not on the frame"),
    "notInSample": ("inte tillfrågad", "not asked"), "nothingAnswered": ("inget besvarat", "nothing answered"),
    "unknownQuestionnaire": ("okänd enkät", "unknown questionnaire"),
    // Outcomes
    "completed": ("fullständigt svar", "completed"), "partial": ("ofullständigt svar", "partial"),
    "refused": ("vill inte", "refused"), "noContact": ("ej nådd", "no contact"),
    "ineligible": ("nedlagd eller utan anställda", "closed or without staff"), "unknown": ("okänt", "unknown"),
    // How an occupation got its code
    "exact": ("lika med klassifikationens namn", "the classification's name"), "synonym": ("synonym", "synonym"),
    "similar": ("likhet med en känd titel", "likeness to a known title"),
    "decision": ("beslut", "decision"), "none": ("ingen kod", "no code"),
    // Edits
    "coding": ("yrkeskod genom beslut eller likhet", "occupation codes by decision or likeness"),
    "correction": ("beslut om rättelse", "corrections decided"),
    "reading": ("tolkning av det skrivna", "reading of what was written"),
    "low-best-high": ("minst, troligast och högst i oordning", "low, best and high out of order"),
    // Cells of spreadsheets
    "dates": ("datum som tal", "dates as numbers"), "wholeNumbers": ("koder med decimaler", "codes with decimals"),
    // Contact data
    "email": ("e-post", "e-mail"), "telephone": ("telefonnummer", "telephone numbers"),
    "personalIdentityNumber": ("personnummer", "personal identity number"),
    // Sources
    "web-forms": ("webbformulär", "web forms"), "project-bank": ("projektbanken", "project bank"),
    // What became of cells
    "shown": ("visade", "shown"), "zero": ("noll", "zero"), "cannotOccur": ("kan inte finnas", "cannot occur"),
    "uncertain": ("för osäkra", "too uncertain"), "confidential": ("sekretess", "confidential"),
    "notAsked": ("inte frågat", "not asked"), "nothingThere": ("noll", "zero"),
    "tooUncertain": ("för osäkra", "too uncertain"), "noAnswers": ("inga svar", "no answers"),
    "tooFewEnterprises": ("för få företag", "too few enterprises"),
    "dominated": ("ett företag dominerar", "one enterprise dominates"),
    "tooFewPersons": ("för få personer", "too few persons"), "zeroOfFew": ("noll av få", "zero of few"),
    "allOfGroup": ("alla i en grupp", "all of a group"), "baseOfFew": ("andel av få", "share of few"),
    "hiddenPart": ("en del är dold", "a part is hidden"), "secondary": ("skyddar en annan", "protects another"),
    // Verdicts and components of supply
    "shortageInEveryScenario": ("brist i alla scenarier", "shortage in every scenario"),
    "likelyShortage": ("sannolik brist", "likely shortage"), "undetermined": ("går inte att avgöra", "undetermined"),
    "likelySurplus": ("sannolikt överskott", "likely surplus"),
    "surplusInEveryScenario": ("överskott i alla scenarier", "surplus in every scenario"),
    "seekersReady": ("arbetssökande som är redo", "seekers who are ready"), "graduates": ("nyutbildade", "graduates"),
    "completions": ("avslutade insatser", "completions"), "netInMoves": ("nettoinflyttning", "net in-moves"),
    "commutingChange": ("förändrad pendling", "change in commuting"),
  ]
}
