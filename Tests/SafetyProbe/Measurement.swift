import Glibc

/// Runs a program, kills it after some seconds, and says how it ended and the most memory it held.
///
/// A process of its own does it: what the kernel counts for a child begins with what its parent holds, and this one
/// holds next to nothing.
enum Measurement {
  /// Arguments: seconds, the program, its arguments. Standard error goes where the probe's goes.
  static func run(_ arguments: [String]) {
    guard arguments.count > 1, let seconds = UInt32(arguments[0]) else { exit(64) }
    var strings = arguments.dropFirst().map { strdup($0) } + [nil]
    defer { for string in strings { free(string) } }
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0)
    var child: pid_t = 0
    guard posix_spawn(&child, arguments[1], &files, nil, &strings, environ) == 0 else { exit(71) }
    running = child
    signal(SIGALRM) { _ in kill(running, SIGKILL) }
    alarm(seconds)
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
    let signal = status & 0x7F
    print(signal == 0 ? "exit \(status >> 8 & 0xFF)" : "signal \(signal)")
    print("kilobytes \(usage.ru_maxrss)")
  }
}

private nonisolated(unsafe) var running: pid_t = 0
