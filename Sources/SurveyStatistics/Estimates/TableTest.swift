/// A test of independence in a two-way table.
package struct TableTest: Hashable, Sendable {
  package var statistic: Double
  package var degreesOfFreedom: Double
  /// Of the denominator of F; `nil` for a chi-square test.
  package var denominator: Double?
  package var pValue: Double
}

/// A two-way table of weighted counts with what its tests need: the class of each unit by row and by column.
///
/// - Refuses: labels that are not one per unit, and a table with a single row or column: `nil`.
package struct TwoWayTable: Sendable {
  let sample: WeightedSample
  let rows: Labels
  let columns: Labels

  package init?(sample: WeightedSample, rows: Labels, columns: Labels) {
    guard rows.codes.count == sample.weights.count, columns.codes.count == sample.weights.count, rows.count > 1,
      columns.count > 1
    else { return nil }
    (self.sample, self.rows, self.columns) = (sample, rows, columns)
  }

  var cellCount: Int { rows.count * columns.count }

  func indicator(_ matches: (Int) -> Bool) -> [Double] { sample.weights.indices.map { matches($0) ? 1 : 0 } }

  func cell(_ row: Int, _ column: Int) -> [Double] {
    indicator { rows.codes[$0] == row && columns.codes[$0] == column }
  }
}
