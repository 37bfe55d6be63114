/// A bar on a terminal, nothing elsewhere. Without durations, so that two runs look alike.
final class Progress {
  private let screen: Screen
  private let program: String
  private var total = 0
  private var done = 0
  private var drawn = -1

  init(_ screen: Screen, program: String) {
    self.screen = screen
    self.program = program
  }

  /// More work has come in sight.
  func expect(_ count: Int) { total += count }

  func advance(by count: Int) {
    done += count
    let percent = total > 0 ? min(100, done * 100 / total) : 0
    guard percent != drawn else { return }
    drawn = percent
    let full = percent * Self.width / 100
    let bar = String(repeating: "#", count: full) + String(repeating: "-", count: Self.width - full)
    screen.draw("\(program) [\(bar)] \(percent) %")
  }

  /// Gives the line back to what is printed next.
  func clear() {
    if drawn >= 0 { screen.draw("") }
    drawn = -1
  }

  private static let width = 40
}
