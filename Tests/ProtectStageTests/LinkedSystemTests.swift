import ConfidentialRecords
import Testing

@testable import ProtectStage

@Suite("What totals tell of each other")
struct LinkedSystemTests {
  private typealias F = ProtectFixture

  /// The relations as a person would write them, without their right-hand sides.
  private func relations(_ cells: [InputCell], margins: Bool = true, study: Study = ProtectFixture.study()) -> [String]
  {
    let linked = LinkedTotals(cells)
    var system = LinkedSystem(
      totals: linked.totals.map {
        LinkedSystem.Total(
          id: $0.id, value: $0.value, least: $0.key.measure.canBeNegative ? nil : 0, isKnown: true, canBeHidden: true)
      })
    if margins { system.addMargins(linked) } else { system.addIdentities(linked, study: study) }
    return system.equations.map { equation in
      equation.terms.map { "\($0.coefficient < 0 ? "−" : "+") \(system.totals[$0.total].id)" }.joined(separator: " ")
    }
  }

  private func headcount(_ code: String?, _ total: Double, sector: String? = nil) -> InputCell {
    F.cell(.headcount, Domain(sector: sector, occupation: code), of: F.safe(total))
  }

  @Test("occupations add up level by level, with what has no code beside the first") func occupations() {
    let cells = [
      headcount(nil, 60), headcount("2", 30), headcount("3", 10), headcount("25", 20), headcount("26", 10),
      headcount("251", 20), headcount("31", 10), headcount(Occupation.allOther, 15), headcount(Occupation.uncoded, 5),
    ]
    #expect(
      relations(cells) == [
        "− headcount/ + headcount/occupation=2 + headcount/occupation=3 + headcount/occupation=all-other"
          + " + headcount/occupation=uncoded",
        "− headcount/occupation=2 + headcount/occupation=25 + headcount/occupation=26",
        "− headcount/occupation=3 + headcount/occupation=31",
        "− headcount/occupation=25 + headcount/occupation=251",
      ])
  }

  @Test("a table that begins at two digits adds up to the whole") func twoDigits() {
    #expect(
      relations([headcount(nil, 30), headcount("25", 20), headcount("31", 10)]) == [
        "− headcount/ + headcount/occupation=25 + headcount/occupation=31"
      ])
  }

  @Test("two dimensions have margins both ways") func twoDimensions() {
    let cells = [
      headcount(nil, 30), headcount("2", 30), headcount(nil, 30, sector: "private"),
      headcount("2", 30, sector: "private"),
    ]
    #expect(relations(cells).count == 4)
  }

  @Test("horizons do not add up, nor employers over their occupations, nor competences") func noSums() {
    let cells = [
      F.cell(.retirements, Domain(horizon: 2), of: F.safe(10)),
      F.cell(.retirements, Domain(horizon: 5), of: F.safe(20)),
      F.cell(.vanishingJobs, Domain(horizon: 5), of: F.safe(20)),
      F.cell(.vanishingJobs, Domain(occupation: "4", horizon: 5), of: F.safe(20)),
      F.share(.competencesLacking, Domain(occupation: "4", item: "digital"), F.safe(10), of: F.safe(20)),
      F.share(.competencesLacking, Domain(occupation: "4", item: "care"), F.safe(5), of: F.safe(20)),
      F.share(.competencesLacking, Domain(item: "care"), F.safe(5), of: F.safe(20)),
    ]
    #expect(relations(cells).isEmpty)
  }

  @Test("ages and sexes are parts of one whole") func items() {
    let cells = [
      F.cell(.staffBySex, of: F.safe(30)), F.cell(.staffBySex, Domain(item: "women"), of: F.safe(20)),
      F.cell(.staffBySex, Domain(item: "men"), of: F.safe(10)), F.cell(.staff, of: F.safe(30)),
    ]
    #expect(relations(cells) == ["− staffBySex/ + staffBySex/item=women + staffBySex/item=men"])
    #expect(relations(cells, margins: false) == ["− staffBySex/ + staff/"])
  }

  @Test("the parts of a share that no table prints add up too") func sharesAddUp() {
    let cells = ["", "private", "state"].map { sector in
      F.share(
        .hardToFillShare, Domain(sector: sector.isEmpty ? nil : sector), F.safe(10), of: F.safe(20))
    }
    #expect(
      relations(cells) == [
        "− hardToFill/ + hardToFill/sector=private + hardToFill/sector=state",
        "− vacancies/ + vacancies/sector=private + vacancies/sector=state",
      ])
  }

  @Test("posts to fill are retirements, other leavers and growth; staff needed is staff and growth") func identities() {
    let at = Domain(occupation: "2", horizon: 5)
    let cells = [
      F.cell(.headcount, Domain(occupation: "2"), of: F.safe(100)), F.cell(.headcountNeeded, at, of: F.safe(110)),
      F.cell(.postsToFill, at, of: F.safe(30)), F.cell(.retirements, at, of: F.safe(12)),
      F.cell(.otherLeavers, at, of: F.safe(8)), F.cell(.occupationGrowth, at, of: F.safe(10)),
    ]
    let found = relations(cells, margins: false)
    let here = "occupation=2;horizon=5"
    #expect(
      found.contains("− postsToFill/\(here) + retirements/\(here) + otherLeavers/\(here) + occupationGrowth/\(here)"))
    #expect(found.contains("− headcountNeeded/\(here) + occupationGrowth/\(here) + headcount/occupation=2"))
  }

  @Test("where staff needed is in no table, growth is at least minus the staff") func slack() {
    let cells = [
      F.cell(.headcount, of: F.safe(100)),
      F.cell(.occupationGrowth, Domain(horizon: 5), of: F.safe(30), value: -30),
    ]
    #expect(
      relations(cells, margins: false) == [
        "+ occupationGrowth/horizon=5 + headcount/ − headcountNeeded/horizon=5"
      ])
  }

  @Test("staff of employers with the long form is their headcount") func staffIsHeadcount() {
    let cells = [
      F.cell(.headcount, of: F.safe(90)), F.cell(.headcount, Domain(sizeClass: "50+"), of: F.safe(50)),
      F.cell(.staff, of: F.safe(100)), F.cell(.staff, Domain(sizeClass: "1-9"), of: F.safe(10)),
      F.cell(.staff, Domain(sizeClass: "10-49"), of: F.safe(40)),
      F.cell(.staff, Domain(sizeClass: "50+"), of: F.safe(50)),
    ]
    #expect(
      relations(cells, margins: false) == [
        "− headcount/ + staff/sizeClass=10-49 + staff/sizeClass=50+",
        "− headcount/sizeClass=50+ + staff/sizeClass=50+",
      ])
  }

  @Test("a relation that answers meet only nearly counts as if its error were known") func error() {
    var system = LinkedSystem(
      totals: [100, 97].map {
        LinkedSystem.Total(id: "\($0)", value: $0, least: 0, isKnown: true, canBeHidden: true)
      })
    system.relate([(0, -1), (1, 1)])
    #expect(system.equations[0].rightHandSide == -3)
  }
}
