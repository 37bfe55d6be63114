import ReleasedRecords

/// The names that stages give their counts, in the words of the report. An unknown name is shown as it is.
enum ProcessWords {
  static func what(_ record: ProcessRecord, _ words: Words) -> String {
    names["\(record.stage)/\(record.what)"].map { words.pick($0.sv, $0.en) } ?? record.what
  }

  static func key(_ key: String, of record: ProcessRecord, _ words: Words) -> String {
    keys[key].map { words.pick($0.sv, $0.en) } ?? key
  }

  static func stage(_ name: String, _ words: Words) -> String {
    stages[name].map { words.pick($0.sv, $0.en) } ?? name
  }

  private typealias Name = (sv: String, en: String)

  private static let stages: [String: Name] = [
    "ingest": ("Inläsning", "Ingest"), "clean": ("Granskning", "Clean"), "aggregate": ("Skattning", "Aggregate"),
    "match": ("Jämförelse med tillgång", "Match"), "protect": ("Sekretess", "Protect"),
  ]

  private static let names: [String: Name] = [
    "ingest/frame units": ("Arbetsställen i registret", "Workplaces on the frame"),
    "ingest/sample units": ("Utvalda arbetsställen", "Workplaces in the sample"),
    "ingest/files in": ("Filer in", "Files in"),
    "ingest/rows in": ("Rader in", "Rows in"),
    "ingest/responses": ("Svar lästa", "Responses read"),
    "ingest/pages": ("Projektsidor lästa", "Project pages read"),
    "ingest/rejected": ("Avvisade vid inläsning", "Rejected while reading"),
    "ingest/cut-off pages": ("Avhuggna sidor, lästa så långt de räcker", "Pages cut off, read as far as they go"),
    "ingest/encoding": ("Teckenkodning", "Character encoding"),
    "ingest/contact data removed": ("Kontaktuppgifter borttagna ur text", "Contact data removed from text"),
    "ingest/contact fields filled in": (
      "Svar med kontaktfält ifyllda, som aldrig sparas", "Answers with contact fields filled in, which are never kept"
    ),
    "ingest/page lines known as furniture": (
      "Rader på projektsidan som inte hör till innehållet", "Lines of the project page that are no content"
    ),
    "ingest/page facts and sentences": (
      "Uppgifter och meningar från projektsidan", "Facts and sentences from the project page"
    ),
    "ingest/page sentences left over": (
      "Meningar på projektsidan som inte kunde placeras", "Sentences of the project page without a place"
    ),
    "clean/responses in": ("Svar in", "Responses in"),
    "clean/responses cleaned": ("Svar som används", "Responses in use"),
    "clean/rejected": ("Avvisade svar", "Rejected responses"),
    "clean/answered": ("Besvarade frågor", "Questions answered"),
    "clean/missing blank": ("Obesvarade: tomt", "Unanswered: blank"),
    "clean/missing doNotKnow": ("Obesvarade: vet ej", "Unanswered: do not know"),
    "clean/missing refused": ("Obesvarade: vill ej svara", "Unanswered: refused"),
    "clean/missing notApplicable": ("Obesvarade: ej aktuellt", "Unanswered: not applicable"),
    "clean/missing notReached": ("Obesvarade: hann inte dit", "Unanswered: not reached"),
    "clean/missing unreadable": ("Obesvarade: går inte att läsa", "Unanswered: unreadable"),
    "clean/missing implausible": ("Strukna som orimliga av en regel", "Struck as implausible by a rule"),
    "clean/occupation coded": ("Yrkesrader, efter hur de fick sin kod", "Occupation rows, by how they got their code"),
    "clean/uncoded titles": ("Yrkestitlar utan kod, i arbetslistan", "Titles without a code, in the work list"),
    "clean/edit": ("Ändringar", "Edits"),
    "clean/disposition": ("Tillfrågade arbetsställen, efter utfall", "Workplaces asked, by outcome"),
    "clean/covered by another unit's answer": ("Ingår i någon annans svar", "Covered by another's answer"),
    "clean/said to have answered, no usable answer": (
      "Sägs ha svarat, men inget användbart svar finns", "Said to have answered, but there is no usable answer"
    ),
    "clean/decisions about a response that is not there": (
      "Beslut om svar som inte finns", "Decisions about responses that are not there"
    ),
    "clean/frame units outside the size classes": (
      "Arbetsställen utanför storleksklasserna", "Workplaces outside the size classes"
    ),
    "aggregate/employers used": ("Svar i skattningarna", "Responses in the estimates"),
    "aggregate/response groups": ("Svarsgrupper med egen vikt", "Response groups with a weight of their own"),
    "aggregate/strata joined": ("Sammanslagna stratum", "Strata joined"),
    "aggregate/cells estimated": ("Skattade celler", "Cells estimated"),
    "aggregate/dominant employers without an answer": (
      "Dominerande arbetsgivare utan svar", "Dominant employers without an answer"
    ),
    "match/amounts of supply": ("Uppgifter om tillgång", "Amounts of supply"),
    "match/needs matched": ("Behov ställda mot tillgång", "Needs set against supply"),
    "match/component missing": ("Tillgång som saknar uppgift, efter del", "Supply without data, by component"),
    "match/verdict": ("Omdömen om brist och överskott", "Verdicts on shortage and surplus"),
  ]

  private static let keys: [String: Name] = [
    // Reasons
    "duplicate": ("dubblett", "duplicate"), "withdrawn": ("återtaget", "withdrawn"),
    "notAQuestionnaire": ("ingen enkät", "no questionnaire"),
    "unknownUnit": ("okänt arbetsställe", "unknown workplace"),
    // Outcomes
    "completed": ("fullständigt svar", "completed"), "partial": ("ofullständigt svar", "partial"),
    "refused": ("vill inte", "refused"), "noContact": ("ej nådd", "no contact"),
    "ineligible": ("nedlagd eller utan anställda", "closed or without staff"), "unknown": ("okänt", "unknown"),
    // How an occupation got its code
    "exact": ("lika med klassifikationens namn", "the classification's name"), "synonym": ("synonym", "synonym"),
    "decision": ("beslut", "decision"), "none": ("ingen kod", "no code"),
    // Edits
    "coding": ("beslut om kod", "coding decision"), "correction": ("beslut om rättelse", "correction"),
    // Contact data
    "email": ("e-post", "e-mail"), "telephone": ("telefon", "telephone"),
    "personalIdentityNumber": ("personnummer", "personal identity number"),
    // Sources
    "web-forms": ("webbformulär", "web forms"), "project-bank": ("projektbanken", "project bank"),
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
