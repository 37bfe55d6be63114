import ReleasedRecords

/// Everything the renderer can see: the released folder, with the cells found by indicator and domain.
package struct Released: Sendable {
  package let cells: [ReleasedCell]
  package let fieldwork: [ReleasedFieldwork]
  package let statements: [Statement]
  package let facts: [FactRecord]
  package let process: [ProcessRecord]
  private let place: [Key: Int]
  private let byTable: [String: [Int]]

  private struct Key: Hashable {
    var table: String
    var indicator: Indicator
    var domain: Domain
  }

  package init(
    cells: [ReleasedCell], fieldwork: [ReleasedFieldwork], statements: [Statement], facts: [FactRecord],
    process: [ProcessRecord]
  ) {
    self.cells = cells
    self.fieldwork = fieldwork
    self.statements = statements
    self.facts = facts
    self.process = process
    place = Dictionary(
      cells.enumerated().map { (Key(table: $1.table, indicator: $1.indicator, domain: $1.domain), $0) },
      uniquingKeysWith: { first, _ in first })
    byTable = Dictionary(grouping: cells.indices, by: { cells[$0].table })
  }

  func cell(_ table: String, _ indicator: Indicator, _ domain: Domain = Domain()) -> ReleasedCell? {
    place[Key(table: table, indicator: indicator, domain: domain)].map { cells[$0] }
  }

  /// The first released cell of an indicator for a domain, whichever table it stands in.
  func cell(_ indicator: Indicator, _ domain: Domain = Domain()) -> ReleasedCell? {
    cells.first { $0.indicator == indicator && $0.domain == domain }
  }

  func cells(ofTable table: String) -> [ReleasedCell] { (byTable[table] ?? []).map { cells[$0] } }

  /// A count of the process, summed over its keys where none is asked for.
  func count(_ stage: String, _ what: String, key: String? = nil) -> Int {
    process.filter { $0.stage == stage && $0.what == what && (key == nil || $0.key == key) }.reduce(0) { $0 + $1.count }
  }

  func counts(_ stage: String, _ what: String) -> [ProcessRecord] {
    process.filter { $0.stage == stage && $0.what == what }
  }

  func fact(_ key: String) -> String? { facts.first { $0.kind == .project && $0.key == key }?.value }
  func facts(_ key: String) -> [String] { facts.filter { $0.kind == .project && $0.key == key }.map(\.value) }
}
