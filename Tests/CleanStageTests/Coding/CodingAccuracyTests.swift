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
    let coder = OccupationCoder(classifications)
    let known = KnownTitles(classifications)
    let all = try HeldOutTitle.all()
    var lines = [CodingAccuracy.heading, "|---|---|---|---|---|---|---|---|---|"]
    func measure(_ name: String, _ titles: [HeldOutTitle], _ coder: OccupationCoder) -> CodingAccuracy {
      var accuracy = CodingAccuracy()
      for title in titles {
        let coding = coder.code(title.title)
        accuracy.add(title, code: coding.way == .none ? nil : coding.code)
      }
      lines.append(accuracy.row(name))
      return accuracy
    }
    let titles = all.filter { !$0.isName }
    let whole = measure("job titles", titles, coder)
    let strict = measure(
      "job titles in no list under any form", titles.filter { known.look(up: $0.title) == nil }, coder)
    _ = measure("occupation names", all.filter(\.isName), coder)
    _ = measure(
      "occupation names in no list under any form",
      all.filter { $0.isName && known.look(up: $0.title) == nil }, coder)
    for threshold in isVerifying ? [0, 0.25, 0.3, 0.4, 0.5, 0.6, 0.8] : [] {
      _ = measure("job titles, threshold \(threshold)", titles, OccupationCoder(classifications, threshold: threshold))
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
    var classifications = try DemoK.study().classifications
    let carried = classifications.occupationTitles
    for fifth in 1...4 {
      classifications.occupationTitles = carried.filter { HeldOutTitle.fifth(of: $0.title) != fifth }
      let known = KnownTitles(classifications)
      let similar = SimilarOccupations(classifications)
      let left = Dictionary(grouping: carried.filter { HeldOutTitle.fifth(of: $0.title) == fifth }, by: \.title)
      for (title, entries) in left.sorted(by: { $0.key < $1.key }) {
        let truth = HeldOutTitle(title: title, codes: Set(entries.map(\.code)), isName: false)
        let hit = known.look(up: title)?.hit
        let candidates = similar.candidates(for: OccupationTitle(title), count: 3)
        for place in byThreshold.indices {
          let threshold = Double(place) / Double(byThreshold.count)
          var code = candidates.first.flatMap { $0.score >= threshold ? $0.code : nil }
          if let hit { if case .code(let known) = hit { code = known } else { code = nil } }
          byThreshold[place].add(truth, code: code)
        }
        if hit == nil {
          scored += candidates.map { candidate in
            (candidate.score, truth.codes.contains { $0.prefix(3) == candidate.code.prefix(3) })
          }
        }
      }
    }
    print("Cross-validation over the carried titles, by threshold:\n" + CodingAccuracy.heading)
    for (place, accuracy) in byThreshold.enumerated() { print(accuracy.row("threshold \(place * 5) %")) }
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
