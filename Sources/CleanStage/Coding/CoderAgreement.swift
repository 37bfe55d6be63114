import RecordStreams
import SurveyModel

/// How far two people agree who coded the same titles (COD-06).
package struct CoderAgreement: Hashable, Sendable {
  /// Their roles, in the order of the alphabet.
  package var coders: [String]
  package var titles: Int
  /// Digits of SSYK 2012 that are compared; what nobody can code is a class of its own, as is `all-other`.
  package var digits: Int
  /// Share of the titles that both put in the same group.
  package var agreement: Double
  /// Cohen's kappa; nil where both used one and the same group throughout, so that chance explains all.
  package var kappa: Double?

  /// The agreement of two codings of the same things.
  ///
  ///     κ = (p_o − p_e) / (1 − p_e)      p_e = Σ_k p_1k · p_2k
  ///
  /// - Source: Cohen (1960), *Educational and Psychological Measurement* 20(1).
  static func kappa(_ pairs: [(String, String)]) -> (observed: Double, kappa: Double?) {
    guard !pairs.isEmpty else { return (0, nil) }
    let count = Double(pairs.count)
    let observed = Double(pairs.count { $0.0 == $0.1 }) / count
    var shares: [String: (first: Double, second: Double)] = [:]
    for (first, second) in pairs {
      shares[first, default: (0, 0)].first += 1 / count
      shares[second, default: (0, 0)].second += 1 / count
    }
    let expected = shares.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value.first * $1.value.second }
    return (observed, expected < 1 - 1e-12 ? (observed - expected) / (1 - expected) : nil)
  }

  /// Every pair of coders with titles in common, at 1, 3 and 4 digits.
  ///
  /// - Parameter decisions: who coded is told by the role; the last code that a role put on a title counts.
  package static func pairs(_ decisions: [CodingDecision]) -> [CoderAgreement] {
    var codes: [String: [String: String]] = [:]
    for decision in decisions {
      codes[decision.role, default: [:]][OccupationTitle(decision.title).key] = decision.ssyk
    }
    let roles = codes.keys.sorted()
    return roles.enumerated().flatMap { place, first in
      roles.dropFirst(place + 1).flatMap { second -> [CoderAgreement] in
        let (a, b) = (codes[first] ?? [:], codes[second] ?? [:])
        let both = a.keys.filter { b[$0] != nil }.sorted()
        guard !both.isEmpty else { return [] }
        return [1, 3, 4].map { digits in
          let pairs = both.map { title in
            (Occupation.group(of: a[title] ?? "", digits: digits), Occupation.group(of: b[title] ?? "", digits: digits))
          }
          let (observed, kappa) = Self.kappa(pairs)
          return CoderAgreement(
            coders: [first, second], titles: both.count, digits: digits, agreement: observed, kappa: kappa)
        }
      }
    }
  }

  /// The pairs as CSV.
  package static func csv(_ pairs: [CoderAgreement]) -> [UInt8] {
    var writer = CSVWriter(.comma, lineEnd: "\n")
    writer.append(["coder_1", "coder_2", "titles", "digits", "agreement", "kappa"])
    func rounded(_ share: Double) -> CSVCell { .number((share * 1000).rounded() / 1000) }
    for pair in pairs {
      writer.append([
        .text(pair.coders[0]), .text(pair.coders[1]), .integer(pair.titles), .integer(pair.digits),
        rounded(pair.agreement), pair.kappa.map(rounded) ?? .empty,
      ])
    }
    return writer.takeBytes()
  }
}
