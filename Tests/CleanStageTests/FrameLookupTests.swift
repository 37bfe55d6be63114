import ConfidentialRecords
import Diagnostics
import Testing

@testable import CleanStage

@Suite("The frame")
struct FrameLookupTests {
  static func lookup(_ units: [FrameUnitRecord]) throws -> FrameLookup {
    try FrameLookup(units, for: SmallStudy.study(), path: "frame.ndjson")
  }

  @Test("an office that answers for others is one unit with the employees of all, counted once")
  func joint() throws {
    let frame = try Self.lookup([
      SmallStudy.unit("A1", employees: 8), SmallStudy.unit("A2", employees: 30, joinedTo: "A1"),
      SmallStudy.unit("A3", employees: 40, joinedTo: "A1"), SmallStudy.unit("A4", employees: 12, disposition: nil),
    ])
    guard case .unit(let unit) = frame.match("A1") else {
      Issue.record("not found")
      return
    }
    #expect(unit.employees == 78)
    #expect(unit.stratum == "0181-private-50+")
    #expect(frame.match("A2") == .covered(by: "A1"))
    #expect(frame.match("A4") == .notInSample)
    #expect(frame.match("A5") == .notInFrame)
    let cells = frame.cells()
    #expect(cells.map(\.sizeClass) == ["10-49", "50+"])
    #expect(cells.map(\.units) == [1, 1])
    #expect(cells.map(\.employees) == [12, 78])
  }

  @Test("dominant employers are counted apart, by their enterprise whatever their holding")
  func dominant() throws {
    let frame = try Self.lookup([
      SmallStudy.unit("A1"), SmallStudy.unit("A9", "E9", employees: 30, holding: "H1"),
    ])
    #expect(
      frame.cells().map { [$0.units, $0.employees, $0.dominantUnits, $0.dominantEmployees] } == [[1, 20, 1, 30]])
    guard case .unit(let unit) = frame.match("A9") else {
      Issue.record("not found")
      return
    }
    #expect(unit.isDominant)
    #expect(unit.contributor == "H1")
  }

  @Test("a unit without staff is outside the target population")
  func noStaff() throws {
    let frame = try Self.lookup([SmallStudy.unit("A1", employees: 0), SmallStudy.unit("A2")])
    #expect(frame.unitsOutsideSizeClasses == 1)
    #expect(frame.match("A1") == .notInFrame)
  }

  @Test("a frame that cannot be placed stops the stage, with every unit at its line")
  func faulty() throws {
    var unknownPlace = SmallStudy.unit("A1")
    unknownPlace.municipality = "0999"
    var unknownIndustry = SmallStudy.unit("A2")
    unknownIndustry.division = "00"
    let failure = #expect(throws: StageFailure.self) { try Self.lookup([unknownPlace, unknownIndustry]) }
    #expect(failure?.exit == .wrongData)
    #expect(failure?.problems.map { $0.location?.line } == [1, 2])
    for target in ["A7", "A2"] {
      #expect(throws: StageFailure.self) {
        try Self.lookup([
          SmallStudy.unit("A1", joinedTo: target), SmallStudy.unit("A2", joinedTo: "A3"), SmallStudy.unit("A3"),
        ])
      }
    }
    #expect(throws: StageFailure.self) { try Self.lookup([SmallStudy.unit("A1"), SmallStudy.unit("a1 ")]) }
  }

  @Test(
    "a municipality is known by its code and its name",
    arguments: ["0181", "Södertälje", "södertälje kommun", "Södertäljes kommun", "SÖDERTÄLJE"])
  func municipality(written: String) {
    #expect(MunicipalityResolver(SmallStudy.classifications).code(written) == "0181")
  }

  @Test("municipalities that only sound alike stay apart")
  func municipalities() throws {
    let coder = MunicipalityResolver(try DemoK.study().classifications)
    #expect(coder.code("Upplands-Väsby") == "0114")
    #expect(coder.code("Österåkers kommun") == "0117")
    #expect(coder.code("Sandviken") == nil)
    #expect(coder.code("Borås stad") == "1490")
    #expect(coder.code("Atlantis") == nil)
  }
}

@Suite("Dispositions")
struct DispositionsTests {
  @Test("a usable answer decides, then the sample file, whose answers must be there or have been taken back")
  func endings() throws {
    let said: [Disposition?] = [.refused, .completed, .completed, .ineligible, .noContact, nil, .partial]
    let frame = try FrameLookupTests.lookup(
      said.enumerated().map { SmallStudy.unit("A\($0)", disposition: $1) }
        + [SmallStudy.unit("B", disposition: .unknown, joinedTo: "A0")])
    var dispositions = Dispositions()
    dispositions.answers = ["A0": .completed]
    dispositions.withdrawn = ["A1"]
    let (design, withoutAnswer) = dispositions.design(frame.units)
    #expect(design.map(\.establishment) == ["A0", "A1", "A2", "A3", "A4", "A6", "B"])
    #expect(
      design.map(\.disposition) == [
        .completed, .noContact, .noContact, .ineligible, .noContact, .noContact, .completed,
      ])
    #expect(withoutAnswer == 2)
    #expect(design.last?.joinedTo == "A0")
  }
}
