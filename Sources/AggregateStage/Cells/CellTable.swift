import ConfidentialRecords

/// The cells, found once per employer, grouping and occupation: a block holds all slots that a grouping breaks down.
struct CellTable: Sendable {
  private let plan: DomainPlan
  private var blocks: [CellKey: Int] = [:]
  /// In the order in which they were met: the key without its slot, and the grouping.
  private var met: [(key: CellKey, grouping: Int)] = []
  private var cells: [CellSums] = []
  /// By slot, for the rows of one employer that fall into one cell.
  private var scratch: [(y: Contribution, x: Contribution)?]
  private var touched: [Int] = []
  /// By slot: y and x of every draw, of an employer who has any; made when the first one comes.
  private var drawnScratch: [[Double]] = []
  private var isDrawn: [Bool]

  init(plan: DomainPlan) {
    self.plan = plan
    scratch = Array(repeating: nil, count: plan.slots.slots.count)
    isDrawn = Array(repeating: false, count: plan.slots.slots.count)
  }

  /// Adds an employer to every cell it reaches: once to each, its rows summed first.
  mutating func add(_ employer: EmployerUpdate) {
    let entries = employer.entries
    for (grouping, breakdown) in plan.groupings.enumerated() {
      var start = 0
      while start < entries.count {
        let group = breakdown.digits.flatMap { digits in entries[start].occupation?.group(digits: digits) }
        var end = start
        while end < entries.count,
          breakdown.digits.flatMap({ digits in entries[end].occupation?.group(digits: digits) }) == group
        {
          gather(entries[end], of: employer.added, grouping: grouping)
          end += 1
        }
        flush(employer, grouping: grouping, occupation: entries[start].occupation)
        start = end
      }
    }
  }

  private mutating func gather(_ entry: EmployerContributions.Entry, of added: EmployerEntries, grouping: Int) {
    let slot = entry.slot
    guard plan.offset(ofSlot: slot, in: grouping) != nil else { return }
    if !added.drawn.isEmpty { gatherDraws(entry, of: added, isFirst: scratch[slot] == nil) }
    if let sum = scratch[slot] {
      scratch[slot] = (sum.y + entry.y, sum.x + entry.x)
    } else {
      scratch[slot] = (entry.y, entry.x)
      touched.append(slot)
    }
  }

  private mutating func gatherDraws(_ entry: EmployerContributions.Entry, of added: EmployerEntries, isFirst: Bool) {
    let slot = entry.slot
    if drawnScratch.isEmpty {
      drawnScratch = Array(repeating: Array(repeating: 0, count: 2 * added.draws), count: scratch.count)
    }
    if isFirst {
      for place in drawnScratch[slot].indices { drawnScratch[slot][place] = 0 }
    }
    if entry.drawn >= 0 { isDrawn[slot] = true }
    for draw in 0..<added.draws {
      let at = Int(entry.drawn) + 2 * draw
      drawnScratch[slot][2 * draw] += entry.drawn < 0 ? entry.y.value : added.drawn[at]
      drawnScratch[slot][2 * draw + 1] += entry.drawn < 0 ? entry.x.value : added.drawn[at + 1]
    }
  }

  private mutating func flush(_ employer: EmployerUpdate, grouping: Int, occupation: OccupationCode?) {
    guard !touched.isEmpty else { return }
    let start = block(
      plan.key(slot: 0, grouping: grouping, place: employer.place, occupation: occupation), grouping: grouping)
    for slot in touched {
      guard let sum = scratch[slot], let offset = plan.offset(ofSlot: slot, in: grouping) else { continue }
      let once = plan.slots.slots[slot].indicator.countsEmployersOnce
      if once && isDrawn[slot] {
        for place in drawnScratch[slot].indices { drawnScratch[slot][place] = min(1, drawnScratch[slot][place]) }
      }
      cells[start + offset].add(
        y: once ? sum.y.atMostOne : sum.y, x: once ? sum.x.atMostOne : sum.x,
        draws: isDrawn[slot] ? drawnScratch[slot] : nil, of: employer)
      scratch[slot] = nil
      isDrawn[slot] = false
    }
    touched.removeAll(keepingCapacity: true)
  }

  private mutating func block(_ key: CellKey, grouping: Int) -> Int {
    if let start = blocks[key] { return start }
    let start = cells.count
    blocks[key] = start
    met.append((key, grouping))
    cells.append(contentsOf: repeatElement(CellSums(), count: plan.slotsOfGrouping[grouping].count))
    return start
  }

  /// The cells that an employer has reached, in no particular order.
  var keys: [CellKey] {
    met.flatMap { key, grouping in
      plan.slotsOfGrouping[grouping].map { key.with(slot: $0) }.filter { self[$0] != nil }
    }
  }

  /// Nil when no employer has reached the cell.
  subscript(key: CellKey) -> CellSums? {
    let base = key.with(slot: 0)
    guard let start = blocks[base], let grouping = plan.grouping(of: base),
      let offset = plan.offset(ofSlot: key.slot, in: grouping)
    else { return nil }
    let cell = cells[start + offset]
    return cell.given > 0 ? cell : nil
  }
}
