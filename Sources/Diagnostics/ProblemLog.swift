import Synchronization

/// Collects what goes wrong in a run, from any thread, in bounded memory.
///
/// Every problem is counted. Of problems that say the same (same severity, same summary) only the first few by
/// place are kept to be shown, whichever came in first: what is shown does not depend on the number of cores.
package final class ProblemLog: Sendable {
  /// Problems that say the same.
  package struct Group: Sendable {
    /// The first by place; those in the same place in the order they came in.
    package fileprivate(set) var shown: [Problem]
    package fileprivate(set) var count: Int

    /// How many are counted but not shown.
    package var hidden: Int { count - shown.count }
  }

  private struct Kind: Hashable {
    let severity: Problem.Severity
    let summary: String
  }

  private struct State {
    var groups: [Kind: Group] = [:]
    var counts: [Problem.Severity: Int] = [:]
  }

  private let limit: Int
  private let state = Mutex(State())

  /// - Parameter limit: how many problems that say the same are shown.
  package init(showingAtMost limit: Int = 20) {
    precondition(limit > 0)
    self.limit = limit
  }

  package func append(_ problem: Problem) {
    state.withLock { state in
      state.counts[problem.severity, default: 0] += 1
      let kind = Kind(severity: problem.severity, summary: problem.summary)
      state.groups[kind, default: Group(shown: [], count: 0)].insert(problem, limit: limit)
    }
  }

  package func append(contentsOf problems: some Sequence<Problem>) {
    for problem in problems { append(problem) }
  }

  package func count(_ severity: Problem.Severity) -> Int {
    state.withLock { $0.counts[severity] ?? 0 }
  }

  package var hasErrors: Bool { count(.error) > 0 }

  /// The problems to be shown, by the place of each group's first.
  package var groups: [Group] {
    state.withLock { Array($0.groups.values) }.sorted { a, b in
      // Two groups never say the same, so no two are equal in this order.
      let (a, b) = (a.shown[0], b.shown[0])
      if isBefore(a.location, b.location) { return true }
      if isBefore(b.location, a.location) { return false }
      return (b.severity, a.summary) < (a.severity, b.summary)
    }
  }
}

extension ProblemLog.Group {
  fileprivate mutating func insert(_ problem: Problem, limit: Int) {
    count += 1
    let place = shown.lastIndex { !isBefore(problem.location, $0.location) }.map { $0 + 1 } ?? 0
    if place == limit { return }
    if shown.count == limit { shown.removeLast() }
    shown.insert(problem, at: place)
  }
}

/// By path, line and column; what has no place comes last, and what speaks of a whole file before its lines.
private func isBefore(_ a: SourceLocation?, _ b: SourceLocation?) -> Bool {
  guard let a else { return false }
  guard let b else { return true }
  if a.path != b.path { return a.path.utf8.lexicographicallyPrecedes(b.path.utf8) }
  return (a.line ?? 0, a.column ?? 0) < (b.line ?? 0, b.column ?? 0)
}
