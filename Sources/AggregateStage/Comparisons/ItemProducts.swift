import ConfidentialRecords

/// How many answers of each response group named both of two items: what ties the shares of two items together, since
/// the same employers may have named both.
///
///     Σ y_a·y_b      for every pair of items of a question, y = 1 where the item is named and else 0
///
/// Memory is pairs × groups.
package struct ItemProducts: Sendable {
  private struct Pair: Hashable {
    var first: Int
    var second: Int
  }

  /// By slot: the question it is an item of; nil for other slots.
  private let question: [Indicator?]
  private var sums: [Pair: [Double]] = [:]
  /// The items that the employer at hand names, ascending.
  private var named: [Int] = []

  init(slots: SlotTable) {
    question = slots.slots.map { slot in
      ComparisonPlan.ofItems.contains(slot.indicator) && slot.item != nil ? slot.indicator : nil
    }
  }

  mutating func add(_ entries: [EmployerContributions.Entry], group: Int) {
    named.removeAll(keepingCapacity: true)
    for entry in entries where question[entry.slot] != nil && entry.y.value > 0 && !named.contains(entry.slot) {
      named.append(entry.slot)
    }
    guard named.count > 1 else { return }
    named.sort()
    for (place, first) in named.enumerated() {
      for second in named[(place + 1)...] where question[first] == question[second] {
        add(Pair(first: first, second: second), group: group)
      }
    }
  }

  private mutating func add(_ pair: Pair, group: Int) {
    var own = sums.removeValue(forKey: pair) ?? []
    if own.count <= group { own.append(contentsOf: repeatElement(0, count: group + 1 - own.count)) }
    own[group] += 1
    sums[pair] = own
  }

  /// Answers of a group that name both.
  func product(_ first: Int, _ second: Int, group: Int) -> Double {
    guard let own = sums[Pair(first: min(first, second), second: max(first, second))], group < own.count else {
      return 0
    }
    return own[group]
  }
}
