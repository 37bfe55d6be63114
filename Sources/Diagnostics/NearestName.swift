/// The name that was probably meant, for the hint of an unknown key: the one with the fewest letters changed,
/// left out, put in or swapped with their neighbour. `nil` when none is near.
///
/// Capitals and small letters are the same here, and at most a third of the letters may differ. Of names equally
/// near the first by its bytes is taken. Source: optimal string alignment distance, Damerau (1964), *Communications of the ACM* 7(3).
package func nearest(to name: String, in names: some Sequence<String>) -> String? {
  let longest = 64
  guard name.utf8.count <= longest else { return nil }
  let wanted = Array(name.lowercased().unicodeScalars)
  var best: (name: String, distance: Int)?
  for candidate in names where candidate.utf8.count <= longest {
    let letters = Array(candidate.lowercased().unicodeScalars)
    let distance = alignmentDistance(wanted, letters)
    guard distance <= max(wanted.count, letters.count) / 3 else { continue }
    if let best {
      if distance > best.distance { continue }
      if distance == best.distance, !candidate.utf8.lexicographicallyPrecedes(best.name.utf8) { continue }
    }
    best = (candidate, distance)
  }
  return best?.name
}

private func alignmentDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    row.reserveCapacity(b.count + 1)
    for j in 0..<b.count {
      var least = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, beforeLast[j - 1] + 1) }
      row.append(least)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
