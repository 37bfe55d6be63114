import ConfidentialRecords
import Testing

@testable import CleanStage

@Suite("Responses laid aside")
struct ResponseAsideTests {
  @Test("a response that is read again is what it was, and its lines are those that are written")
  func comesBack() throws {
    let cleaned = try SmallStudy.clean([
      "Q2": "24", "Q3a": "12", "Q3b": "9", "Q6/1": "Städare\t\"x\"", "Q7/1": "4", "Q8/1": "6", "Q9/1": "1",
      "Q6/2": "hovnarr", "Q7/2": "20",
    ]).cleaned
    var line = JSONWriter()
    ResponseAside.write(cleaned, ratios: [[2, 4], []], to: &line)
    let aside = try ResponseAside(line.bytes.dropLast())
    let again = try aside.cleaned()
    #expect(again.employer == cleaned.employer)
    #expect(NDJSONWriter.encode(again.edits) == NDJSONWriter.encode(cleaned.edits))
    #expect(!cleaned.edits.isEmpty)
    #expect([again.ruleCounts, again.rows, [again.line]] == [cleaned.ruleCounts, cleaned.rows, [cleaned.line]])
    #expect(again.listed == cleaned.listed && again.askAgain == cleaned.askAgain && again.replays == cleaned.replays)
    #expect(!cleaned.listed.isEmpty && !cleaned.askAgain.isEmpty)
    #expect(aside.decisive.ratios == [[2, 4], []])
    #expect(Array(aside.employer) + [10] == NDJSONWriter.encode([cleaned.employer]))
    #expect(aside.edits.flatMap { Array($0) + [10] } == NDJSONWriter.encode(cleaned.edits))
  }
}
