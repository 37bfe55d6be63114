import SurveyModel

/// Reads the values written for one question into an answer of its kind.
struct AnswerReader {
  let kind: Concept.Kind
  let list: CodeTexts?
  let missingCodes: MissingCodes

  /// - Returns: the answer, `unreadable` where it cannot be understood, and everything that is wrong with it. A list of
  ///   codes keeps those that are known beside those that are not.
  func read(_ values: [String]) -> (answer: Answer, problems: [AnswerProblem]) {
    let written = values.map { WrittenText($0) }.filter { !$0.isEmpty }
    guard let first = written.first else { return (.missing(.blank), []) }
    // What the list itself has a code for is an answer.
    if written.count == 1, list?.code(first) == nil, let reason = missingCodes.reason(first) {
      return (.missing(reason), [])
    }
    switch kind {
    case .text:
      let text = TextAnswer.read(values)
      return (text.isEmpty ? .missing(.blank) : .text(text), [])
    case .choices:
      guard let list else { return (.missing(.unreadable), []) }
      let (codes, problems) = ChoicesAnswer.read(written, from: list)
      return (codes.isEmpty ? .missing(.unreadable) : .choices(codes), problems)
    case .count, .scale, .yesNo, .choice:
      do throws(AnswerProblem) {
        guard Set(written).count == 1 else { throw .severalGiven(count: written.count) }
        return (try single(first), [])
      } catch {
        return (.missing(.unreadable), [error])
      }
    }
  }

  private func single(_ written: WrittenText) throws(AnswerProblem) -> Answer {
    switch kind {
    case .count: return .quantity(try QuantityAnswer.read(written))
    case .scale: return .quantity(.point(Double(try ScaleAnswer.read(written, from: list))))
    case .yesNo: return .choices([try YesNoAnswer.read(written, from: list) ? YesNoAnswer.yes : YesNoAnswer.no])
    case .choice: return .choices([try ChoiceAnswer.read(written, from: list ?? CodeTexts(CodeList(id: "", codes: [])))])
    case .choices, .text: return .missing(.unreadable)
    }
  }
}
