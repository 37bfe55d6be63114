import SurveyModel

/// Finds a municipality by its code or its name: `0181`, `Södertälje`, `Södertälje kommun`, `Upplands-Väsby`.
struct MunicipalityCoder: Sendable {
  private let codes: [String: String]

  init(_ municipalities: [String: Municipality]) {
    var codes: [String: String] = [:]
    let inOrder = municipalities.values.sorted { $0.code < $1.code }
    for municipality in inOrder {
      codes[municipality.code] = municipality.code
      codes[Self.key(municipality.name)] = municipality.code
    }
    // `Österåkers kommun`
    for municipality in inOrder {
      let genitive = Self.key(municipality.name) + "s"
      codes[genitive] = codes[genitive] ?? municipality.code
    }
    self.codes = codes
  }

  /// The four-digit code; nil when no municipality is called that.
  func code(_ written: String) -> String? { codes[Self.key(written)] }

  private static func key(_ name: String) -> String {
    let words = WrittenText(name).text.split { $0 == " " || $0 == "-" }
    let isKind = words.count > 1 && ["kommun", "stad"].contains(words[words.count - 1])
    return (isKind ? words.dropLast() : words[...]).joined(separator: " ")
  }
}
