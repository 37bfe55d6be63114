import ConfidentialRecords
import SurveyModel
import Testing

@testable import CleanStage

@Suite("Answers that their question's classification codes")
struct AnswerClassifierTests {
  private static func question(_ classification: Classification, _ kind: Concept.Kind = .text) -> Question {
    var question = SmallStudy.question("X-\(classification.rawValue)", kind: kind)
    question.classification = classification
    return question
  }

  /// Made once: the lists of classifications are long.
  private static let study = Result {
    var study = SmallStudy.study()
    study.classifications = try DemoK.study().classifications
    study.questionnaires[0].questions += Classification.allCases.map { question($0) }
    return study
  }

  private static let cleaner = Result { try SmallStudy.cleaner(study.get()) }

  private func clean(
    _ written: String, _ classification: Classification
  ) throws -> (cleaned: CleanedResponse, value: ChoicesValue?, edit: EditRecord?) {
    let id = "X-\(classification.rawValue)"
    let cleaner = try Self.cleaner.get()
    let response = SmallStudy.response("r1", from: "A1", ["Q2": "20", id: written])
    guard case .cleaned(let cleaned) = cleaner.clean(response).outcome else {
      throw SmallStudy.Rejected(outcome: cleaner.clean(response).outcome)
    }
    let edit = cleaned.edits.first { $0.rule == EditStep.coding }
    #expect(cleaned.replays)
    #expect(cleaner.replay(response, edits: cleaned.edits) == cleaned.employer)
    // Without the log the words themselves would stand there.
    if let edit, edit.after != written { #expect(cleaner.replay(response, edits: []) != cleaned.employer) }
    return (cleaned, cleaned.employer.otherAnswers[id], edit)
  }

  @Test(
    "what is known becomes its code, with the source where there is one, and the log says why",
    arguments: [
      (Classification.education, "Gymnasieexamen", "sun-33 seqf-4 formal"), (.education, "SeQF 4", "seqf-4 refereed"),
      (.education, "OCN nivå 3", "seqf-4 validated"), (.education, "3 år på högskola", "sun-53 self-stated"),
      (.ocn, "OCN nivå 2, 6 poäng", "ocn-2 validated"), (.ocn, "2", "ocn-2 validated"),
      (.ocn, "6 poäng på nivå 1", "ocn-1 validated"), (.industry, "25.110", "25"), (.industry, "q", "Q"),
      (.municipality, "Södertälje kommun", "0181"), (.municipality, "Sandvikens kommun", "2181"),
      (.municipality, "0181", "0181"), (.ssyk96, "121", "112"), (.ssyk96, "SSYK 96 1210", "112"),
    ])
  func coded(classification: Classification, written: String, code: String) throws {
    let (cleaned, value, edit) = try clean(written, classification)
    #expect(value == .chosen([code]))
    #expect(edit?.before == written)
    #expect(edit?.after == code)
    #expect(edit?.reason.isEmpty == false)
    #expect(edit?.role == EditRecord.program)
    #expect(cleaned.listed.isEmpty)
  }

  @Test(
    "what cannot be coded, or means several things, is uncoded and on the work list",
    arguments: [
      (Classification.education, "livets skola", "unlike", ""),
      (.education, "grundskola eller doktorsexamen", "ambiguous", "sun-2"), (.ocn, "nivå 4", "unlike", ""),
      (.ocn, "nivå 1 eller 2", "unlike", ""), (.ocn, "ej OCN nivå 2", "unlike", ""),
      (.industry, "rymdturism", "unlike", ""), (.municipality, "Atlantis", "unlike", ""),
      (.municipality, "Sandviken", "ambiguous", "0181,Södertälje,,,2181,Sandviken,,,"),
      (.ssyk96, "123", "seriesBreak", "121,"), (.ssyk96, "999", "unlike", ""), (.ssyk96, "kock", "unlike", ""),
    ])
  func refused(classification: Classification, written: String, doubt: String, candidates: String) throws {
    let (cleaned, value, edit) = try clean(written, classification)
    #expect(value == .chosen([Classification.uncoded]))
    #expect(edit?.before == written)
    #expect(edit?.after == Classification.uncoded)
    #expect(cleaned.listed.map(\.group) == [classification.rawValue])

    var list = CodingWorklist()
    for listed in cleaned.listed { list.add(listed) }
    #expect(list.uncoded == 0, "no title of an occupation")
    let study = try Self.study.get()
    let lines = String(decoding: list.csv(OccupationCoder(study.classifications), study.classifications), as: UTF8.self)
      .split(separator: "\n")
    #expect(lines[1].hasPrefix("\(written),\(classification.rawValue),1,uncoded,\(doubt),\(candidates)"))

    var counts = ProcessCounts()
    counts.add(cleaned)
    let uncoded = counts.records().filter { $0.what == "uncoded answers" }
    #expect(uncoded.map(\.key) == ["X-\(classification.rawValue)"])
    #expect(uncoded.map(\.count) == [1])
  }

  @Test("a missing answer stays missing, with no code and no edit; a choice without codes is read as words")
  func missing() throws {
    let (cleaned, value, edit) = try clean("vet ej", .municipality)
    #expect(value == .missing(.doNotKnow))
    #expect(edit == nil && cleaned.listed.isEmpty)

    var study = try Self.study.get()
    study.questionnaires[0].questions = [SmallStudy.question("Q2", "staff"), Self.question(.municipality, .choice)]
    study.rules = []
    let cleaner = try SmallStudy.cleaner(study)
    let response = SmallStudy.response("r1", from: "A1", ["Q2": "20", "X-municipality": "Södertälje"])
    guard case .cleaned(let chosen) = cleaner.clean(response).outcome else {
      Issue.record("rejected")
      return
    }
    #expect(chosen.employer.otherAnswers == ["X-municipality": .chosen(["0181"])])
    #expect(chosen.replays)
  }
}
