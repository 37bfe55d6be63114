import Diagnostics

/// One column of a survey's responses: where a single answer is stored.
struct LimeSurveyColumn: Sendable {
  enum Content: Hashable, Sendable {
    case answer
    /// A box to tick, for the code.
    case box(code: String)
    /// The answer in the respondent's own words, beside the list.
    case other
    case comment
  }

  /// Place of the question in the structure.
  let question: Int
  let content: Content
  /// As `found:` lines may write it: `Q7`, `Q7_SQ001`, `Q7[SQ001]`, `Q7_other`, `Q7#0`.
  let spellings: [String]
  /// The same with `[]` for the row it stands in, and that row's number from 1.
  var rowSpellings: [String] = []
  var row: Int?
  /// The column of the export, as each generation of LimeSurvey calls it.
  let names: Names

  struct Names: Sendable {
    /// Survey, group and question number, then codes: `841748X3X3SQ009`.
    var numbers: String
    /// Question codes: `Q7_SQ009`.
    var codes: String
    /// Numbers of question and parts, from version 7 on: `Q3_S9`.
    var parts: String
  }
}

extension LimeSurveyStructure {
  /// More than the databases under LimeSurvey can have.
  private static let columnLimit = 20_000

  /// Every column that responses to the survey can have, in the order of the questions.
  func columns(at place: SourceLocation) throws(LimeSurveyFault) -> [LimeSurveyColumn] {
    var columns: [LimeSurveyColumn] = []
    for (index, question) in questions.enumerated() {
      let cells = question.rows.count.multipliedReportingOverflow(by: max(2, question.columns.count))
      guard !cells.overflow, columns.count + cells.partialValue + question.answers[0].count < Self.columnLimit else {
        throw .tooManyColumns(allowed: Self.columnLimit, at: place)
      }
      columns += Columns(of: question, at: index, in: self).all
    }
    return columns
  }
}

/// The columns of one question.
private struct Columns {
  let question: LimeSurveyStructure.Question
  let place: Int
  let base: LimeSurveyColumn.Names

  init(of question: LimeSurveyStructure.Question, at place: Int, in structure: LimeSurveyStructure) {
    self.question = question
    self.place = place
    base = LimeSurveyColumn.Names(
      numbers: "\(structure.id)X\(question.group)X\(question.id)", codes: question.code, parts: "Q\(question.id)")
  }

  var all: [LimeSurveyColumn] {
    var columns: [LimeSurveyColumn] = []
    switch question.kind?.layout {
    case .single?, nil: columns.append(column(.answer, [question.code], base))
    case .choices?:
      for (number, row) in zip(1..., question.rows) {
        columns.append(part(.box(code: row.code), row, number))
        if question.kind == .multipleChoiceWithComments { columns.append(comment(row, number)) }
      }
    case .rows?: columns += zip(1..., question.rows).map { part(.answer, $1, $0) }
    case .scales?:
      for (number, row) in zip(1..., question.rows) { columns += (0...1).map { scale($0, row, number) } }
    case .cells?:
      for (number, row) in zip(1..., question.rows) { columns += question.columns.map { cell(row, $0, number) } }
    case .ranks?: columns += zip(1..., question.answers[0]).map { rank($0, $1) }
    case LimeSurveyKind.Layout.none?: break
    }
    if question.kind == .listWithComment { columns.append(extra(.comment, "comment")) }
    if question.hasOther {
      columns.append(extra(.other, "other"))
      if question.kind == .multipleChoiceWithComments { columns.append(extra(.comment, "othercomment")) }
    }
    return columns
  }

  private func column(
    _ content: LimeSurveyColumn.Content, _ spellings: [String], _ names: LimeSurveyColumn.Names
  ) -> LimeSurveyColumn {
    LimeSurveyColumn(question: place, content: content, spellings: spellings, names: names)
  }

  private func inRow(
    _ number: Int, _ content: LimeSurveyColumn.Content, _ spellings: [String], _ rowSpellings: [String],
    _ names: LimeSurveyColumn.Names
  ) -> LimeSurveyColumn {
    var column = column(content, spellings, names)
    column.row = number
    column.rowSpellings = rowSpellings
    return column
  }

  private func names(_ numbers: String, _ codes: String, _ parts: String) -> LimeSurveyColumn.Names {
    LimeSurveyColumn.Names(numbers: base.numbers + numbers, codes: base.codes + codes, parts: base.parts + parts)
  }

  private func part(
    _ content: LimeSurveyColumn.Content, _ row: LimeSurveyStructure.Part, _ number: Int
  ) -> LimeSurveyColumn {
    inRow(
      number, content, ["\(question.code)[\(row.code)]", "\(question.code)_\(row.code)"], ["\(question.code)[]"],
      names(row.code, "_\(row.code)", "_S\(row.id)"))
  }

  private func comment(_ row: LimeSurveyStructure.Part, _ number: Int) -> LimeSurveyColumn {
    let code = question.code
    return inRow(
      number, .comment,
      [
        "\(code)[\(row.code)]_comment", "\(code)_\(row.code)_comment", "\(code)[\(row.code)comment]",
        "\(code)_\(row.code)comment",
      ], ["\(code)[]_comment"], names("\(row.code)comment", "_\(row.code)comment", "_S\(row.id)_Ccomment"))
  }

  private func scale(_ scale: Int, _ row: LimeSurveyStructure.Part, _ number: Int) -> LimeSurveyColumn {
    let code = question.code
    return inRow(
      number, .answer,
      [
        "\(code)[\(row.code)]#\(scale)", "\(code)_\(row.code)#\(scale)", "\(code)[\(row.code)][\(scale + 1)]",
        "\(code)_\(row.code)_\(scale)",
      ], ["\(code)[]#\(scale)"], names("\(row.code)#\(scale)", "_\(row.code)#\(scale)", "_S\(row.id)#\(scale)"))
  }

  private func cell(
    _ row: LimeSurveyStructure.Part, _ column: LimeSurveyStructure.Part, _ number: Int
  ) -> LimeSurveyColumn {
    let code = question.code
    return inRow(
      number, question.isOfCheckBoxes ? .box(code: column.code) : .answer,
      [
        "\(code)[\(row.code)][\(column.code)]", "\(code)[\(row.code)_\(column.code)]",
        "\(code)_\(row.code)_\(column.code)",
      ], ["\(code)[]_\(column.code)", "\(code)[][\(column.code)]"],
      names("\(row.code)_\(column.code)", "_\(row.code)_\(column.code)", "_S\(row.id)_S\(column.id)"))
  }

  private func rank(_ number: Int, _ answer: LimeSurveyStructure.Answer) -> LimeSurveyColumn {
    inRow(
      number, .answer, ["\(question.code)[\(number)]", "\(question.code)_\(number)"], ["\(question.code)[]"],
      names("\(number)", "_\(number)", "_R\(answer.id)"))
  }

  private func extra(_ content: LimeSurveyColumn.Content, _ name: String) -> LimeSurveyColumn {
    column(
      content, ["\(question.code)_\(name)", "\(question.code)[\(name)]"],
      names(name, "_\(name)", "_C\(name)"))
  }
}
