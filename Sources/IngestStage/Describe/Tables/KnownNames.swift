import Markup

/// What fields are for, by what they are mostly called in Swedish and English.
enum KnownNames {
  static func isContact(_ name: String) -> Bool {
    let words = Set(NormalisedText(name).text.split { !$0.isLetter }.map(String.init))
    return !words.isDisjoint(with: [
      "namn", "kontaktperson", "kontakt", "epost", "post", "mail", "email", "telefon", "tel", "mobil", "telefonnummer",
      "personnummer", "name", "contact", "phone", "firstname", "lastname", "förnamn", "efternamn", "ipaddr",
    ])
  }

  static func isKey(_ name: String) -> Bool {
    let text = NormalisedText(name).text
    return [
      "id", "nr", "enhet", "arbetsställe", "arbetsstalle", "arbetsställenummer", "cfarnr", "nyckel", "token", "kod",
      "unit", "unit_id", "respondent", "respondent id", "response id", "svarsnummer", "löpnummer",
    ].contains(text) || text.hasPrefix("arbetsställe") || text.hasPrefix("arbetsstalle")
  }

  static func isDay(_ name: String) -> Bool {
    let text = NormalisedText(name).text
    return [
      "datum", "besvarad", "submitdate", "date", "end date", "inlämnad", "svarsdatum", "tidsstämpel", "timestamp",
    ]
    .contains(text)
  }
}
