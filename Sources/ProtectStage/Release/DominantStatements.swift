import ConfidentialRecords
import ReleasedRecords

/// Whom the figures leave out: the dominant employers without a waiver, by the name that the study gives them (F25).
///
/// Section `excluded`, one statement for each, so that no total is read as one of all employers.
struct DominantStatements {
  let study: Study

  /// - Parameter replaced: the cells that are printed without dominant employers instead.
  func statements(_ replaced: [InputCell]) -> [Statement] {
    let named = Set(
      replaced.filter { !$0.leavesDominantOut }
        .flatMap { [$0.contributors.numerator.largestKey, $0.contributors.numerator.secondKey] }.compactMap(\.self))
    return study.dominant.filter { named.contains($0.enterprise) }.enumerated().map { number, employer in
      var statement = Statement()
      statement.section = "excluded"
      statement.key = "dominant-\(number + 1)"
      statement.sv = employer.label.sv
      statement.en = employer.label.en
      statement.feature = "DIS-15"
      return statement
    }
  }
}
