import ConfidentialRecords
import Diagnostics

/// Makes a draft of a Triple-S structure (`.sss`).
enum TripleSDraft: DraftReader {
  static let files = "a Triple-S structure (.sss)"

  static func recognises(_ file: DescribedFile) -> Bool { file.headHas("<sss") }

  static func draft(of file: DescribedFile, id: String) throws(StageFailure) -> DraftQuestionnaire {
    let place = SourceLocation(path: file.path)
    return draft(of: try TripleSStructure(try file.folder.structure(file.file, at: place), at: place), id: id)
  }

  static func draft(of structure: TripleSStructure, id: String) -> DraftQuestionnaire {
    let serial = structure.variables.first { $0.isSerial }
    var draft = DraftQuestionnaire(
      id: id, title: text(structure.title), carrier: .tripleS,
      origin: "a Triple-S structure (version \(structure.version), \(structure.variables.count) variables)",
      unitKey: (serial ?? structure.variables.first)?.place ?? "")
    draft.notes = [
      "unit-key: a serial number tells records apart, not units of the frame; name the variable with the unit's key.",
      "the source in study.yaml names the data under path: and this file under structure:",
    ]
    var given = DraftNames()
    let names = structure.variables.map { given.name($0.place.asConditionName) }
    for (variable, name) in zip(structure.variables, names) {
      if variable.isSerial {
        draft.items.append(.note("\(variable.place): a serial number; left out"))
      } else if variable.isWeight {
        draft.items.append(.note("\(variable.place): a weight; left out, since weights are made from the frame"))
      } else {
        draft.items.append(.question(question(of: variable, called: name, in: structure, names: names)))
      }
    }
    return draft
  }

  private static func question(
    of variable: TripleSVariable, called id: String, in structure: TripleSStructure, names: [String]
  ) -> DraftQuestionnaire.Question {
    var question = DraftQuestionnaire.Question(
      id: id, text: text(variable.label), kind: variable.questionKind, found: [variable.place])
    switch variable.kind {
    case .single, .multiple:
      let codes = variable.values.map { ($0.code, text($0.label)) }
      // Of a range without labels the codes themselves are all there is.
      let unlabelled = variable.range.map { $0.count <= 200 ? Array($0).map(String.init) : [] } ?? []
      let known = Set(codes.map(\.0))
      question.codes =
        (codes + unlabelled.filter { !known.contains($0) }.map { ($0, .init(sv: $0, en: $0)) })
        .map { DraftQuestionnaire.Code(code: $0.0, label: $0.1) }
      if question.codes.isEmpty {
        question.kind = .text
        question.notes.append("a \(variable.kind.rawValue) without codes")
      }
    case .logical:
      question.codes = [
        .init(code: "yes", label: .init(sv: "Ja", en: "Yes"), written: ["1"]),
        .init(code: "no", label: .init(sv: "Nej", en: "No"), written: ["0"]),
      ]
    case .quantity:
      for value in variable.values {
        question.notes.append("\(value.code) is handed over as the words \(value.label.text())")
      }
    case .character, .date, .time: break
    }
    if let filter = variable.filter, let asked = structure.place(of: filter) {
      if structure.variables[asked].kind == .logical {
        question.asked = names[asked]
      } else {
        question.notes.append("when: asked only if \(filter) holds")
      }
    }
    return question
  }

  private static func text(_ text: TripleSText) -> DraftQuestionnaire.Text {
    func spoken(_ language: String) -> String? {
      let isThere = text.variants.contains { $0.language?.lowercased().hasPrefix(language) ?? false }
      return isThere ? text.text(in: language) : nil
    }
    return DraftQuestionnaire.Text(sv: spoken("sv"), en: spoken("en"), other: text.text())
  }
}

extension TripleSStructure {
  fileprivate func place(of name: String) -> Int? {
    variables.firstIndex { $0.name == name } ?? variables.firstIndex { $0.ident == name }
  }
}

extension TripleSVariable {
  fileprivate var place: String { name.isEmpty ? ident : name }

  fileprivate var questionKind: Concept.Kind {
    switch kind {
    case .single: .choice
    case .multiple: .choices
    case .quantity: .count
    case .logical: .yesNo
    case .character, .date, .time: .text
    }
  }
}

extension String {
  /// As an identifier without the signs that mean something in a condition.
  var asConditionName: String {
    let name = asIdentifier.replacing("-", with: "_").replacing(".", with: "_")
    return name.first?.isLetter == true ? name : "Q" + name
  }
}
