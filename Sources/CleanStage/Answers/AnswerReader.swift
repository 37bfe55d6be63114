import Diagnostics
import SurveyModel

/// Reads the values written for one question into an answer of its kind.
struct AnswerReader {
  let kind: Concept.Kind
  let list: CodeTexts?
  let missingCodes: MissingCodes
  /// In which the question asks for a number.
  var unit: String?
  /// Persons that one full-time equivalent is, as the study states it.
  var personsPerFullTimeEquivalent: Double?
  /// The year in which the questionnaire was answered.
  var answeredYear: Int?

  /// Bytes of a value that is looked into. No number and no list of codes is longer.
  static let longest = WrittenText.longest

  struct Reading {
    var answer: Answer
    /// A number given as an approximate one.
    var isAbout = false
    /// Given in another unit than the question asks for.
    var conversion: StaffConversion?
    var problems: [AnswerProblem] = []
  }

  /// - Returns: the answer, `unreadable` where it cannot be understood, and everything that is wrong with it. A list of
  ///   codes keeps those that are known beside those that are not.
  func read(_ values: [String]) -> Reading {
    if values.isEmpty { return Reading(answer: .missing(.blank)) }
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
      if written.count == 1, list.code(first) == nil, ChoicesAnswer.isNone(first) {
        return Reading(answer: .choices([]))
      }
      let (codes, problems) = ChoicesAnswer.read(values, from: list)
      guard codes.isEmpty else { return Reading(answer: .choices(codes), problems: problems) }
      let nothing = AnswerProblem.notOnList(got: TextShape(first.text), codes: list.codes.count)
      return Reading(answer: .missing(.unreadable), problems: problems.isEmpty ? [nothing] : problems)
    case .count, .share, .money, .year, .date, .scale, .yesNo, .choice:
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
      let (quantity, isAbout, said) = try QuantityAnswer.read(written)
      guard let said, let asked = unit.flatMap(StaffUnit.init(rawValue:)), said != asked else {
        return Reading(answer: .quantity(quantity), isAbout: isAbout)
      }
      let conversion = StaffConversion(
        from: said, to: asked, personsPerFullTimeEquivalent: personsPerFullTimeEquivalent)
      let converted = try conversion.converted(quantity)
      return Reading(answer: .quantity(converted), isAbout: isAbout, conversion: conversion)
    case .share: return Reading(try ShareAnswer.read(written))
    case .money: return Reading(try MoneyAnswer.read(written, askedIn: unit.flatMap(MoneyUnit.init) ?? .sek))
    case .year: return Reading(try YearAnswer.read(written, answered: answeredYear))
    case .date: return Reading(answer: .text(try DateAnswer.read(written)))
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

extension AnswerReader.Reading {
  fileprivate init(_ reading: QuantityReading) {
    self.init(answer: .quantity(reading.quantity), isAbout: reading.isAbout)
  }
}
