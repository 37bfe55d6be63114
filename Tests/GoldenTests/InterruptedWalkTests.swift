import Foundation
import Testing

/// Killed at any moment, or started twice, the walk leaves what was whole before, or what is whole now.
@Suite("The walk, interrupted")
struct InterruptedWalkTests {
  static let moments = 1...8

  /// A study that has been walked through once, and of which one answer has changed since.
  private static func changed() throws -> WalkFolder {
    let folder = try WalkFolder.afterWalk()
    try change(folder)
    return folder
  }

  private static func change(_ folder: WalkFolder) throws {
    try folder.edit("\(WalkFolder.data)/telephone.csv") {
      $0 = $0.replacingOccurrences(
        of: "0181-0012;lang;2026-02-06;;;;20;5;15;22;", with: "0181-0012;lang;2026-02-06;;;;20;5;15;26;")
    }
  }

  /// What the changed study comes out as when nothing happens on the way.
  private static let undisturbed = Result { () throws -> [String: [UInt8]] in
    let folder = try WalkFolder()
    try change(folder)
    try folder.walk()
    return try folder.made()
  }

  @Test("leaves whole folders however far it came, and the next run makes what it would have made")
  func killed() throws {
    let folder = try Self.changed()
    for stage in WalkFolder.stages {
      let output = WalkFolder.output(of: stage)
      let before = try folder.content(output)
      try folder.copy(output, to: "kept")
      let start = ContinuousClock.now
      #expect(try folder.run(stage).exit == 0, "\(stage)")
      let time = (ContinuousClock.now - start) / Self.moments.count
      let after = try folder.content(output)
      for moment in Self.moments {
        // Back to what was there, so that there is something to do.
        try folder.remove(output)
        try folder.copy("kept", to: output)
        let run = try folder.start(stage)
        Thread.sleep(forTimeInterval: Double((time * moment).components.attoseconds) / 1e18)
        run.kill()
        let outcome = try run.end()
        #expect(outcome.isKilled || outcome.exit == 0, "\(stage)")
        let left = try folder.content(output)
        #expect(left == before || left == after, "\(stage)")
      }
      #expect(try folder.run(stage).exit == 0)
      #expect(try folder.content(output) == after, "\(stage)")
      try folder.remove("kept")
    }
    try expectUndisturbed(folder)
  }

  /// No file may grow beyond a block: the program dies of it, or gives up where the signal is not sent.
  @Test("leaves the old folder when a file cannot be written to its end", arguments: WalkFolder.stages)
  func cannotWrite(stage: String) throws {
    let folder = try Self.changed()
    if let place = WalkFolder.stages.firstIndex(of: stage), place > 0 {
      try folder.walk(to: WalkFolder.stages[place - 1])
    }
    let before = try folder.made().filter { !$0.key.contains("/steward/") }
    let outcome = try folder.run(stage, after: "ulimit -c 0; ulimit -f 1")
    #expect(outcome.isKilled ? outcome.exit == SIGXFSZ : outcome.exit == 73)
    let left = try folder.made().filter { !$0.key.contains("/steward/") && !$0.key.contains(".new.") }
    #expect(left == before)
    try folder.walk()
    try expectUndisturbed(folder)
  }

  @Test("lets one of two runs at a time through", arguments: WalkFolder.stages) func twice(stage: String) throws {
    let folder = try Self.changed()
    if let place = WalkFolder.stages.firstIndex(of: stage), place > 0 {
      try folder.walk(to: WalkFolder.stages[place - 1])
    }
    for _ in 1...3 {
      let runs = try [folder.start(stage), folder.start(stage)]
      let ends = try runs.map { try $0.end() }
      #expect(ends.contains { $0.exit == 0 })
      for end in ends where end.exit != 0 {
        #expect(end.exit == 75)
        #expect(end.stderr.contains("another run is writing this study"))
      }
    }
    try folder.walk()
    try expectUndisturbed(folder)
  }

  private func expectUndisturbed(_ folder: WalkFolder) throws {
    let expected = try Self.undisturbed.get()
    let made = try folder.made()
    #expect(made.keys.sorted() == expected.keys.sorted())
    for (name, bytes) in expected { #expect(made[name] == bytes, "\(name)") }
  }
}
