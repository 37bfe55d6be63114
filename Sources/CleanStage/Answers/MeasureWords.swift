/// The words for what is counted, measured or paid.
extension QuantityWords {
  /// What is counted: persons, posts, workplaces, and the parts of a full-time post.
  static let units: [(Measure.Word, [String])] = [
    (
      Measure.Word(),
      [
        "st", "styck", "stycken", "arbetsställe", "arbetsställen", "alls", "one", "at all", "idag", "i dag", "nu",
        "just nu", "now", "today", "totalt", "sammanlagt", "total", "in total", "pieces", "ledig", "lediga",
      ]
    ),
    (
      Measure.Word(unit: .heads),
      [
        "person", "personer", "pers", "anställd", "anställda", "medarbetare", "man", "kvinnor", "män", "huvuden",
        "heltidsanställd", "heltidsanställda", "deltidsanställd", "deltidsanställda", "tillsvidareanställda",
        "visstidsanställda", "people", "persons", "employees", "employee", "staff", "workers", "women", "men", "heads",
      ]
    ),
    (
      Measure.Word(unit: .posts),
      [
        "tjänst", "tjänster", "jobb", "plats", "platser", "vakanser", "vakans", "heltid", "på heltid", "befattning",
        "befattningar", "anställning", "anställningar", "posts", "post", "positions", "position", "jobs", "job",
        "vacancies", "vacancy", "full time", "full-time",
      ]
    ),
    (
      Measure.Word(unit: .fullTimeEquivalents),
      [
        "heltider", "heltidstjänst", "heltidstjänster", "heltidsekvivalent", "heltidsekvivalenter", "årsarbetare",
        "helårsarbetare", "årsarbetskraft", "årsarbetskrafter", "årsarbeten", "årsverke", "årsverken", "fte", "ftes",
        "full-time equivalent", "full-time equivalents", "full time equivalent", "full time equivalents",
        "heltidspost", "full-time posts", "full time posts",
      ]
    ),
    (
      Measure.Word(unit: .fullTimeEquivalents, factor: 0.01),
      ["%", "procent", "percent", "per cent"].flatMap { sign in
        [
          "tjänst", "av en tjänst", "av heltid", "av en heltid", "av en heltidstjänst", "heltid", "anställning",
          "of full time", "of full-time", "of a full-time post", "fte",
        ].map { sign + " " + $0 }
      }
    ),
    (Measure.Word(unit: .hours), ["timme", "timmar", "tim", "h", "hour", "hours", "hrs"]),
  ]

  static let multipliers: [(Measure.Word, [String])] = [
    (Measure.Word(factor: 1_000), ["tusen", "thousand"]), (Measure.Word(factor: 1_000_000), ["miljoner", "million"]),
  ]

  // MARK: Shares

  static let percent: [(Measure.Word, [String])] = [
    (
      Measure.Word(unit: .percent),
      ["%", "procent", "percent", "per cent", "proc", "pct"]
    ),
    (Measure.Word(unit: .percent, factor: 0.1), ["‰", "promille", "per mille"]),
  ]

  /// What a share is of, when it says so itself.
  static let ofWhole = PhraseTable(
    ["av", "av de", "av våra", "av all", "of", "of the", "of our", "of all"].flatMap { of in
      [
        "personal", "personalen", "anställda", "medarbetare", "medarbetarna", "arbetskraften", "staff", "employees",
        "workforce",
      ].map { of + " " + $0 }
    } + ["av dem", "av alla", "av oss", "of them", "of us", "anställda", "medarbetare", "personer", "employees"])

  /// Shares that have words of their own: `hälften`, `två tredjedelar`, `varannan`, `every third`.
  static let shares: [(Double, [String])] = {
    var shares: [(Double, [String])] = [
      (50, ["hälften", "halva", "en halv", "half", "a half", "one half", "varannan", "var annan", "varannat"]),
      (100, ["alla", "samtliga", "allihop", "allihopa", "allt", "all", "everyone", "everybody"]),
      (25, ["en kvart"]), (75, ["trekvart"]),
    ]
    let ordinals: [(whole: Int, every: [String])] = [
      (3, ["tredje", "third"]), (4, ["fjärde", "fourth"]), (5, ["femte", "fifth"]), (6, ["sjätte", "sixth"]),
      (7, ["sjunde", "seventh"]), (8, ["åttonde", "eighth"]), (9, ["nionde", "ninth"]), (10, ["tionde", "tenth"]),
      (20, ["tjugonde", "twentieth"]),
    ]
    for (whole, every) in ordinals {
      shares.append((100 / Double(whole), ["var " + every[0], "vart " + every[0], "every " + every[1]]))
    }
    let wholes: [(whole: Int, swedish: String, english: String)] = [
      (3, "tredjedel", "third"), (4, "fjärdedel", "quarter"), (4, "fjärdedel", "fourth"), (5, "femtedel", "fifth"),
      (6, "sjättedel", "sixth"), (7, "sjundedel", "seventh"), (8, "åttondel", "eighth"), (9, "niondel", "ninth"),
      (10, "tiondel", "tenth"), (20, "tjugondel", "twentieth"),
    ]
    let swedish = ["", "", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio"]
    let english = ["", "", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    for (whole, part, piece) in wholes {
      shares.append(
        (100 / Double(whole), ["en \(part)", part, "\(part)en", "a \(piece)", "an \(piece)", "one \(piece)"]))
      for count in 2..<min(whole, 10) {
        let texts = [
          "\(swedish[count]) \(part)ar", "\(english[count]) \(piece)s", "\(english[count])-\(piece)s",
          "\(count) \(part)ar", "\(count) \(piece)s",
        ]
        shares.append((100 * Double(count) / Double(whole), texts))
      }
    }
    return shares
  }()

  // MARK: Money

  static let kronor = ["kr", "kronor", "krona", "sek", "svenska kronor"]

  /// Words for an amount, each with or without the currency after it: `mkr`, `miljoner kronor`.
  static let amounts: [(Measure.Word, [String])] = {
    let powers: [(Double, [String], whole: [String])] = [
      (1, [], kronor),
      (1_000, ["tusen", "thousand", "k", "t"], ["tkr", "kkr", "ksek", "tsek", "tusenlappar"]),
      (
        1_000_000, ["miljon", "miljoner", "milj", "mn", "mln", "m", "million", "millions", "mio"],
        ["mkr", "mnkr", "mkronor", "msek", "mnsek", "mille"]
      ),
      (1_000_000_000, ["miljard", "miljarder", "md", "mdr", "bn", "billion", "billions"], ["mdkr", "mdrkr", "bnsek"]),
    ]
    return powers.map { factor, bare, whole in
      let texts = whole + bare + bare.flatMap { power in kronor.map { power + " " + $0 } }
      return (Measure.Word(unit: .currency, factor: factor), texts)
    }
  }()

  static let otherCurrencies: Set<String> = [
    "eur", "euro", "euros", "usd", "dollar", "dollars", "gbp", "pund", "pounds", "nok", "dkk", "isk", "chf", "€", "$",
    "£",
  ]
}
