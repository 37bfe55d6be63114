import ConfidentialRecords
import Testing

@testable import ProtectStage

@Suite("What may not be shown for its own sake")
struct PrimaryRulesTests {
  private typealias F = ProtectFixture

  private func reasons(_ cells: [InputCell]) -> [String: HidingReason] {
    let linked = LinkedTotals(cells)
    let primaries = PrimaryRules(F.study()).primaries(of: linked, cells: cells)
    return Dictionary(uniqueKeysWithValues: primaries.map { (linked.totals[$0].id, $1.reason) })
  }

  @Test("a count of persons needs the persons, exempt or not", arguments: [(4.0, true), (5, false), (0, false)])
  func persons(count: Double, isHidden: Bool) {
    let cell = F.cell(.retirements, Domain(horizon: 5), of: F.contributors([], unprotected: [count]))
    #expect((reasons([cell]).isEmpty == false) == isHidden)
  }

  @Test("posts are no persons: the enterprise rules alone hold") func posts() {
    #expect(reasons([F.cell(.vacancies, of: F.contributors([1, 1, 1]))]).isEmpty)
    #expect(reasons([F.cell(.vacancies, of: F.contributors([1, 1]))])["vacancies/"] == .tooFewEnterprises)
  }

  @Test("the number of employers is known from the frame and hides nothing") func employers() {
    #expect(reasons([F.cell(.employers, of: F.contributors([1]))]).isEmpty)
  }

  @Test("a zero may be shown where its base may") func zeros() {
    let none = F.contributors([])
    func with(_ base: Contributors) -> [String: HidingReason] {
      reasons([F.cell(.headcount, of: base), F.cell(.retirements, Domain(horizon: 2), of: none)])
    }
    #expect(with(F.safe(100)).isEmpty)
    #expect(with(F.contributors([50, 50]))["retirements/horizon=2"] == .zeroOfFew)
    #expect(with(F.contributors([], unprotected: [3]))["retirements/horizon=2"] == .zeroOfFew)
  }

  @Test("a whole group of one kind is hidden, and that nobody is of the others") func wholeGroup() {
    let all = F.safe(100)
    let none = F.contributors([])
    func split(_ women: Contributors, _ men: Contributors) -> [String: HidingReason] {
      reasons([
        F.cell(.staffBySex, of: all), F.cell(.staffBySex, Domain(item: "women"), of: women),
        F.cell(.staffBySex, Domain(item: "men"), of: men),
      ])
    }
    #expect(split(all, none) == ["staffBySex/item=women": .allOfGroup, "staffBySex/item=men": .allOfGroup])
    #expect(split(F.safe(60), F.safe(40)).isEmpty)
  }

  @Test("a share of persons that is the whole base is hidden") func wholeShare() {
    let cells = [F.share(.skillsGapDensity, Domain(), F.safe(50), of: F.safe(50))]
    #expect(reasons(cells)["notProficient/"] == .allOfGroup)
    #expect(reasons([F.share(.skillsGapDensity, Domain(), F.safe(40), of: F.safe(50))]).isEmpty)
  }

  @Test("a share of few employers is hidden, however many of them") func fewInBase() {
    let two = F.contributors([1, 1])
    #expect(
      reasons([F.share(.traineeContactShare, Domain(), F.contributors([]), of: two)])["employers:traineeContactShare/"]
        == .baseOfFew)
    #expect(reasons([F.share(.traineeContactShare, Domain(), F.contributors([]), of: F.safe(10))]).isEmpty)
  }

  @Test("a share stands for both its parts") func parts() {
    let cells = [
      F.cell(.vacancies, of: F.safe(20)), F.cell(.headcount, of: F.safe(100)),
      F.share(.vacancyDensity, Domain(), F.safe(20), of: F.safe(100)),
      F.cell(.headcount, of: F.safe(100), table: "other"),
    ]
    let linked = LinkedTotals(cells)
    #expect(linked.totals.map(\.id) == ["vacancies/", "headcount/"])
    #expect(linked.ofCell == [[0], [1], [0, 1], [1]])
  }

  @Test("a hidden number of employers leaves at least one employer in doubt") func levels() {
    let cells = [F.cell(.vanishingJobs, Domain(horizon: 5), of: F.contributors([1, 1]))]
    let linked = LinkedTotals(cells)
    #expect(PrimaryRules(F.study()).primaries(of: linked, cells: cells)[0]?.level == 1)
  }
}
