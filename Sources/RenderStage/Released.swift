import ReleasedRecords

/// Everything the renderer can see: the released folder, with the cells found by table, indicator and domain.
package struct Released: Sendable {
  package let cells: [ReleasedCell]
  package let fieldwork: [ReleasedFieldwork]
  package let statements: [Statement]
  package let facts: [FactRecord]
  package let process: [ProcessRecord]
  package let editing: [ReleasedEditing]
  package let contrasts: [ReleasedContrast]
  private let ranks: [String: ReleasedRank]
  package let nonresponse: [ReleasedNonresponse]
  private let byID: [String: Int]
  private let place: [Key: Int]
  private let anywhere: [Key: Int]
  private let byTable: [String: [Int]]

  private struct Key: Hashable {
    var table: String
    var indicator: Indicator
    var domain: Domain
  }

  package init(
    cells: [ReleasedCell], fieldwork: [ReleasedFieldwork], statements: [Statement], facts: [FactRecord],
    process: [ProcessRecord], editing: [ReleasedEditing] = [], contrasts: [ReleasedContrast] = [],
    ranks: [ReleasedRank] = [], nonresponse: [ReleasedNonresponse] = []
  ) {
    self.cells = cells
    self.fieldwork = fieldwork
    self.statements = statements
    self.facts = facts
    self.process = process
    self.editing = editing
    self.contrasts = contrasts
    self.nonresponse = nonresponse
    self.ranks = Dictionary(ranks.map { ("\($0.family) \($0.cell)", $0) }, uniquingKeysWith: { first, _ in first })
    byID = Dictionary(cells.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    byTable = Dictionary(grouping: cells.indices, by: { cells[$0].table })
    var place: [Key: Int] = [:]
    var anywhere: [Key: Int] = [:]
    for (index, cell) in cells.enumerated() {
      let key = Key(table: cell.table, indicator: cell.indicator, domain: cell.domain)
      place[key] = Self.better(place[key], index, cells)
      let free = Key(table: "", indicator: cell.indicator, domain: cell.domain)
      anywhere[free] = Self.better(anywhere[free], index, cells)
    }
    self.place = place
    self.anywhere = anywhere
  }

  package static let empty = Released(cells: [], fieldwork: [], statements: [], facts: [], process: [])

  /// Of a total and its twin without dominant employers the total is printed, unless only the twin is shown.
  private static func better(_ old: Int?, _ new: Int, _ cells: [ReleasedCell]) -> Int {
    guard let old else { return new }
    let (a, b) = (cells[old], cells[new])
    if (a.status == .shown) != (b.status == .shown) { return a.status == .shown ? old : new }
    return a.excludesDominant == true && b.excludesDominant != true ? new : old
  }

  func cell(_ table: String, _ indicator: Indicator, _ domain: Domain = Domain()) -> ReleasedCell? {
    place[Key(table: table, indicator: indicator, domain: domain)].map { cells[$0] }
  }

  /// The cell of an indicator for a domain, whichever table it stands in: equal cells have equal values.
  func cell(_ indicator: Indicator, _ domain: Domain = Domain()) -> ReleasedCell? {
    anywhere[Key(table: "", indicator: indicator, domain: domain)].map { cells[$0] }
  }

  func cell(id: String) -> ReleasedCell? { byID[id].map { cells[$0] } }

  /// The places a cell may have among those of a family; nil where it is not ranked.
  func rank(of cell: ReleasedCell, in family: String) -> ReleasedRank? { ranks["\(family) \(cell.id)"] }

  func cells(ofTable table: String) -> [ReleasedCell] { (byTable[table] ?? []).map { cells[$0] } }

  /// A count of the process, summed over its keys where none is asked for; nil when no stage has written it.
  func count(_ stage: String, _ what: String, key: String? = nil) -> Int? {
    let own = process.filter { $0.stage == stage && $0.what == what && (key == nil || $0.key == key) }
    return own.isEmpty ? nil : own.reduce(0) { $0 + $1.count }
  }

  func facts(_ key: String) -> [String] { facts.filter { $0.kind == .project && $0.key == key }.map(\.value) }
}
