import ReleasedRecords
import SwedishText

/// How one language says what the report prints. Every word that is not in a template stands under `Words/`.
struct Words: Sendable {
  let language: Language
  let study: Study
  /// The dominant employers that figures leave out, as the study names them in this language.
  var leftOut: [String] = []

  var wording: Wording { language == .swedish ? .swedish : .english }

  /// The text of the language at hand.
  func pick(_ sv: String, _ en: String) -> String { language == .swedish ? sv : en }

  func years(_ horizon: Int) -> String { pick("\(horizon) år", "\(horizon) years") }

  func sector(_ code: String) -> String {
    switch Sector(rawValue: code) {
    case .private: pick("Privat", "Private")
    case .municipal: pick("Kommunal", "Municipal")
    case .regional: pick("Regional", "Regional")
    case .state: pick("Statlig", "State")
    case .thirdSector: pick("Tredje sektorn", "Third sector")
    case nil: code
    }
  }

  func sizeClass(_ code: String) -> String {
    let ends = code.replacing("-", with: "–").replacing("+", with: "")
    return code.hasSuffix("+")
      ? pick("\(ends) anställda eller fler", "\(ends) staff or more") : pick("\(ends) anställda", "\(ends) staff")
  }

  /// "privata arbetsgivare med 1–9 anställda": a stratum in a sentence.
  func employers(sector: String?, sizeClass: String?) -> String {
    let who =
      switch sector.flatMap(Sector.init(rawValue:)) {
      case .private: pick("privata arbetsgivare", "private employers")
      case .municipal: pick("kommunala arbetsgivare", "municipal employers")
      case .regional: pick("regionala arbetsgivare", "regional employers")
      case .state: pick("statliga arbetsgivare", "state employers")
      case .thirdSector: pick("arbetsgivare i tredje sektorn", "employers in the third sector")
      case nil: pick("arbetsgivare", "employers")
      }
    return who + (sizeClass.map { pick(" med ", " with ") + self.sizeClass($0) } ?? "")
  }

  func section(_ letter: String) -> String {
    study.classifications.sections.first { $0.letter == letter }?.name[language] ?? letter
  }

  func occupation(_ code: String) -> String {
    switch code {
    case Occupation.allOther: pick("Övriga yrken på arbetsplatsen", "Other occupations at the workplace")
    case Occupation.uncoded: pick("Yrke utan kod", "Occupation without a code")
    default: study.classifications.occupations[code]?.name[language] ?? code
    }
  }

  func municipality(_ code: String) -> String { study.classifications.municipalities[code]?.name ?? code }

  /// The municipalities of the study: "Södertälje", "Haninge, Huddinge och Salem".
  var place: String { wording.list(study.municipalities.map { municipality($0) }) }

  func item(_ code: String, of indicator: Indicator) -> String {
    switch indicator {
    case .staffByAge, .occupationStaffByAge: ageBand(code)
    case .staffBySex: code == "women" ? pick("Kvinnor", "Women") : pick("Män", "Men")
    case .leaversLastYear: destination(code)
    case _ where indicator.isFromSupply: gapItem(code)
    default: codeLabel(code, of: indicator) ?? code
    }
  }

  private func ageBand(_ code: String) -> String {
    switch code {
    case "under50": pick("Under 50 år", "Under 50")
    case "65plus": pick("65 år eller äldre", "65 or older")
    default: pick(code.replacing("-", with: "–") + " år", code.replacing("-", with: "–"))
    }
  }

  private func destination(_ code: String) -> String {
    switch code {
    case "retirement": pick("Gick i pension", "Retired")
    case "outOfWork": pick("Slutade arbeta av annat skäl", "Left work for another reason")
    case "employerHere": pick("Till arbetsgivare i kommunen", "To an employer in the municipality")
    case "employerElsewhere": pick("Till arbetsgivare på annan ort", "To an employer elsewhere")
    case "otherOccupation": pick("Bytte yrke", "Changed occupation")
    default: pick("Vet inte vart", "Unknown where")
    }
  }

  /// The label in the list of the question asked: lists may have codes in common and mean different things by them.
  private func codeLabel(_ code: String, of indicator: Indicator) -> String? {
    indicator.itemConcept.flatMap { study.codeList(measuring: $0) }?.codes.first { $0.code == code }?.label[language]
  }

  /// A label inside a sentence: small first letter, but for abbreviations and names.
  func inSentence(_ label: String) -> String {
    let first = label.prefix { $0.isLetter }
    if first.dropFirst().contains(where: \.isUppercase) { return label }
    if language == .english, ["Swedish", "English", "I"].contains(first) { return label }
    return label.lowercasedFirst
  }

  /// What a cell's domain is called when its other dimensions are at their margins.
  func domain(_ domain: Domain, of indicator: Indicator) -> String {
    let parts = [
      domain.municipality.map { municipality($0) }, domain.sector.map { sector($0) },
      domain.section.map { section($0) }, domain.sizeClass.map { sizeClass($0) },
      domain.occupation.map { occupation($0) }, domain.item.map { item($0, of: indicator) },
    ].compactMap(\.self)
    return parts.isEmpty ? pick("Alla", "All") : parts.joined(separator: ", ")
  }

  /// How respondents were asked, and in what files their answers came: `telefonintervjuer, tabell (CSV)`. Saved pages
  /// are what one expects of a web form.
  func source(_ source: ResponseSource) -> String {
    source.mode == .web && source.carrier == .htmlForm
      ? mode(source.mode) : mode(source.mode) + ", " + carrier(source.carrier)
  }

  func carrier(_ carrier: Carrier) -> String {
    switch carrier {
    case .htmlForm: pick("sparade sidor", "saved pages")
    case .htmlTable: pick("tabell på webbsida", "table on a page")
    case .csv: pick("tabell (CSV)", "table (CSV)")
    case .limeSurvey: "LimeSurvey"
    case .xforms: "XForms"
    case .tripleS: "Triple-S"
    }
  }

  func mode(_ mode: Mode) -> String {
    switch mode {
    case .web: pick("webbformulär", "web forms")
    case .telephone: pick("telefonintervjuer", "telephone interviews")
    case .paper: pick("pappersenkäter", "paper questionnaires")
    case .visit: pick("besök", "visits")
    }
  }

  func dimension(_ dimension: Dimension) -> String {
    switch dimension {
    case .municipality: pick("Kommun", "Municipality")
    case .sector: pick("Sektor", "Sector")
    case .section: pick("Näringsgren", "Industry")
    case .sizeClass: pick("Storlek", "Size")
    case .occupation1, .occupation2, .occupation3: pick("Yrke", "Occupation")
    case .horizon: pick("Tid", "Time")
    case .item: pick("Vad", "What")
    }
  }

  func within(_ horizon: Int) -> String { pick("inom \(years(horizon))", "within \(years(horizon))") }
}

extension String {
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
  var uppercasedFirst: String { prefix(1).uppercased() + dropFirst() }
}
