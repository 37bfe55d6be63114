import Foundation

extension WalkFolder {
  /// How a run ended, and the most memory that it held.
  struct Measured {
    var exit: Int32?
    var megabytes: Int
    var stderr: String
  }

  /// Runs a program of the walk and kills it when it takes longer than any should.
  func measure(_ stage: String, _ options: [String] = [], seconds: Int = 60) throws -> Measured {
    let program = Shell.programs.appendingPathComponent("survey-\(stage)").path
    let arguments = ["measure", "\(seconds)", program, "--study", Self.study] + options
    let probe = Shell.programs.appendingPathComponent("safety-probe").path
    let quoted = ([probe] + arguments).map { "'\($0)'" }.joined(separator: " ")
    let outcome = try Shell.run("LC_ALL=C \(quoted)", in: path)
    let words = outcome.stdout.split(whereSeparator: \.isWhitespace)
    guard words.count == 4, let number = Int32(words[1]), let kilobytes = Int(words[3]) else {
      throw WalkStopped(stage: stage, stderr: outcome.stdout + outcome.stderr)
    }
    return Measured(exit: words[0] == "exit" ? number : nil, megabytes: kilobytes >> 10, stderr: outcome.stderr)
  }
}
