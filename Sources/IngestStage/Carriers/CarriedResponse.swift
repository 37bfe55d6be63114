import ConfidentialRecords
import Diagnostics
import Markup

/// A response on its way to the stage, and what there is to say of it.
struct CarriedResponse: Sendable {
  var response: ResponseRecord
  var problems: [Problem] = []
  var removed: ContactCounts
  /// Which of the questionnaire's questions it has.
  var found: [Bool]
  var respelt = RespeltCells()

  init(_ draft: ResponseDraft, unit: String, source: ResponseSource, verdict: EncodingVerdict) {
    response = ResponseRecord()
    response.source = source.name
    response.questionnaire = source.questionnaire
    response.carrier = source.carrier
    response.mode = source.mode
    response.establishment = unit
    response.form = draft.text(of: .form)
    response.answered = draft.text(of: .answered)
    response.encoding = verdict.words
    response.encodingEvidence = verdict.evidence
    response.contactPresent = draft.contactPresent
    (response.answers, found) = draft.answers()
    removed = draft.removed
  }
}
