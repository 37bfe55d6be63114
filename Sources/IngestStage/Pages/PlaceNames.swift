import Markup
import SurveyModel

/// Finds municipalities and counties by the names that pages use (ING-07).
struct PlaceNames: Sendable {
  private let municipalities: [NormalisedText: String]

  init(_ classifications: Classifications) {
    // A dictionary has no order: where two names fall together, the smaller code is taken.
    let sorted = classifications.municipalities.values.sorted { $0.code < $1.code }
    municipalities = Dictionary(sorted.map { (Self.key($0.name), $0.code) }, uniquingKeysWith: { a, _ in a })
  }

  /// The code of `Upplands-Väsby`, `Södertälje kommun` or `Stockholms stad`.
  func municipality(_ written: String) -> String? {
    if let code = municipalities[Self.key(written)] { return code }
    for ending in [" kommun", " stad"] where written.lowercased().hasSuffix(ending) {
      let name = String(written.dropLast(ending.count))
      if let code = municipalities[Self.key(name)] { return code }
      if name.hasSuffix("s"), let code = municipalities[Self.key(String(name.dropLast()))] { return code }
    }
    return nil
  }

  /// The municipality that an owner such as `Södertälje kommun, Arbetslivskontoret` is part of.
  func municipality(ofOwner owner: String) -> String? {
    owner.split(separator: ",").lazy.compactMap { part in
      let part = String(part).trimmed
      return part.lowercased().hasSuffix(" kommun") || part.lowercased().hasSuffix(" stad") ? municipality(part) : nil
    }.first
  }

  /// The code of a county by its name, with or without `län` or `Region`.
  func county(_ written: String) -> String? {
    var name = NormalisedText(written).text
    if name.hasPrefix("region ") { name = String(name.dropFirst(7)) }
    if name.hasSuffix(" län") { name = String(name.dropLast(4)) }
    return Self.counties[name] ?? (name.hasSuffix("s") ? Self.counties[String(name.dropLast())] : nil)
  }

  private static func key(_ name: String) -> NormalisedText { NormalisedText(name.replacing("-", with: " ")) }

  /// The counties of Sweden since 1998; source: SCB, Län och kommuner i kodnummerordning.
  private static let counties: [String: String] = [
    "stockholm": "01", "uppsala": "03", "södermanland": "04", "sörmland": "04", "östergötland": "05",
    "jönköping": "06", "kronoberg": "07", "kalmar": "08", "gotland": "09", "blekinge": "10", "skåne": "12",
    "halland": "13", "västra götaland": "14", "värmland": "17", "örebro": "18", "västmanland": "19", "dalarna": "20",
    "gävleborg": "21", "västernorrland": "22", "jämtland": "23", "västerbotten": "24", "norrbotten": "25",
  ]
}
