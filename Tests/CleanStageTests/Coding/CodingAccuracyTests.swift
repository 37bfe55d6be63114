import Foundation
import SurveyModel
import Testing

@testable import CleanStage

/// What `make verify` prints: coverage and accuracy on titles that the lists do not hold. The figures stand in
/// Documentation/coding.md; the bounds here are what they must not fall below.
@Suite("Accuracy of coding")
struct CodingAccuracyTests {
  @Test("no title that is held out stands in the lists")
  func heldOut() throws {
    let heldOut = try HeldOutTitle.all()
    #expect(heldOut.count > 1_500)
    for title in heldOut { #expect(HeldOutTitle.fifth(of: title.title) == 0, "\(title.title)") }
    let carried = try DemoK.study().classifications.occupationTitles
    #expect(carried.count > 6_000)
    for title in carried { #expect(HeldOutTitle.fifth(of: title.title) != 0, "\(title.title)") }
  }

  @Test("titles that were held out are coded as they should be")
  func accuracy() throws {
    let classifications = try DemoK.study().classifications
    let coder = OccupationCoder(classifications, threshold: 0)
    let all = try HeldOutTitle.all().map { (title: $0, coding: coder.code($0.title)) }
    var lines = [CodingAccuracy.heading, "|---|---|---|---|---|---|---|---|---|"]
    func measure(
      _ name: String, threshold: Double = CodingSettings().threshold,
      _ include: (HeldOutTitle, OccupationCoder.Coding) -> Bool
    ) -> CodingAccuracy {
      var accuracy = CodingAccuracy()
      for (title, coding) in all where include(title, coding) { accuracy.add(title, coding, threshold: threshold) }
      lines.append(accuracy.row(name))
      return accuracy
    }
    // A title that some list holds in another form was coded without a score.
    let whole = measure("job titles") { title, _ in !title.isName }
    let strict = measure("job titles in no list under any form") { !$0.isName && $1.score != nil }
    _ = measure("occupation names") { title, _ in title.isName }
    _ = measure("occupation names in no list under any form") { $0.isName && $1.score != nil }
    for threshold in [0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 0.9] {
      _ = measure("job titles, threshold \(threshold)", threshold: threshold) { title, _ in !title.isName }
    }
    print("Titles to SSYK 2012, held out:\n" + lines.joined(separator: "\n"))
    #expect(whole.coverage > 0.3)
    #expect(strict.share(3) > 0.6)
  }

  /// Each of the four fifths of the carried titles is coded by the other three: what the scale of scores and the threshold
  /// were chosen by. The titles held out have no part in it.
  @Test("the score says how often a code is right", .enabled(if: isVerifying))
  func crossValidation() throws {
    var scored: [(score: Double, isRight: Bool)] = []
    var byThreshold = [CodingAccuracy](repeating: CodingAccuracy(), count: 20)
    var among = [1: 0, 3: 0, 5: 0]
    var classifications = try DemoK.study().classifications
    let carried = classifications.occupationTitles
    for fifth in 1...4 {
      classifications.occupationTitles = carried.filter { HeldOutTitle.fifth(of: $0.title) != fifth }
      let coder = OccupationCoder(classifications, threshold: 0)
      let left = Dictionary(grouping: carried.filter { HeldOutTitle.fifth(of: $0.title) == fifth }, by: \.title)
      for (title, entries) in left.sorted(by: { $0.key < $1.key }) {
        let truth = HeldOutTitle(title: title, codes: Set(entries.map(\.code)), isName: false)
        let coding = coder.code(title)
        for place in byThreshold.indices {
          byThreshold[place].add(truth, coding, threshold: Double(place) / Double(byThreshold.count))
        }
        let candidates = coder.candidates(for: title, count: 5).map { candidate in
          (score: candidate.score, isRight: truth.codes.contains { $0.prefix(3) == candidate.code.prefix(3) })
        }
        for first in among.keys where candidates.prefix(first).contains(where: \.isRight) {
          among[first, default: 0] += 1
        }
        guard coding.score != nil else { continue }
        scored += candidates.prefix(3)
      }
    }
    print("Cross-validation over the carried titles, by threshold:\n" + CodingAccuracy.heading)
    for (place, accuracy) in byThreshold.enumerated() { print(accuracy.row("threshold \(place * 5) %")) }
    for (first, count) in among.sorted(by: { $0.key < $1.key }) {
      print("right group among the first \(first): \(Double(count) / Double(max(1, byThreshold[0].titles)))")
    }
    // The right group is offered more often than it is chosen: what the work list's candidates are for.
    #expect(among[1, default: 0] < among[5, default: 0])
    for tenth in 0..<10 {
      let bin = scored.filter { Int($0.score * 10) == tenth }
      guard bin.count > 50 else { continue }
      let score = bin.reduce(0) { $0 + $1.score } / Double(bin.count)
      let right = Double(bin.count { $0.isRight }) / Double(bin.count)
      #expect(abs(score - right) < 0.06, "score \(score), right \(right) of \(bin.count)")
    }
  }
}

/// Whether `make verify` asks.
private let isVerifying = ProcessInfo.processInfo.environment["KOMPETENSGAP_VERIFY"] != nil
