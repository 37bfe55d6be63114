import ConfidentialRecords

/// A questionnaire as a survey tool's own file tells it, on its way to a file that a person goes on with.
///
/// Every format has a reader that fills one in; the writer makes of it what `StudyLoader` accepts. Identifiers, codes
/// and texts may be any text here.
struct DraftQuestionnaire: Sendable {
  /// A text in the languages that the file has.
  struct Text: Hashable, Sendable {
    var sv: String?
    var en: String?
    /// In the first other language, where there is neither.
    var other: String?

    init(sv: String? = nil, en: String? = nil, other: String? = nil) {
      (self.sv, self.en, self.other) = (sv?.nonBlank, en?.nonBlank, other?.nonBlank)
    }
  }

  struct Code: Hashable, Sendable {
    var code: String
    var label: Text
    /// How the file's own answers write it.
    var written: [String] = []
  }

  struct Question: Sendable {
    var id: String
    var text: Text
    var kind: Concept.Kind
    var codes: [Code] = []
    /// Skip logic in the expression language, about questions by their `id` here.
    var asked: String?
    /// Where the answer stands, in the order in which to look.
    var found: [String]
    /// For a person to read, each on a line of its own.
    var notes: [String] = []
  }

  enum Item: Sendable {
    case heading(Text)
    case question(Question)
    /// About what has no question here.
    case note(String)
  }

  var id: String
  var title: Text
  var carrier: Carrier
  /// What it was made of, such as `LimeSurvey survey 841748`.
  var origin: String
  var notes: [String] = []
  var unitKey: String
  var answered: String?
  var items: [Item] = []

  var questions: [Question] { items.compactMap { if case .question(let question) = $0 { question } else { nil } } }
}

extension DraftQuestionnaire.Text {
  /// Swedish and English; the one stands in for the other that is missing, and what else there is for both.
  func both(or substitute: String) -> LocalizedText {
    let any = other ?? substitute
    return LocalizedText(sv: sv ?? en ?? any, en: en ?? sv ?? any)
  }

  /// What a person should know of it; nil when both languages are there.
  var note: String? {
    switch (sv, en) {
    case (_?, _?): nil
    case (nil, _?): "no Swedish in the file: the English text stands in its place"
    case (_?, nil): "no English in the file: the Swedish text stands in its place"
    case (nil, nil): other == nil ? "no text in the file" : "neither Swedish nor English in the file"
    }
  }
}

extension String {
  fileprivate var nonBlank: String? { contains { !$0.isWhitespace } ? self : nil }
}
