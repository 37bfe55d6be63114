import ConfidentialRecords
import Diagnostics

/// One estimate and who stands behind it.
package struct InputCell: Sendable {
  package var estimate: EstimateRecord
  package var contributors: ContributorRecord

  var indicator: Indicator { estimate.indicator }
  var leavesDominantOut: Bool { estimate.excludesDominant == true }

  /// `table/indicator/domain`, with `/excluding` for the version without dominant employers.
  var id: String {
    cellID(
      table: estimate.table, indicator: estimate.indicator, domain: estimate.domain, excluding: leavesDominantOut)
  }

  /// Pairs the two files of a stage, which stand in the same order.
  ///
  /// - Throws: `StageFailure` `.wrongData` when they do not belong together.
  package static func pair(
    _ estimates: [EstimateRecord], _ contributors: [ContributorRecord]
  ) throws(StageFailure) -> [InputCell] {
    let cells = zip(estimates, contributors).map(InputCell.init)
    let isPaired =
      estimates.count == contributors.count
      && cells.allSatisfy { cell in
        cell.estimate.table == cell.contributors.table && cell.estimate.indicator == cell.contributors.indicator
          && cell.estimate.domain.key == cell.contributors.domain
          && cell.estimate.excludesDominant == cell.contributors.excludesDominant
      }
    guard isPaired else {
      throw StageFailure(
        .wrongData,
        [
          Problem(
            .error, "estimates and contributors do not belong together",
            expected: "one record of contributors for each estimate, in the same order",
            got: "\(estimates.count) estimates and \(contributors.count) contributors",
            hint: "run survey-aggregate again"
          )
        ])
    }
    return cells
  }
}

/// The name of a printed cell, unique in a release.
func cellID(table: String, indicator: Indicator, domain: Domain, excluding: Bool) -> String {
  "\(table)/\(indicator.rawValue)/\(domain.key)" + (excluding ? "/excluding" : "")
}
