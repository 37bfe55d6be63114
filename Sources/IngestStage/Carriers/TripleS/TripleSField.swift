import Markup
import SurveyModel

/// A variable that a field of the questionnaire is found in, and the words for its codes that clean will know.
struct TripleSField: Sendable {
  let slot: FieldSlot
  let variable: TripleSVariable
  /// Place of the filter among the variables that are read; nil: always asked.
  let filter: Int?
  /// By the code as the structure has it.
  private let words: [String: String]
  private let bareDecimals: Bool

  /// - Parameter question: nil for what is no question, such as the unit key.
  init(
    _ slot: FieldSlot, _ variable: TripleSVariable, filter: Int?, question: Question?, codes: CodeList?
  ) {
    self.slot = slot
    self.variable = variable
    self.filter = filter
    bareDecimals = question?.kind != .count
    let known = Set(
      (codes?.codes ?? []).flatMap { [$0.code, $0.label.sv, $0.label.en] + $0.written }.map(NormalisedText.init))
    var words: [String: String] = [:]
    for value in variable.values {
      let label = value.label.text()
      let saysItself: Bool =
        switch (variable.kind, question?.kind) {
        case (.quantity, _): label.isEmpty
        case (_, .scale?): (1...5).contains(Int(value.code) ?? 0)
        case (_, nil): true
        default: label.isEmpty
        }
      let code = variable.canonical(value.code)
      words[code] = known.contains(NormalisedText(value.code)) || saysItself ? value.code : label
    }
    self.words = words
  }

  /// The answer as written, with the codes of the questionnaire or else with their labels; none where it is empty.
  func values(in text: String) -> [String] {
    guard let written = text.trimmed.nonEmpty else { return [] }
    switch variable.kind {
    case .single: return [word(written)]
    case .multiple: return variable.spread.map { codes(in: text, $0) } ?? codes(inBits: written)
    case .quantity: return [quantity(written)]
    case .character, .logical: return [written]
    case .date: return [parts([4, 2, 2], of: written, by: "-") ?? written]
    case .time: return [parts([2, 2, 2], of: written, by: ":") ?? written]
    }
  }

  private func word(_ code: String) -> String { words[variable.canonical(code)] ?? code }

  /// Special values of a quantity, such as 500 for 500 or more, are told by their labels.
  private func quantity(_ written: String) -> String {
    if let word = words[variable.canonical(written)] { return word }
    if let number = Double(written), number == number.rounded(), abs(number) < 1e15,
      let word = words[String(Int(number))]
    {
      return word
    }
    return bareDecimals ? written : written.withDecimalPoint
  }

  /// Digits for the codes from 1 on, gaps included. A string of another length has lost zeros at one of its ends, and
  /// nobody can tell at which: it is handed over as what no code is.
  private func codes(inBits written: String) -> [String] {
    let digits = Array(written.utf8)
    let highest = variable.highestCode
    guard digits.allSatisfy({ $0 == 0x30 || $0 == 0x31 }), digits.count >= highest || highest == 0 else {
      return ["bits: \(written)"]
    }
    return digits.indices.filter { digits[$0] == 0x31 }.map { word(String($0 + 1)) }
  }

  private func codes(in text: String, _ spread: TripleSVariable.Spread) -> [String] {
    let characters = Array(text.unicodeScalars)
    var found: [String] = []
    for start in stride(from: 0, to: min(characters.count, spread.subfields * spread.width), by: spread.width) {
      var part = ""
      part.unicodeScalars.append(contentsOf: characters[start..<min(start + spread.width, characters.count)])
      let code = part.trimmed
      let isUnused = code.isEmpty || words[variable.canonical(code)] == nil && code.allSatisfy { $0 == "0" }
      if !isUnused, !found.contains(word(code)) { found.append(word(code)) }
    }
    return found
  }

  /// `20050504` as `2005-05-04`; nil for what has not as many digits.
  private func parts(_ counts: [Int], of written: String, by separator: String) -> String? {
    guard written.utf8.count == counts.reduce(0, +), written.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return nil
    }
    var rest = Substring(written)
    var parts: [Substring] = []
    for count in counts {
      parts.append(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    return parts.joined(separator: separator)
  }
}
