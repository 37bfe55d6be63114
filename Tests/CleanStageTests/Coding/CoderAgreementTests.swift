import SurveyModel
import Testing

@testable import CleanStage

@Suite("Agreement of coders")
struct CoderAgreementTests {
  /// By hand, Cohen's own kind of table: 20 both a, 5 a/b, 10 b/a, 15 both b. p_o = 35/50 = 0.7,
  /// p_e = 25/50 · 30/50 + 25/50 · 20/50 = 0.5, κ = 0.2/0.5 = 0.4.
  @Test("kappa is what it is by hand")
  func byHand() throws {
    let table = [("a", "a", 20), ("a", "b", 5), ("b", "a", 10), ("b", "b", 15)]
    let pairs = table.flatMap { row in (0..<row.2).map { _ in (row.0, row.1) } }
    let (observed, kappa) = CoderAgreement.kappa(pairs)
    #expect(abs(observed - 0.7) < 1e-12)
    #expect(abs(try #require(kappa) - 0.4) < 1e-12)
  }

  @Test("two who always say the same one thing have no kappa")
  func oneClass() {
    #expect(CoderAgreement.kappa([("a", "a"), ("a", "a")]).kappa == nil)
    #expect(CoderAgreement.kappa([]).kappa == nil)
  }

  @Test("titles that both have coded are compared at 1, 3 and 4 digits; what cannot be coded is a class of its own")
  func pairs() throws {
    func decision(_ title: String, _ ssyk: String, _ role: String) -> CodingDecision {
      CodingDecision(title: title, ssyk: ssyk, role: role, date: "2026-02-01")
    }
    let decisions = [
      decision("platschef", "1732", "web"), decision("Platschefer", "1361", "telephone"),
      decision("platschef", "1361", "telephone"), decision("kulhamrare", "uncoded", "web"),
      decision("kulhamrare", "9329", "telephone"), decision("svetsare", "7212", "web"),
      decision("svetsare", "7212", "telephone"), decision("kock", "5120", "web"),
    ]
    let pairs = CoderAgreement.pairs(decisions)
    #expect(pairs.map(\.digits) == [1, 3, 4])
    #expect(pairs.allSatisfy { $0.coders == ["telephone", "web"] && $0.titles == 3 })
    #expect(abs(pairs[0].agreement - 2 / 3) < 1e-12)
    #expect(abs(pairs[1].agreement - 1 / 3) < 1e-12)
    let lines = String(decoding: CoderAgreement.csv(pairs), as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[1].hasPrefix("telephone,web,3,1,0.667,"))
  }
}
