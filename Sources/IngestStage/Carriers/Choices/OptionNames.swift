/// Names of a question's options, which go on where the question's own name ends: `stod_tolk`, `stod[2]`, `stod/tolk`.
extension String {
  /// The name in two, at each mark that may stand between a question and one of its options.
  var divisions: [(start: String, rest: String)] {
    var found: [(start: String, rest: String)] = []
    for at in indices.dropFirst() where "_[/.:>({-–".contains(self[at]) {
      let start = String(self[..<at]).trimmed
      let rest = self[at...].drop { "_[/.:>({-– ".contains($0) }
      if let last = rest.last, "])}".contains(last) {
        found.append((start, String(rest.dropLast())))
      } else {
        found.append((start, String(rest)))
      }
      if found.count == 16 { break }
    }
    return found
  }
}
