import SurveyModel

/// Reads the values written for one question into an answer of its kind.
struct AnswerReader {
  let kind: Concept.Kind
  let list: CodeTexts?
  let missingCodes: MissingCodes

  /// Bytes of a value that is looked into. No number and no list of codes is longer.
  static let longest = WrittenText.longest

  struct Reading {
    var answer: Answer
    /// A number given as an approximate one.
    var isAbout = false
    var problems: [AnswerProblem] = []
  }

  /// - Returns: the answer, `unreadable` where it cannot be understood, and everything that is wrong with it. A list of
  ///   codes keeps those that are known beside those that are not.
  func read(_ values: [String]) -> Reading {
    guard values.allSatisfy({ $0.utf8.count <= Self.longest }) else {
      if kind == .text { return Reading(answer: .text(TextAnswer.read(values))) }
      return Reading(answer: .missing(.unreadable), problems: [.tooLong(limit: Self.longest)])
    }
    let written = values.map { WrittenText($0) }.filter { !$0.isEmpty }
    guard let first = written.first else { return Reading(answer: .missing(.blank)) }
    // What the list itself has a code for is an answer.
    if written.count == 1, list?.code(first) == nil, let reason = missingCodes.reason(first) {
      return Reading(answer: .missing(reason))
    }
    switch kind {
    case .text:
      let text = TextAnswer.read(values)
      return Reading(answer: text.isEmpty ? .missing(.blank) : .text(text))
    case .choices:
      guard let list else { return Reading(answer: .missing(.unreadable)) }
      let (codes, problems) = ChoicesAnswer.read(written, from: list)
      return Reading(answer: codes.isEmpty ? .missing(.unreadable) : .choices(codes), problems: problems)
    case .count, .scale, .yesNo, .choice:
      do throws(AnswerProblem) {
        guard Set(written).count == 1 else { throw .severalGiven(count: written.count) }
        return try single(first)
      } catch {
        return Reading(answer: .missing(.unreadable), problems: [error])
      }
    }
  }

  private func single(_ written: WrittenText) throws(AnswerProblem) -> Reading {
    switch kind {
    case .count:
      let (quantity, isAbout) = try QuantityAnswer.read(written)
      return Reading(answer: .quantity(quantity), isAbout: isAbout)
    case .scale: return Reading(answer: .quantity(.point(Double(try ScaleAnswer.read(written, from: list)))))
    case .yesNo:
      let isYes = try YesNoAnswer.read(written, from: list)
      return Reading(answer: .choices([isYes ? YesNoAnswer.yes : YesNoAnswer.no]))
    case .choice:
      let list = list ?? CodeTexts(CodeList(id: "", codes: []))
      return Reading(answer: .choices([try ChoiceAnswer.read(written, from: list)]))
    case .choices, .text: return Reading(answer: .missing(.unreadable))
    }
  }
}
