import Diagnostics
import Glibc
import RecordStreams

/// Standard error, and the file of `--log` beside it. Standard output stays empty.
final class Screen {
  let isTerminal = isatty(STDERR_FILENO) == 1
  private let isQuiet: Bool
  private let printer: ProblemPrinter
  private let plainPrinter = ProblemPrinter(color: .never)
  private var log: Int32 = -1

  init(color: ColorChoice, isQuiet: Bool) {
    self.isQuiet = isQuiet
    printer = ProblemPrinter(color: color)
  }

  deinit { if log >= 0 { close(log) } }

  /// - Throws: `StageFailure` `.cannotWrite`.
  func openLog(_ path: String) throws(StageFailure) {
    log = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard log >= 0 else {
      let reason = String(cString: strerror(errno))
      throw StageFailure(
        .cannotWrite,
        [Problem(.error, at: SourceLocation(path: path), "the file of --log cannot be opened", got: reason)])
    }
  }

  /// All problems of a run, each group with what it hides.
  func show(_ problems: ProblemLog) {
    write(printer.text(of: problems), to: STDERR_FILENO)
    write(plainPrinter.text(of: problems), to: log)
  }

  /// A line about the run as a whole; nothing when quiet.
  func say(_ line: String) {
    write(line + "\n", to: log)
    if !isQuiet { write(line + "\n", to: STDERR_FILENO) }
  }

  /// Draws over the line of the terminal; never logged.
  func draw(_ text: String) {
    if isTerminal, !isQuiet { write("\r" + text + "\u{1B}[K", to: STDERR_FILENO) }
  }

  private func write(_ text: String, to descriptor: Int32) {
    guard descriptor >= 0, !text.isEmpty else { return }
    var text = text
    text.withUTF8 { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 {
          if errno == EINTR { continue }
          return  // a screen that is gone stops no run
        }
        rest = rest.dropFirst(count)
      }
    }
  }
}
