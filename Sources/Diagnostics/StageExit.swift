/// The exit codes of every program (design, section 9), after BSD's sysexits.
package enum StageExit: Int32, Sendable {
  case done = 0
  case usage = 64
  case wrongData = 65
  case noInput = 66
  case notBuilt = 69
  case ourFault = 70
  case cannotWrite = 73
  case cannotRead = 74
  case locked = 75
  case disclosureRefused = 77
  case wrongStudyFile = 78
}

/// Ends a program: everything that was found wrong, and the exit code that says which kind it is.
package struct StageFailure: Error, Sendable {
  package var exit: StageExit
  package var problems: [Problem]

  package init(_ exit: StageExit, _ problems: [Problem]) {
    self.exit = exit
    self.problems = problems
  }
}
