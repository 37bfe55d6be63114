import ConfidentialRecords
import Diagnostics
import ZipArchive

/// Makes a draft of a LimeSurvey structure (`.lss`), or of a survey archive (`.lsa`), whose responses it leaves alone.
enum LimeSurveyDraft: DraftReader {
  static let files = "a LimeSurvey structure (.lss) or survey archive (.lsa)"

  static func recognises(_ file: DescribedFile) -> Bool {
    if file.headHas("<\(LimeSurveyTables.typeElement)>") { return true }
    guard file.head.starts(with: ZipArchive.signature) else { return false }
    guard let export = try? LimeSurveyExport(file.file, in: file.folder),
      case .archive(_, let structure, _) = export.content
    else { return true }  // a broken archive: the draft says how
    return structure != nil
  }

  static func draft(of file: DescribedFile, id: String) throws(StageFailure) -> DraftQuestionnaire {
    do {
      let place = SourceLocation(path: file.path)
      let bytes =
        try LimeSurveyExport(file.file, in: file.folder).structure()
        ?? file.folder.read(file.file, limit: LimeSurveyExport.structureLimit)
      let structure = try LimeSurveyStructure(bytes, at: place)
      return draft(of: structure, columns: try structure.columns(at: place), id: id)
    } catch let fault as LimeSurveyFault {
      throw fault.failure
    } catch let problem as IngestProblem {
      throw problem.failure(.cannotRead)
    } catch {
      throw LimeSurveyFault.notASurvey(at: SourceLocation(path: file.path)).failure
    }
  }

  static func draft(
    of structure: LimeSurveyStructure, columns: [LimeSurveyColumn], id: String
  ) -> DraftQuestionnaire {
    let languages = LimeSurveyLanguages(structure.languages)
    var draft = DraftQuestionnaire(
      id: id, title: languages.text(structure.title), carrier: .limeSurvey,
      origin: "LimeSurvey survey \(structure.id) (version \(structure.version) of its tables, "
        + "\(structure.questions.count) questions)",
      unitKey: "token", answered: "submitdate")
    draft.notes = [
      "unit-key: token is the code of the invitation; the code of a question serves as well. An anonymous survey has no token.",
      "for responses (.lsr) the source in study.yaml names the structure too: structure: …lss; an archive (.lsa) has both.",
    ]
    if !structure.commaLanguages.isEmpty {
      draft.notes.append(
        "numbers are shown with a decimal comma in: \(structure.commaLanguages.sorted().joined(separator: ", "))")
    }

    let byQuestion = Dictionary(grouping: columns) { $0.question }
    let made = structure.questions.indices.map {
      LimeSurveyQuestions(structure.questions[$0], columns: byQuestion[$0] ?? [], languages)
    }
    let translator = RelevanceTranslator(
      meanings: made.reduce(into: [:]) { $0.merge($1.meanings) { a, _ in a } })
    for group in structure.groups {
      let places = structure.questions.indices.filter { structure.questions[$0].group == group.id }
      if !places.isEmpty { draft.items.append(.heading(languages.text(group.texts))) }
      for place in places {
        if let note = made[place].note { draft.items.append(.note(note)) }
        let skipLogic = SkipLogic([group.relevance, structure.questions[place].relevance], translator)
        for question in made[place].questions { draft.items.append(.question(skipLogic.applied(to: question))) }
      }
    }
    return draft
  }
}

/// The skip logic of a question and of its group, translated where it can be.
private struct SkipLogic {
  private var condition: String?
  private var notes: [String] = []

  init(_ relevance: [String], _ translator: RelevanceTranslator) {
    var conditions: [String] = []
    for written in relevance where !written.trimmed.isAlways {
      if let condition = translator.condition(written) {
        if condition != "true" { conditions.append(condition) }
      } else {
        notes.append("when: LimeSurvey shows it only if \(written)")
      }
    }
    // Half of a condition would call an answer asked for that was not.
    if notes.isEmpty {
      condition = conditions.count > 1 ? conditions.map { "(\($0))" }.joined(separator: " and ") : conditions.first
    } else {
      notes += conditions.map { "when: and \($0)" }
    }
  }

  func applied(to question: DraftQuestionnaire.Question) -> DraftQuestionnaire.Question {
    var question = question
    question.asked = condition
    question.notes += notes
    return question
  }
}
