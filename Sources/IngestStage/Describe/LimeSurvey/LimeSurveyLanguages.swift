import ConfidentialRecords

/// Texts of a survey in the languages of ours, and those that LimeSurvey itself puts in.
struct LimeSurveyLanguages {
  typealias Code = DraftQuestionnaire.Code
  typealias Text = DraftQuestionnaire.Text
  typealias Texts = LimeSurveyStructure.Texts

  private let swedish: String?
  private let english: String?
  private let base: String?
  private let all: [String]

  /// - Parameter languages: as LimeSurvey calls them, such as `sv` or `en-US`; the base language first.
  init(_ languages: [String]) {
    func first(_ language: String) -> String? {
      languages.first { $0 == language } ?? languages.first { $0.hasPrefix(language + "-") }
    }
    (swedish, english, base, all) = (first("sv"), first("en"), languages.first, languages)
  }

  /// Texts of a question and of its parts, with a dash between; a part that has none is passed over.
  func text(_ texts: Texts...) -> Text {
    func joined(_ language: String?) -> String? {
      guard let language else { return nil }
      let parts = texts.map { ($0[language] ?? "").withoutMarkup.withoutEnds }.filter { !$0.isEmpty }
      return parts.isEmpty ? nil : parts.joined(separator: " – ")
    }
    return Text(sv: joined(swedish), en: joined(english), other: joined(base))
  }

  func both(sv: String, en: String) -> Texts {
    var texts: Texts = [:]
    if let base { texts[base] = en }
    if let english { texts[english] = en }
    if let swedish { texts[swedish] = sv }
    return texts
  }

  var codes: [Code] { all.map { Code(code: $0, label: Text(sv: $0, en: $0)) } }

  func other(written: [String]) -> Code {
    Code(code: "other", label: Text(sv: "Annat", en: "Other"), written: written)
  }

  static let yesNo = [
    Code(code: "yes", label: Text(sv: "Ja", en: "Yes"), written: ["Y"]),
    Code(code: "no", label: Text(sv: "Nej", en: "No"), written: ["N"]),
  ]
  static let gender = [
    Code(code: "F", label: Text(sv: "Kvinna", en: "Female")), Code(code: "M", label: Text(sv: "Man", en: "Male")),
  ]
  static let yesUncertainNo = [
    Code(code: "Y", label: Text(sv: "Ja", en: "Yes")), Code(code: "U", label: Text(sv: "Osäker", en: "Uncertain")),
    Code(code: "N", label: Text(sv: "Nej", en: "No")),
  ]
  static let increaseSameDecrease = [
    Code(code: "I", label: Text(sv: "Ökar", en: "Increase")),
    Code(code: "S", label: Text(sv: "Oförändrat", en: "Same")),
    Code(code: "D", label: Text(sv: "Minskar", en: "Decrease")),
  ]
}

extension String {
  /// The labels of the two ends of a semantic differential, which stand with a bar between, as words.
  fileprivate var withoutEnds: String {
    split(separator: "|").map { String($0).trimmed }.filter { !$0.isEmpty }.joined(separator: " / ")
  }
}
