import ConfidentialRecords

/// What the stage counts of its own work, for the report.
package enum AggregateProcess {
  package static func counts(weighting: Weighting, sums: AggregateSums, cells: Int) throws -> [ProcessRecord] {
    // A stratum of none but dominant employers is left without a unit.
    let groups = weighting.design.groups.count { $0.frameUnits > 0 }
    return try [
      ProcessRecord(stage: "aggregate", what: "employers used", count: sums.employers, feature: "WGT-01"),
      ProcessRecord(stage: "aggregate", what: "response groups", count: groups, feature: "WGT-01"),
      ProcessRecord(stage: "aggregate", what: "cells estimated", count: cells, feature: "EST-10"),
      ProcessRecord(
        stage: "aggregate", what: "dominant employers without an answer", count: weighting.missingDominant.count,
        feature: "EDT-09"),
    ]
      + weighting.joins.map {
        ProcessRecord(
          stage: "aggregate", what: "strata joined", key: "\($0.thin) with \($0.with)", count: 1, feature: "WGT-05")
      } + sums.modes.counts(design: weighting.design)
  }
}
