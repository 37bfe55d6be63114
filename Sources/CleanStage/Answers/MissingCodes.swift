import SurveyModel

/// How respondents say that they give no answer. The questionnaire's own codes come first; the common ways of saying
/// it are understood in every questionnaire.
///
/// A dash alone is `blank`: some mean none by it and some mean no answer, and taking it for 0 would put a figure into
/// the total that nobody gave.
struct MissingCodes: Sendable {
  private let reasons: [String: MissingReason]

  init(_ codes: [MissingReason: [String]] = [:]) {
    var reasons = Self.common
    for reason in MissingReason.allCases {
      for code in codes[reason] ?? [] { reasons[WrittenText(code).text] = reason }
    }
    self.reasons = reasons
  }

  /// The reason that the text gives for there being no answer; nil when it is an answer, or tries to be one.
  func reason(_ written: WrittenText) -> MissingReason? {
    if let reason = reasons[written.text] { return reason }
    let bare = written.bare
    if bare.isEmpty {
      if written.text.allSatisfy({ $0 == "-" || $0 == " " }) { return .blank }
      return written.text.allSatisfy({ $0 == "?" || $0 == " " }) ? .doNotKnow : nil
    }
    return reasons[bare]
  }

  private static let common: [String: MissingReason] = {
    let ways: [(MissingReason, [String])] = [
      (
        .doNotKnow,
        [
          "vet ej", "vet inte", "vet inget", "vetej", "vet icke", "ingen aning", "ingen uppfattning", "oklart", "okänt",
          "osäkert", "osäker", "kan ej säga", "kan inte säga", "kan ej svara", "kan inte svara", "går ej att säga",
          "går inte att säga", "svårt att säga", "omöjligt att säga", "do not know", "don't know", "dont know",
          "not known", "unknown", "no idea", "unsure", "not sure", "cannot say", "can't say", "hard to say",
        ]
      ),
      (
        .refused,
        [
          "vill ej svara", "vill inte svara", "vill ej uppge", "vill inte uppge", "avstår", "inget svar", "hemligt",
          "no answer", "refused", "prefer not to say", "prefer not to answer", "will not say",
        ]
      ),
      (
        .notApplicable,
        [
          "ej aktuellt", "inte aktuellt", "inte aktuell", "ej aktuell", "ej tillämpligt", "ej tillämplig",
          "ej relevant",
          "inte relevant", "gäller ej", "gäller inte", "not applicable", "does not apply", "not relevant", "n/a", "n.a",
          "irrelevant",
        ]
      ),
    ]
    return Dictionary(ways.flatMap { reason, texts in texts.map { ($0, reason) } }, uniquingKeysWith: { a, _ in a })
  }()
}
