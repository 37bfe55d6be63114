import ReleasedRecords

/// One question of the codebook: as a row of the overview, and in full.
struct QuestionEntry {
  let question: Question
  let questionnaire: Questionnaire
  let words: CodebookWords

  private func pick(_ sv: String, _ en: String) -> String { words.words.pick(sv, en) }
  private var id: String { Markdown.escape(question.id) }
  private var wording: String { Markdown.escape(question.text[words.words.language]) }
  private var concept: String? { question.measures.map { Markdown.escape($0.description) } }

  var row: [String] { [id, wording, words.kind(question.kind), concept ?? "–"] }

  var markdown: String {
    var lines = [(pick("Svar", "Answer"), words.kind(question.kind))]
    func add(_ sv: String, _ en: String, _ value: String?) {
      if let value, !value.isEmpty { lines.append((pick(sv, en), value)) }
    }
    add("Räknas i", "Counted in", question.unit.map { words.unit($0) })
    add("Koder", "Codes", codes)
    add("Klassifikation", "Classification", question.classification.map { words.classification($0) })
    add("Ställs", "Asked", words.repeats(question.repeats))
    add("Blanketter", "Forms", forms)
    add("Ställs bara när", "Asked only where", question.asked.map { Markdown.escape($0) })
    add(
      "Mäter", "Measures",
      concept ?? pick("inget begrepp; svaren räknas som de är", "no concept; the answers are counted as they are"))
    add("Finns i", "Found in", words.places(question.places))
    return "#### \(id). \(wording)\n\n" + lines.map { "- \($0.0): \($0.1)" }.joined(separator: "\n")
  }

  /// `yes = Ja; no = Nej (yes-no)`; the list itself says how else they are written.
  private var codes: String? {
    guard let list = questionnaire.codeLists.first(where: { $0.id == question.codeList }) else { return nil }
    let codes = list.codes.map {
      Markdown.escape($0.code) + " = " + Markdown.escape($0.label[words.words.language])
    }
    return codes.joined(separator: "; ") + " (" + pick("kodlista", "code list") + " \(Markdown.escape(list.id)))"
  }

  private var forms: String {
    let own = questionnaire.forms.filter { question.forms.contains($0.code) }
    guard !own.isEmpty else { return pick("alla", "all") }
    return own.map { Markdown.escape($0.label[words.words.language]) }.joined(separator: "; ")
  }
}
