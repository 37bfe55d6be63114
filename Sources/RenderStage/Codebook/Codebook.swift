import ReleasedRecords
import SwedishText

/// The codebook of a study as a page: every question of its questionnaires with what is needed to use the answers
/// (DOC-01). It is made of the questionnaire files and of nothing else, so that it cannot say anything else than they.
struct Codebook {
  let study: Study
  let words: CodebookWords

  init(study: Study, language: Language) {
    self.study = study
    words = CodebookWords(words: Words(language: language, study: study))
  }

  var file: RenderedFile {
    RenderedFile(path: "codebook.\(words.words.language.rawValue).md", text: Markdown.tidy(text))
  }

  private var text: String {
    let parts = [head] + study.questionnaires.flatMap(sections)
    return parts.joined(separator: "\n\n")
  }

  private func pick(_ sv: String, _ en: String) -> String { words.words.pick(sv, en) }
  private func own(_ text: LocalizedText) -> String { Markdown.escape(text[words.words.language]) }

  private var head: String {
    let title = pick("Kodbok", "Codebook")
    let what = pick(
      "Kodboken är gjord av studiens frågeformulär. Den säger vad varje fråga lyder, vad svaret räknas i, vilka koder det kan ha, vilka som får frågan och var svaret står i de filer som kommer in.",
      "The codebook is made from the questionnaires of the study. It says how each question reads, what the answer is counted in, which codes it can have, who is asked, and where the answer stands in the files that come in."
    )
    return "# \(title) – \(own(study.title))\n\n\(own(study.client))\n\n\(what)"
  }

  private func sections(of questionnaire: Questionnaire) -> [String] {
    let entries = questionnaire.questions.map {
      QuestionEntry(question: $0, questionnaire: questionnaire, words: words)
    }
    return [
      "## \(own(questionnaire.title))",
      overview(entries),
      "### " + pick("Blanketter", "Forms"), forms(of: questionnaire),
      "### " + pick("Svar som saknas", "Answers that are missing"), missing(in: questionnaire),
      "### " + pick("Vad som inte är frågor", "What is no question"), otherFields(of: questionnaire),
      "### " + pick("Frågor", "Questions"),
    ] + entries.map(\.markdown)
      + (questionnaire.codeLists.isEmpty ? [] : ["### " + pick("Kodlistor", "Code lists")])
      + questionnaire.codeLists.map(codeList)
  }

  private func overview(_ entries: [QuestionEntry]) -> String {
    var table = MarkdownTable(
      heading: [
        pick("Fråga", "Question"), pick("Lydelse", "Wording"), pick("Svar", "Answer"), pick("Mäter", "Measures"),
      ], words: [0, 1, 2, 3])
    table.rows = entries.map(\.row)
    return table.text
  }

  private func forms(of questionnaire: Questionnaire) -> String {
    guard !questionnaire.forms.isEmpty else {
      return pick("Formuläret finns i en enda form.", "The questionnaire has one form.")
    }
    var table = MarkdownTable(
      heading: [pick("Kod", "Code"), pick("Namn", "Name"), pick("Skrivs också", "Also written")], words: [0, 1, 2])
    table.rows = questionnaire.forms.map {
      [Markdown.escape($0.code), own($0.label), words.written($0.written)]
    }
    return table.text
  }

  /// All the reasons there are, with the texts that this questionnaire adds to those that every one knows.
  private func missing(in questionnaire: Questionnaire) -> String {
    var table = MarkdownTable(
      heading: [pick("Kod", "Code"), pick("Betydelse", "Meaning"), pick("Skrivs", "Written")], words: [0, 1, 2])
    table.rows = MissingReason.allCases.map {
      [$0.rawValue, words.meaning(of: $0), words.written(questionnaire.missingCodes[$0] ?? [])]
    }
    return table.text
  }

  private func otherFields(of questionnaire: Questionnaire) -> String {
    var lines = [(pick("Arbetsställets nyckel", "Key of the workplace"), questionnaire.unitKey)]
    if let form = questionnaire.form { lines.append((pick("Blankett", "Form"), form)) }
    if let answered = questionnaire.answered { lines.append((pick("Dag för svaret", "Day of the answer"), answered)) }
    lines += questionnaire.contactFields.map {
      (pick("Kontaktuppgift, tas bort innan något sparas", "Contact data, removed before anything is stored"), $0)
    }
    return lines.map { "- \($0.0): \(words.places($0.1))." }.joined(separator: "\n")
  }

  private func codeList(_ list: CodeList) -> String {
    var table = MarkdownTable(
      heading: [pick("Kod", "Code"), pick("Betydelse", "Meaning"), pick("Skrivs också", "Also written")],
      words: [0, 1, 2])
    table.rows = list.codes.map { [Markdown.escape($0.code), own($0.label), words.written($0.written)] }
    return "#### \(Markdown.escape(list.id))\n\n" + table.text
  }
}
