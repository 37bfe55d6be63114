import Diagnostics

/// What is wrong with the files of a study, gathered so that it can be shown all at once.
package final class FaultList {
  package private(set) var problems: [Problem] = []

  package init() {}

  package func add(
    _ summary: String, at location: SourceLocation, expected: String? = nil, got: String? = nil, hint: String? = nil
  ) {
    let problem = Problem(.error, at: location, summary, expected: expected, got: got, hint: hint)
    if !problems.contains(problem) { problems.append(problem) }
  }

  /// Ends the program's run when anything was found wrong: by file, and in a file from top to bottom.
  package func throwIfAny() throws(StageFailure) {
    guard !problems.isEmpty else { return }
    let inOrder = problems.enumerated().sorted { a, b in
      let (here, there) = (a.element.location, b.element.location)
      return (here?.path ?? "", here?.line ?? 0, here?.column ?? 0, a.offset)
        < (there?.path ?? "", there?.line ?? 0, there?.column ?? 0, b.offset)
    }
    throw StageFailure(.wrongStudyFile, inOrder.map(\.element))
  }
}
