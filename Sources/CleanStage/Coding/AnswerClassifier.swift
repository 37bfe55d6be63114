import SurveyModel

/// Codes the answer to a question that names a classification (COD-02, COD-03, COD-05): the code with its source where
/// it has one, or `uncoded` with the codes it could be (COD-06).
package final class AnswerClassifier: Sendable {
  /// Why there is no code.
  package enum Doubt: String, Hashable, Sendable {
    /// Several codes would do.
    case ambiguous
    /// Nothing like it is known.
    case unlike
    /// The group is known, and the new classification has no single group for it.
    case seriesBreak
  }

  package struct Coding: Hashable, Sendable {
    package var code: String
    /// What the code, or that there is none, stands on.
    package var reason: String
    package var doubt: Doubt?
    package var candidates: [String] = []

    fileprivate static func uncoded(_ doubt: Doubt, _ reason: String, _ candidates: [String] = []) -> Coding {
      Coding(code: Classification.uncoded, reason: reason, doubt: doubt, candidates: candidates)
    }
  }

  private let classifications: Classifications
  private let education: EducationCoder
  private let industry: IndustryCoder
  private let municipalities: MunicipalityResolver

  package init(_ classifications: Classifications) {
    self.classifications = classifications
    education = EducationCoder(classifications)
    industry = IndustryCoder(classifications)
    municipalities = MunicipalityResolver(classifications)
  }

  package func code(_ written: String, by classification: Classification) -> Coding {
    switch classification {
    case .education: level(written)
    case .ocn: unit(written)
    case .industry: division(written)
    case .municipality: municipality(written)
    case .ssyk96: occupation(written)
    }
  }

  /// `sun-33 seqf-4 formal`: what is known of the two, then the source.
  private func level(_ written: String) -> Coding {
    switch education.code(written) {
    case .level(let level):
      let parts = [level.sun.map { "sun-\($0)" }, level.seqf.map { "seqf-\($0)" }, level.source.code]
      return Coding(code: parts.compactMap { $0 }.joined(separator: " "), reason: level.reason)
    case .ambiguous(let codes):
      return .uncoded(.ambiguous, "several levels are named", codes.map { "sun-\($0)" })
    case .unknown: return .uncoded(.unlike, "no level of education is known in it")
    }
  }

  /// `ocn-2 validated`.
  private func unit(_ written: String) -> Coding {
    guard let unit = OCNUnit(written: written) else { return .uncoded(.unlike, "no single level of OCN is given") }
    let credits = unit.credits.map { ", \($0) credits" } ?? ""
    return Coding(
      code: "ocn-\(unit.level) \(LevelSource.validated.code)",
      reason: "OCN level \(unit.level)\(credits), compares with SeQF \(unit.comparableSeQF)")
  }

  private func division(_ written: String) -> Coding {
    switch industry.code(written) {
    case .division(let code, _, let reason), .section(let code, let reason):
      Coding(code: code, reason: "SNI 2007, by \(reason)")
    case .ambiguous(let codes): .uncoded(.ambiguous, "several industries are called so", codes)
    case .unknown: .uncoded(.unlike, "no industry is called so")
    }
  }

  private func municipality(_ written: String) -> Coding {
    switch municipalities.resolve(written) {
    case .municipality(let code, let way): Coding(code: code, reason: "municipality, by \(way.words)")
    case .ambiguous(let codes): .uncoded(.ambiguous, "several municipalities have a place called so", codes)
    case .unknown: .uncoded(.unlike, "no municipality or place is called so")
    }
  }

  /// A code of SSYK 96, `512`, `5121` or `SSYK 96 512`, becomes one of SSYK 2012.
  private func occupation(_ written: String) -> Coding {
    let words = WrittenText(String(written.prefix(100))).text.split(separator: " ").map(String.init)
    let code =
      [["ssyk", "96"], ["ssyk96"]].first { words.starts(with: $0) }.map { words.dropFirst($0.count) } ?? words[...]
    guard code.count == 1, let only = code.first, let bridge = classifications.bridge(fromSSYK96: only) else {
      return .uncoded(.unlike, "no code of SSYK 96")
    }
    if let group = bridge.ssyk2012 { return Coding(code: group, reason: "SSYK 96 \(bridge.ssyk96), by names") }
    return .uncoded(.seriesBreak, "SSYK 96 \(bridge.ssyk96) has no single group in SSYK 2012", bridge.candidates)
  }

  /// What a candidate is called, in Swedish; empty where the lists do not say.
  func name(of code: String, in classification: Classification) -> String {
    switch classification {
    case .education: code.hasPrefix("sun-") ? classifications.education.levels[String(code.dropFirst(4))] ?? "" : ""
    case .ocn: ""
    case .industry:
      classifications.divisionNames[code] ?? classifications.sections.first { $0.letter == code }?.name.sv ?? ""
    case .municipality: classifications.municipalities[code]?.name ?? ""
    case .ssyk96: classifications.occupations[code]?.name.sv ?? ""
    }
  }
}

extension LevelSource {
  /// As it stands in a coded answer.
  fileprivate var code: String { self == .selfStated ? "self-stated" : rawValue }
}

extension MunicipalityResolver.Way {
  fileprivate var words: String { self == .postalCode ? "postal code" : rawValue }
}

extension OCNUnit {
  /// `OCN nivå 2, 6 poäng`, `nivå 2`, `2`; nil where another number stands beside, or the level is denied.
  fileprivate init?(written: String) {
    let words = WrittenText(String(written.prefix(300))).text.split { !($0.isLetter || $0.isNumber || $0 == "-") }
      .map(String.init)
    guard words.allSatisfy({ !["ej", "inte", "ingen", "utan", "not", "no"].contains($0) }) else { return nil }
    let size = words.indices.dropLast().first {
      Int(words[$0]) != nil && ["poäng", "credits", "credit"].contains(words[$0 + 1])
    }
    let numbers = words.indices.filter { $0 != size && words[$0].contains(where: \.isNumber) }
    guard numbers.count == 1, let level = Int(words[numbers[0]]) else { return nil }
    self.init(level: level, credits: size.flatMap { Int(words[$0]) })
  }
}
