import AggregateStage
import Diagnostics
import StageSupport

extension StageRun {
  /// The study's rates of separation; nil where it brings none.
  var separationRates: SeparationRates? {
    get throws(StageFailure) {
      guard
        let table = try context(.separations, columns: SeparationRates.columns, key: ["occupation"])
      else { return nil }
      guard let rates = SeparationRates(table) else {
        throw StageFailure(
          .wrongData,
          [
            Problem(
              .error, at: SourceLocation(path: "\(dataFolder)/\(table.source.path)"), "the row all is missing",
              expected: "a rate for occupations that have none of their own")
          ])
      }
      return rates
    }
  }
}
