import Diagnostics
import ReleasedRecords

/// A printed cell as a person writes it: `table/indicator/dimension=code/…`, the dimensions in any order and parted by
/// `/` or `;`, or as the `id` column of the tables has it.
package struct CellAddress {
  private static let dimensions = ["municipality", "sector", "section", "sizeClass", "occupation", "horizon", "item"]

  private let table: String
  private let indicator: String
  private let domain: [String]
  private let isExcluding: Bool

  package init(_ text: String) {
    let parts = text.split { $0 == "/" || $0 == ";" }.map(String.init)
    table = parts.first ?? ""
    indicator = parts.count > 1 ? parts[1] : ""
    let rest = parts.dropFirst(2)
    isExcluding = rest.contains("excluding")
    domain = rest.filter { $0 != "excluding" }.enumerated()
      .sorted { (Self.place($0.element), $0.offset) < (Self.place($1.element), $1.offset) }.map(\.element)
  }

  /// In the order that an id has them; names that are none of these come last.
  private static func place(_ part: String) -> Int {
    dimensions.firstIndex(of: String(part.prefix { $0 != "=" })) ?? dimensions.count
  }

  private func id(excluding: Bool) -> String {
    "\(table)/\(indicator)/\(domain.joined(separator: ";"))" + (excluding ? "/excluding" : "")
  }

  /// The cell that is printed under this address; of a figure printed without dominant employers, that one.
  ///
  /// - Throws: `StageFailure` `.noInput` with the nearest addresses that there are.
  package func find(in cells: [ReleasedCell]) throws(StageFailure) -> ReleasedCell {
    for id in isExcluding ? [id(excluding: true)] : [id(excluding: false), id(excluding: true)] {
      if let cell = cells.first(where: { $0.id == id }) { return cell }
    }
    let near = nearest(in: cells)
    throw StageFailure(
      .noInput,
      [
        Problem(
          .error, "no printed cell has this address",
          expected: "table/indicator/dimension=code/…, as the id column of the tables",
          got: id(excluding: isExcluding),
          hint: near.isEmpty
            ? "the tables are " + unique(cells.map(\.table)).joined(separator: ", ")
            : "near it: " + near.joined(separator: "   "))
      ])
  }

  /// At most three: of the nearest table and indicator, those with the fewest dimensions that differ.
  private func nearest(in cells: [ReleasedCell]) -> [String] {
    guard let table = name(table, of: cells.map(\.table)) else { return [] }
    let ofTable = cells.filter { $0.table == table }
    guard let indicator = name(indicator, of: ofTable.map(\.indicator.rawValue)) else {
      return Array(unique(ofTable.map { "\(table)/\($0.indicator.rawValue)/" }).prefix(3))
    }
    let wanted = Set(domain)
    return ofTable.filter { $0.indicator.rawValue == indicator }.enumerated()
      .map { offset, cell in
        let own = Set(cell.domain.key.split(separator: ";").map(String.init))
        return (id: cell.id, differing: own.symmetricDifference(wanted).count, offset: offset)
      }
      .sorted { ($0.differing, $0.offset) < ($1.differing, $1.offset) }.prefix(3).map(\.id)
  }

  private func name(_ name: String, of names: [String]) -> String? {
    names.contains(name) ? name : Diagnostics.nearest(to: name, in: unique(names))
  }

  private func unique(_ names: [String]) -> [String] {
    var met: Set<String> = []
    return names.filter { met.insert($0).inserted }
  }
}
