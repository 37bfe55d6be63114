import Diagnostics
import FileSafety
import Glibc

/// Does one dangerous thing and says how it went, one word a line.
@main
struct SafetyProbe {
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do throws(FileFault) {
      switch arguments.first {
      case "lock": try holdLock(arguments[1])
      case "swap": try startSwap(arguments[1])
      case "sandbox": try tryFiles(Array(arguments.dropFirst()))
      case "sandbox-late": try await tryLate()
      case "measure": Measurement.run(Array(arguments.dropFirst()))
      default: exit(64)
      }
    } catch {
      say("\(error)")
      exit(error.failure.exit.rawValue)
    }
  }

  /// Holds the lock until the test closes standard input or kills the process.
  static func holdLock(_ path: String) throws(FileFault) {
    let lock = try Lock(path)
    say("held")
    withExtendedLifetime(lock) { _ = readLine() }
  }

  /// Writes half a folder and waits to be killed; on a line of input it commits.
  static func startSwap(_ final: String) throws(FileFault) {
    let swap = try FolderSwap(replacing: final)
    guard let file = fopen(swap.path + "/records.ndjson", "w") else { exit(73) }
    fputs("half", file)
    fflush(file)
    say("writing")
    guard readLine() != nil else { return }
    fclose(file)
    try swap.commit()
    say("committed")
  }

  /// Arguments: readable, writable, then paths to open for reading, or for writing after `+`.
  static func tryFiles(_ arguments: [String]) throws(FileFault) {
    let verdict = try Sandbox.restrict(read: [arguments[0]], write: [arguments[1]])
    guard verdict != .unsupported else { return say("unsupported") }
    for attempt in arguments.dropFirst(2) {
      let isWrite = attempt.hasPrefix("+")
      let path = isWrite ? String(attempt.dropFirst()) : attempt
      let descriptor = open(path, isWrite ? O_WRONLY | O_CREAT : O_RDONLY, 0o600)
      say(descriptor >= 0 ? "opened" : errno == EACCES ? "denied" : "errno \(errno)")
    }
  }

  /// Asks for the sandbox when threads already run.
  static func tryLate() async throws(FileFault) {
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<2 { group.addTask { usleep(1000) } }
    }
    say("\(try Sandbox.restrict(read: [], write: []))")
  }

  /// A line that the test sees at once, pipe or not.
  static func say(_ line: String) {
    print(line)
    fflush(nil)
  }
}
