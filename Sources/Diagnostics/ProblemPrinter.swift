#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// When the screen is written in colours.
package enum ColorChoice: String, CaseIterable, Sendable {
  case auto, always, never
}

/// The form in which a person sees a problem:
///
///     employers/0181-0042.html:37: warning: Q7 is not a headcount
///       expected  a number of employees, 0 or more
///       got       a text of 9 characters without a number
///       hint      add a missing code for it under Q7
package struct ProblemPrinter: Sendable {
  private let isColored: Bool

  /// - Parameter choice: `auto` is colours if standard error is a terminal and `NO_COLOR` is not set.
  package init(color choice: ColorChoice) {
    switch choice {
    case .always: isColored = true
    case .never: isColored = false
    case .auto: isColored = isatty(STDERR_FILENO) == 1 && getenv("NO_COLOR") == nil
    }
  }

  /// The problem as lines, each with its newline.
  package func text(of problem: Problem) -> String {
    let place = problem.location.map { "\(printable($0.description)): " } ?? ""
    var text = bold(place) + paint(problem.severity) + ": " + bold(printable(problem.summary)) + "\n"
    for (label, value) in [("expected", problem.expected), ("got", problem.got), ("hint", problem.hint)] {
      guard let value else { continue }
      text += "  " + label.padding(to: 8) + "  " + printable(value) + "\n"
    }
    return text
  }

  /// Every group of a log, with a line for those that are not shown.
  package func text(of log: ProblemLog) -> String {
    log.groups.map { group in
      let shown = group.shown.map(text(of:)).joined()
      return group.hidden == 0 ? shown : shown + "  … and \(group.hidden) more of the same\n"
    }.joined()
  }

  private func paint(_ severity: Problem.Severity) -> String {
    let code =
      switch severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    return isColored ? "\u{1B}[1;\(code)m\(severity.rawValue)\u{1B}[0m" : severity.rawValue
  }

  private func bold(_ text: String) -> String {
    isColored && !text.isEmpty ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }
}

/// The text without what would steer the terminal or turn the direction of writing: a file's name is given by
/// whoever made the file.
private func printable(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: result.append("\u{FFFD}")
    default: result.append(scalar)
    }
  }
  return String(result)
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
