/// The moments of one cell (a domain and a pair of values), group by group: all that its estimates need.
///
/// A stretch of groups is kept without gaps, from the first met to the last; give the groups of a municipality
/// neighbouring numbers and a municipality's cell stays small.
///
/// - Order: as for `GroupMoments`.
/// - Complexity: adding is O(1), amortised over the stretch.
package struct CellMoments: Sendable {
  private var first = 0
  private var moments: [GroupMoments] = []

  package init() {}

  /// Adds an answer of the domain. An employer's rows are summed before they come here: one unit, one call.
  package mutating func add(group: Int, y: Double, x: Double = 0) {
    reach(group)
    moments[group - first].add(y: y, x: x)
  }

  /// Adds the spread of one unit's drawn values; its mean is added by `add`.
  package mutating func widen(group: Int, yy: Double, xx: Double, xy: Double) {
    reach(group)
    moments[group - first].widen(yy: yy, xx: xx, xy: xy)
  }

  /// Merges the moments of later input into these.
  package mutating func merge(_ other: CellMoments) {
    for (group, part) in other.met { merge(part, group: group) }
  }

  mutating func merge(_ part: GroupMoments, group: Int) {
    reach(group)
    moments[group - first].merge(part)
  }

  /// The groups with an answer in the domain, ascending.
  package var met: some Sequence<(group: Int, moments: GroupMoments)> {
    moments.indices.lazy.filter { moments[$0].count > 0 }.map { (group: first + $0, moments: moments[$0]) }
  }

  /// m: answers in the domain.
  package var answers: Int { moments.reduce(0) { $0 + $1.count } }
  /// c: answers in the domain whose y is not 0.
  package var contributors: Int { moments.reduce(0) { $0 + $1.contributors } }

  /// Σ (m_gd − 1) over the groups met in the domain.
  package var degreesOfFreedom: Int { moments.reduce(0) { $0 + max(0, $1.count - 1) } }

  private mutating func reach(_ group: Int) {
    if moments.isEmpty {
      first = group
      moments.append(GroupMoments())
    } else if group < first {
      // Twice what is needed, so that groups met in falling order do not cost a copy each.
      let start = max(min(group, 0), group - moments.count)
      moments.insert(contentsOf: repeatElement(GroupMoments(), count: first - start), at: 0)
      first = start
    } else if group >= first + moments.count {
      moments.append(contentsOf: repeatElement(GroupMoments(), count: group - first - moments.count + 1))
    }
  }
}
