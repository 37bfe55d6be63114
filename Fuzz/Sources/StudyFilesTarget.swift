import Diagnostics
import Expressions
import SurveyModel

@testable import StudyFiles

/// Study files: every text is a value, or faults with their places; never both, never neither.
@Sendable func fuzzStudyFiles(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  let lines = 1 + text.count(where: \.isNewline)
  let parseFaults = FaultList()
  guard let node = YAMLFile.parse(text, path: "a.yaml", parseFaults), parseFaults.problems.isEmpty else {
    claim(!parseFaults.problems.isEmpty, "not read, and no word why")
    return check(parseFaults, lines)
  }
  fuzz(.questionnaire, node, lines)
  fuzz(.rules(knowing: names), node, lines)
  fuzz(.assumptions(sizeClasses: ["1-9", "10+"]), node, lines)
  fuzz(.pageDescription, node, lines)
  fuzz(.keys, node, lines)
  fuzz(.study(context), node, lines)
}

private let names = Dictionary(
  Concept.Repeat.allCases.map { ($0, NameSchema.allConcepts(seenFrom: $0)) }, uniquingKeysWith: { a, _ in a })

private let context = StudyContext(
  id: "mini", questionnaires: ["employer"], pageDescriptions: ["bank"], municipalities: [:])

private func fuzz<Value>(_ type: YAMLType<Value>, _ node: YAMLNode, _ lines: Int) {
  let faults = FaultList()
  let value = type.read(node, faults)
  claim(value != nil || !faults.problems.isEmpty, "\(Value.self): not read, and no word why")
  check(faults, lines)
}

private func check(_ faults: FaultList, _ lines: Int) {
  for problem in faults.problems {
    guard let place = problem.location else { fatalError("a fault without a place") }
    claim(place.path == "a.yaml", "a fault in another file")
    claim((1...lines + 1).contains(place.line ?? 1), "a fault on a line that is not there")
    claim((place.column ?? 1) >= 1, "a fault before the first column")
  }
}
