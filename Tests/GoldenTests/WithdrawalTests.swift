import Foundation
import Testing

/// Who takes an answer back leaves no trace in what is estimated, matched, released and reported (ING-15).
@Suite("A withdrawn response")
struct WithdrawalTests {
  /// The responses that are taken back: the key, and how to make data that never had it.
  struct Withdrawal: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var keys: [String]
    var pages: [String] = []
    /// The beginnings of the rows.
    var rows: [String] = []
  }

  static let withdrawals = [
    Withdrawal(testDescription: "of a saved form", keys: ["0181-0011"], pages: ["0181-0011"]),
    Withdrawal(
      testDescription: "of a row in the middle of a table, so that the keys of those after it shift",
      keys: ["telephone-0002"], rows: ["0181-0003;kort"]),
    Withdrawal(
      testDescription: "that would have been kept of two from one employer", keys: ["telephone-0006"],
      rows: ["0181-0001;kort"]),
    Withdrawal(
      testDescription: "that would have been the duplicate of another", keys: ["0181-0001"], pages: ["0181-0001"]),
    Withdrawal(
      testDescription: "of all that an employer sent", keys: ["0181-0001", "telephone-0006"], pages: ["0181-0001"],
      rows: ["0181-0001;kort"]),
    Withdrawal(
      testDescription: "of the employer that dominates its table", keys: ["0181-0021"], pages: ["0181-0021"]),
    Withdrawal(
      testDescription: "of one that could not be used in any case", keys: ["telephone-0009"], rows: ["0181-7777"]),
  ]

  /// A second answer from one employer, an answer from a stranger, one that is said to have refused, and a correction.
  private static func prepare(_ folder: WalkFolder) throws {
    try WholeWalkTests.mess(folder)
    try folder.write("response,date\n", to: "\(WalkFolder.data)/decisions/withdrawn.csv")
    try folder.edit("\(WalkFolder.study)/study.yaml") {
      $0 = $0.replacingOccurrences(of: "quotations: []", with: "quotations: [0181-0011, 0181-0021]")
    }
  }

  @Test("is as if it had never come", arguments: withdrawals) func equality(_ withdrawal: Withdrawal) throws {
    let (taken, never) = (try WalkFolder(), try WalkFolder())
    for folder in [taken, never] { try Self.prepare(folder) }
    try taken.write(
      "response,date\n" + withdrawal.keys.map { "\($0),2026-03-30\n" }.joined(),
      to: "\(WalkFolder.data)/decisions/withdrawn.csv")
    for page in withdrawal.pages { try never.remove("\(WalkFolder.data)/employers/\(page).html") }
    try never.edit("\(WalkFolder.data)/telephone.csv") { table in
      let lines = table.split(separator: "\n", omittingEmptySubsequences: false)
      table = lines.filter { line in !withdrawal.rows.contains { line.hasPrefix($0) } }.joined(separator: "\n")
    }
    for folder in [taken, never] { try folder.walk() }

    for place in ["Stages/mini/3-estimated", "Stages/mini/4-matched", "Stages/mini/5-released", "Reports/mini"] {
      let (with, without) = (try taken.content(place), try never.content(place))
      #expect(with.keys.sorted() == without.keys.sorted())
      #expect(with.count >= 3)
      for (name, bytes) in with.sorted(by: { $0.key < $1.key }) where !Self.isOfTheProcess(name) {
        let (here, there) = (Self.withoutProcess(bytes, of: name), Self.withoutProcess(without[name] ?? [], of: name))
        if here != there { Issue.record("\(place)/\(name): \(Self.firstDifference(here, there))") }
      }
    }
    // The withdrawal itself is on record, and it did take something away.
    let count = withdrawal.keys.count
    let process = try taken.text("Stages/mini/2-cleaned/process.ndjson")
    #expect(process.contains("\"what\":\"rejected\",\"key\":\"withdrawn\",\"count\":\(count)"))
    let rejected = try taken.text("Stages/mini/2-cleaned/rejected.ndjson").split(separator: "\n")
    #expect(rejected.count { $0.contains("\"reason\":\"withdrawn\"") } == count)
  }

  @Test("is in no record after the one that says so") func traces() throws {
    let folder = try WalkFolder()
    try Self.prepare(folder)
    try folder.write("response,date\n0181-0011,2026-03-30\n", to: "\(WalkFolder.data)/decisions/withdrawn.csv")
    try folder.edit("\(WalkFolder.data)/employers/0181-0011.html") {
      $0 = $0.replacingOccurrences(of: "truckkort", with: "hjulångare")
    }
    try folder.walk()
    #expect(try folder.text("Stages/mini/1-ingested/responses.ndjson").contains("hjulångare"))
    for (name, bytes) in try folder.made()
    where !name.contains("1-ingested") && !name.hasSuffix("2-cleaned/rejected.ndjson") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("hjulångare"), "\(name)")
      // The unit itself was approached, and is known by the same number.
      let mentions = text.split(separator: "\n").filter { $0.contains("0181-0011") }
      #expect(
        mentions.allSatisfy { $0.contains("\"disposition\":\"noContact\"") || name.contains("steward") }, "\(name)")
    }
  }

  // MARK: What may differ

  /// What a stage states of its input, and how many of what it met.
  private static func isOfTheProcess(_ name: String) -> Bool {
    ["manifest.json", "run.json", "process.ndjson", "tables/process.csv", "tables/process.semicolon.csv"].contains(name)
  }

  /// A report without counts of the process: its section on what happened to the answers on the way, and how many were
  /// read of every source.
  private static func withoutProcess(_ bytes: [UInt8], of name: String) -> [UInt8] {
    guard name.hasSuffix(".md"), !name.hasPrefix("codebook") else { return bytes }
    let sections = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n## ")
    let others = sections.filter { !$0.contains("| Ingest |") && !$0.contains("| Inläsning |") }
    #expect(others.count == sections.count - 1)
    let lines = others.joined(separator: "\n## ").split(separator: "\n", omittingEmptySubsequences: false)
    let kept = lines.filter { $0.wholeMatch(of: /- [^:]+:\s\d+\s(answers?|svar)\./) == nil }
    #expect((1...2).contains(lines.count - kept.count))
    return Array(kept.joined(separator: "\n").utf8)
  }

  private static func firstDifference(_ a: [UInt8], _ b: [UInt8]) -> String {
    let lines = [a, b].map {
      String(decoding: $0, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }
    for (line, (x, y)) in zip(lines[0], lines[1]).enumerated() where x != y {
      return "line \(line + 1): \(x.prefix(200)) / \(y.prefix(200))"
    }
    return "\(lines[0].count) lines / \(lines[1].count) lines"
  }
}
