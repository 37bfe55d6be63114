/// The known name that `name` was most likely meant to be: the one with the fewest letters put in, left out, changed or
/// swapped, at most a third of them and never more than three; nil when none is that near. Of equally near names the
/// first in the order of their characters.
package func nearestName(to name: String, among known: some Sequence<String>) -> String? {
  let written = Array(name.lowercased())
  guard !written.isEmpty, written.count <= 100 else { return nil }
  let limit = min(3, max(1, written.count / 3))
  var best: (distance: Int, name: String)?
  for candidate in known {
    let letters = Array(candidate.lowercased())
    guard abs(letters.count - written.count) <= limit else { continue }
    let distance = editDistance(written, letters)
    guard distance <= limit else { continue }
    if best.map({ (distance, candidate) < ($0.distance, $0.name) }) ?? true { best = (distance, candidate) }
  }
  return best?.name
}

/// Letters to put in, leave out, change or swap with a neighbour to get from `a` to `b` (optimal string alignment).
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
