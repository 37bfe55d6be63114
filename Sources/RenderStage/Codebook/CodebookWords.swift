import ReleasedRecords

/// What the codebook calls kinds of answer, units, carriers and reasons.
struct CodebookWords {
  let words: Words

  private func pick(_ sv: String, _ en: String) -> String { words.pick(sv, en) }

  func kind(_ kind: Concept.Kind) -> String {
    switch kind {
    case .count: pick("antal", "a number")
    case .share: pick("en andel i procent", "a share in per cent")
    case .money: pick("ett belopp i kronor", "an amount in SEK")
    case .year: pick("ett årtal", "a year")
    case .date: pick("en dag, en månad eller en vecka", "a day, a month or a week")
    case .scale: pick("ett steg på en skala", "a step on a scale")
    case .yesNo: pick("ja eller nej", "yes or no")
    case .choice: pick("ett val", "one choice")
    case .choices: pick("ett eller flera val", "one or more choices")
    case .text: pick("egna ord", "own words")
    }
  }

  /// A unit that we have no word for is shown as the questionnaire writes it.
  func unit(_ unit: String) -> String {
    switch unit {
    case "persons": pick("personer", "persons")
    case "percent": pick("procent", "per cent")
    case "full-time equivalents": pick("heltidstjänster", "full-time equivalents")
    case "hours": pick("timmar", "hours")
    case "SEK": pick("kronor", "SEK")
    case "thousand SEK": pick("tusen kronor", "thousand SEK")
    case "million SEK": pick("miljoner kronor", "million SEK")
    case "establishments": pick("arbetsställen", "workplaces")
    case "grade 1–5": pick("1 (mycket lätt) till 5 (mycket svårt)", "1 (very easy) to 5 (very hard)")
    default: Markdown.escape(unit)
    }
  }

  func classification(_ classification: Classification) -> String {
    switch classification {
    case .education:
      pick(
        "utbildning: SUN 2020 och SeQF, med varifrån nivån kommer (formal, refereed, validated, self-stated)",
        "education: SUN 2020 and SeQF, with where the level comes from (formal, refereed, validated, self-stated)")
    case .ocn: pick("enhet inom OCN, nivå 1 till 3", "unit of the OCN, level 1 to 3")
    case .industry: pick("näringsgren: SNI 2007, huvudgrupp eller avdelning", "industry: SNI 2007, division or section")
    case .municipality: pick("kommun: kommunkod", "municipality: code of the municipality")
    case .ssyk96:
      pick(
        "yrke: SSYK 96, omkodat till SSYK 2012 där det går. Klassifikationen har ett tidsseriebrott: en grupp som har delats eller inte kan följas är uncoded",
        "occupation: SSYK 96, recoded to SSYK 2012 where that can be done. The classification has a break in series: a group that was split or cannot be followed is uncoded"
      )
    }
  }

  func repeats(_ scope: Concept.Repeat) -> String {
    switch scope {
    case .employer: pick("en gång till varje arbetsgivare", "once of each employer")
    case .occupations: pick("en gång för varje yrke på arbetsplatsen", "once for each occupation at the workplace")
    case .vanishingJobs: pick("en gång för varje jobb som försvinner", "once for each job that vanishes")
    case .emergingJobs: pick("en gång för varje jobb som kommer till", "once for each job that appears")
    }
  }

  func meaning(of reason: MissingReason) -> String {
    switch reason {
    case .notAsked: pick("Frågan finns inte på blanketten", "The form does not have the question")
    case .notReached: pick("Svaret slutar före frågan", "The answer ends before the question")
    case .notApplicable: pick("Frågan gäller inte den som svarar", "The question does not apply")
    case .refused: pick("Vill inte svara", "Will not say")
    case .doNotKnow: pick("Vet inte", "Does not know")
    case .blank: pick("Frågan visades och lämnades tom", "The question was shown and left empty")
    case .unreadable: pick("Det som står går inte att förstå", "What is written cannot be understood")
    case .implausible: pick("En regel säger att det inte kan stämma", "A rule says that it cannot be true")
    }
  }

  /// Other ways of writing it; a dash where there are none.
  func written(_ texts: [String]) -> String {
    texts.isEmpty ? "–" : texts.map { Markdown.escape($0) }.joined(separator: "; ")
  }

  /// `webbformulär: anstallda eller label:Hur många …; tabell (CSV): anst`
  func places(_ places: FieldPlaces) -> String {
    let parts = Carrier.allCases.compactMap { carrier -> String? in
      let selectors = places.selectors(for: carrier)
      guard !selectors.isEmpty else { return nil }
      return words.carrier(carrier) + ": "
        + selectors.map { Markdown.escape($0) }.joined(separator: pick(" eller ", " or "))
    }
    return parts.isEmpty ? pick("ingen fil", "no file") : parts.joined(separator: "; ")
  }
}
