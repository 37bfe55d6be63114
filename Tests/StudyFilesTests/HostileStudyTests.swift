import StudyFiles
import SurveyModel
import TestSupport
import Testing

@Suite("Hostile study files")
struct HostileStudyTests {
  static let pieces = [
    "\n", "  ", "- ", ": ", "{", "}", "[", "]", ",", "\"", "'", "#", "|", ">-", "!", "!!int ", "&a ", "*a", "? ",
    "---\n", "...",
    "%YAML 9.9\n", "\t", "\u{0}", "\u{85}", "\u{2028}", "\u{FEFF}", "å", "<<: ", "{h}", "{h}{h}", "~", "0181",
  ]

  @Test("two thousand mangled questionnaires are read or refused, each with a reason, and never crash")
  func mangled() throws {
    let whole = try #require(StudyFixture.files["questionnaires/employer.yaml"])
    var chance = SeededGenerator(seed: 181)
    var (read, refused) = (0, 0)
    for _ in 0..<2_000 {
      let faults = FaultList()
      let node = YAMLFile.parse(mangle(whole, &chance), path: "a.yaml", faults)
      let questionnaire = node.flatMap { YAMLType<Questionnaire>.questionnaire.read($0, faults) }
      if faults.problems.isEmpty {
        read += 1
        #expect(questionnaire != nil)
      } else {
        refused += 1
        #expect(faults.problems.allSatisfy { $0.location?.path == "a.yaml" })
      }
    }
    #expect(read > 50 && refused > 1_000, "the mangling is neither harmless nor hopeless: \(read), \(refused)")
  }

  private func mangle(_ text: String, _ chance: inout SeededGenerator) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 1...2, using: &chance) {
      let place = Int.random(in: 0...scalars.count, using: &chance)
      let end = min(scalars.count, place + Int.random(in: 0...30, using: &chance))
      switch Int.random(in: 0..<3, using: &chance) {
      case 0: scalars.removeSubrange(place..<end)
      case 1: scalars.insert(contentsOf: scalars[place..<end], at: place)
      default: scalars.insert(contentsOf: (Self.pieces.randomElement(using: &chance) ?? "").unicodeScalars, at: place)
      }
    }
    var mangled = ""
    mangled.unicodeScalars.append(contentsOf: scalars)
    return mangled
  }
}
