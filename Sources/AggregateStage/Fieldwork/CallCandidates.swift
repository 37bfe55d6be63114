import ConfidentialRecords

/// The units that may move the headlines most: so many for each cell, however many answers there are.
///
/// Units are added in the order of the input; of equal ones the first stays.
struct CallCandidates: Sendable {
  private struct Entry {
    var amount: Double
    var unit: Int
  }

  static let perCell = 50

  /// By cell, the greatest amount first.
  private var best: [CellKey: [Entry]] = [:]
  /// By number of the unit, and in how many cells it is among the first.
  private var units: [Int: (candidate: CallCandidate, places: Int)] = [:]
  private var next = 0

  mutating func add(_ candidate: CallCandidate) {
    let unit = next
    next += 1
    var amounts: [CellKey: Double] = [:]
    for item in candidate.items {
      for move in item.moves { amounts[move.cell, default: 0] += item.suspicion * move.likely }
    }
    var places = 0
    // In the order of the cells, for what falls out of one may be held by another.
    for (cell, amount) in amounts.sorted(by: { $0.key < $1.key }) where amount > 0 {
      var entries = best[cell] ?? []
      guard entries.count < Self.perCell || amount > entries[entries.count - 1].amount else { continue }
      entries.insert(Entry(amount: amount, unit: unit), at: entries.firstIndex { $0.amount < amount } ?? entries.count)
      places += 1
      if entries.count > Self.perCell { release(entries.removeLast().unit) }
      best[cell] = entries
    }
    if places > 0 { units[unit] = (candidate, places) }
  }

  private mutating func release(_ unit: Int) {
    guard let held = units[unit] else { return }
    units[unit] = held.places > 1 ? (held.candidate, held.places - 1) : nil
  }

  /// In the order in which they were added.
  var all: [CallCandidate] { units.sorted { $0.key < $1.key }.map(\.value.candidate) }
}
