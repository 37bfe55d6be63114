/// One variable of a Triple-S survey: where it stands in the data, and what its codes mean.
struct TripleSVariable: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case single, multiple, quantity, character, logical, date, time
  }

  struct Value: Sendable {
    let code: String
    let label: TripleSText
  }

  /// Several fields of one width for the answers to one question.
  struct Spread: Hashable, Sendable {
    let subfields: Int
    let width: Int
  }

  let ident: String
  let name: String
  let kind: Kind
  /// Codes are texts; otherwise `01` and `1` are the same.
  let isLiteral: Bool
  let label: TripleSText
  /// First and last character, from 1; in CSV the number of the column, twice.
  let position: ClosedRange<Int>
  /// The variable that must be true for the question to be asked.
  let filter: String?
  let spread: Spread?
  let values: [Value]
  /// Codes that need no label of their own, for one that has codes.
  let range: ClosedRange<Int>?
  /// `serial` or `weight`: what is no question.
  let use: String?
  /// In the structure file.
  let line: Int

  var isSerial: Bool { use == "serial" }
  var isWeight: Bool { use == "weight" }

  /// The highest code: as many digits has the bit string of a multiple.
  var highestCode: Int { max(values.compactMap { Int($0.code) }.max() ?? 0, range?.upperBound ?? 0) }

  /// A code as the structure has it, however the data pads it.
  func canonical(_ written: some StringProtocol) -> String {
    let code = String(written).trimmed
    return isLiteral ? code : Int(code).map(String.init) ?? code
  }
}

/// A label, which may differ by language and by whether it is for interviewers or for tables.
struct TripleSText: Hashable, Sendable {
  struct Variant: Hashable, Sendable {
    let language: String?
    let mode: String?
    let text: String
  }

  /// What stands outside any variant.
  let plain: String
  let variants: [Variant]

  /// The text to show: of the language if there is one, as tables have it rather than as interviewers read it out.
  func text(in language: String? = nil, mode: String = "analysis") -> String {
    let spoken = variants.filter { $0.language?.lowercased().hasPrefix(language ?? "") ?? (language == nil) }
    if let variant = spoken.first(where: { $0.mode == mode }) ?? spoken.first, language != nil { return variant.text }
    if !plain.isEmpty { return plain }
    return (variants.first { $0.mode == mode } ?? variants.first)?.text ?? ""
  }
}
