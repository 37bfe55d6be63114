import ConfidentialRecords
import ReleasedRecords
import Testing

@testable import ProtectStage

@Suite("Printed cells")
struct CellReleaseTests {
  private typealias F = ProtectFixture

  private func release(_ cell: InputCell) throws -> ReleasedCell {
    try #require(F.protect([cell]).cells.first)
  }

  @Test("A prints the number and its limits, rounded to five, the limits outwards") func gradeA() throws {
    var cell = F.cell(.staff, of: F.safe(1234))
    cell.estimate.boundLow = 1231
    cell.estimate.boundHigh = 1236
    cell.estimate.imputedShare = 0.12345
    let released = try release(cell)
    #expect(released.estimate == 1235)
    #expect([released.low, released.high] == [1220, 1250])
    #expect([released.boundLow, released.boundHigh] == [1230, 1240])
    #expect(released.imputedShare == 0.123)
    #expect(released.answers == 30)
  }

  @Test("B prints the interval only, C a direction only, D nothing", arguments: [Grade.B, .C, .D])
  func otherGrades(grade: Grade) throws {
    var cell = F.cell(.growth, Domain(horizon: 5), of: F.safe(100), grade: grade, value: -50)
    cell.estimate.boundLow = -60
    let released = try release(cell)
    #expect(released.estimate == nil && released.boundLow == nil)
    #expect((released.low != nil) == (grade == .B))
    #expect(released.direction == (grade == .C ? .negative : nil))
    #expect(released.status == (grade == .D ? .uncertain : .shown))
    #expect(released.grade == (grade == .D ? nil : grade))
  }

  @Test(
    "of a share, C says whether it is more than half",
    arguments: [(60.0, ReleasedCell.Direction.positive), (20, .negative)])
  func shareDirection(numerator: Double, direction: ReleasedCell.Direction) throws {
    let cell = F.share(.vacancyIncidence, Domain(), F.safe(numerator), of: F.safe(100), grade: .C)
    #expect(try release(cell).direction == direction)
  }

  @Test("shares have three decimals, employers are whole") func otherUnits() throws {
    var share = F.share(.traineeContactShare, Domain(), F.safe(10), of: F.safe(30))
    (share.estimate.low, share.estimate.high) = (0.12349, 0.51231)
    let released = try release(share)
    #expect([released.estimate, released.low, released.high] == [0.333, 0.123, 0.513])
    #expect(try release(F.cell(.employers, of: F.safe(12.4))).estimate == 12)
  }

  @Test("rounding has no negative zero and does not push a multiple outwards") func rounding() {
    let persons = Rounding(.staff, study: F.study())
    #expect(persons.nearest(-1)?.sign == .plus)
    #expect(persons.down(10.000_000_001) == 10 && persons.up(10.000_000_001) == 10)
    #expect(persons.down(9.9) == 5 && persons.up(10.1) == 15)
    #expect(persons.nearest(12.5) == 15 && persons.nearest(-12.5) == -15)
    #expect(persons.nearest(nil) == nil && persons.nearest(.nan) == nil)
    #expect(Rounding(.failureRate, study: F.study()).up(0.9999) == 1)
    #expect(Rounding(.shortageBalance, study: F.study()).down(-0.1234) == -0.124)
  }

  @Test("nobody among enough answers is a zero, among few it is uncertain") func zero() throws {
    var cell = F.cell(.vacancies, of: F.contributors([]), grade: .D)
    #expect(try release(cell).status == .zero)
    cell.estimate.effectiveSize = 6
    #expect(try release(cell).status == .uncertain)
    cell.estimate.frameUnits = 30
    #expect(try release(cell).status == .zero)
    cell.estimate.boundHigh = 3
    #expect(try release(cell).status == .uncertain)
  }

  @Test("a domain without answers is uncertain, one without units cannot occur") func noAnswers() throws {
    var cell = F.cell(.staff, of: F.contributors([]), grade: .D)
    cell.estimate.estimate = nil
    cell.estimate.answers = 0
    #expect(try release(cell).status == .uncertain)
    cell.estimate.frameUnits = 0
    #expect(try release(cell).status == .cannotOccur)
  }

  @Test("a confidential cell tells nothing but that it is") func confidential() throws {
    let released = try release(F.cell(.staff, Domain(sector: "private"), of: F.contributors([40, 30])))
    var bare = ReleasedCell()
    bare.id = "t/staff/sector=private"
    bare.table = "t"
    bare.indicator = .staff
    bare.formula = released.formula
    bare.feature = "FOR-04"
    bare.unit = "persons"
    bare.sector = "private"
    bare.status = .confidential
    #expect(NDJSONWriter.encode([released]) == NDJSONWriter.encode([bare]))
  }

  @Test("small employers were not asked about occupations, and their row says so") func notAsked() throws {
    let cells = [
      F.cell(.headcount, of: F.safe(300)), F.cell(.headcount, Domain(sizeClass: "10-49"), of: F.safe(100)),
      F.cell(.headcount, Domain(sizeClass: "50+"), of: F.safe(200)),
      F.cell(.staff, Domain(sizeClass: "50+"), of: F.safe(200), table: "s"),
    ]
    let released = try F.protect(cells)
    #expect(released["t/headcount/sizeClass=1-9"]?.status == .notAsked)
    #expect(released.cells.count == 5)
    #expect(released.cells.map(\.table) == ["t", "t", "t", "t", "s"])
  }

  @Test("ids are unique") func ids() throws {
    let cells = [
      F.cell(.headcount, of: F.safe(300)), F.cell(.headcount, of: F.safe(300), table: "u"),
      F.cell(.staff, of: F.safe(300)),
    ]
    #expect(Set(try F.protect(cells).cells.map(\.id)).count == 3)
  }
}
