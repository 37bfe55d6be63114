import ConfidentialRecords
import ReleasedRecords

/// Cells that say `:` instead of nothing: the questions of the long form were not put to small employers, and a row of
/// the table is theirs all the same.
struct NotAskedCells {
  private var byTable: [String: [ReleasedCell]] = [:]

  init(study: Study, printed: [InputCell]) {
    let small = study.sizeClasses.filter { ($0.largest ?? .max) < study.longFormFrom }.map(\.code)
    var there = Set(
      printed.map { Place(table: $0.estimate.table, indicator: $0.indicator, domain: $0.estimate.domain) })
    for cell in printed where cell.indicator.needsLongForm && cell.estimate.sizeClass != nil {
      for code in small {
        var place = Place(table: cell.estimate.table, indicator: cell.indicator, domain: cell.estimate.domain)
        place.domain.sizeClass = code
        guard there.insert(place).inserted else { continue }
        var blank = ReleasedCell()
        blank.id = cellID(table: place.table, indicator: place.indicator, domain: place.domain, excluding: false)
        blank.table = place.table
        blank.indicator = place.indicator
        blank.formula = cell.estimate.formula
        blank.feature = cell.estimate.feature
        blank.unit = cell.indicator.unit
        blank.domain = place.domain
        blank.status = .notAsked
        byTable[place.table, default: []].append(blank)
      }
    }
  }

  private struct Place: Hashable {
    var table: String
    var indicator: Indicator
    var domain: Domain
  }

  func cells(ofTable table: String) -> [ReleasedCell] { byTable[table] ?? [] }
}
