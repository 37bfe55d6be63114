import ConfidentialRecords
import Diagnostics
import TestSupport
import Testing

@testable import IngestStage

@Suite("The frame is a contract")
struct FrameReaderTests {
  private func read(
    frame: String = TestStudy.frame, sample: String = TestStudy.sample
  ) throws -> [FrameUnitRecord] {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    try folder.write(frame, to: "frame.csv")
    try folder.write(sample, to: "sample.csv")
    return try FrameReader.read(TestStudy.make(), in: try DataFolder(path: folder.path))
  }

  /// Line and summary of every fault.
  private func faults(frame: String = TestStudy.frame, sample: String = TestStudy.sample) -> [String] {
    let failure = #expect(throws: StageFailure.self) { try read(frame: frame, sample: sample) }
    #expect(failure?.exit == .wrongData)
    #expect(failure?.problems.allSatisfy { $0.severity == .error } == true)
    return (failure?.problems ?? []).map { "\($0.location?.line ?? 0) \($0.summary)" }
  }

  @Test("units come in the order of their establishment, with their disposition")
  func units() throws {
    let units = try read()
    #expect(units.map(\.establishment) == ["0181-0001", "0181-0002"])
    #expect(units.map(\.sector) == [.private, .municipal])
    #expect(units.map(\.employees) == [5, 40])
    #expect(units.map(\.holding) == [nil, "H0001"])
    #expect(units.map(\.disposition) == [.completed, .noContact])
    #expect(units.map(\.joinedTo) == [nil, "0181-0001"])
  }

  @Test("a unit that was not drawn has no disposition")
  func notDrawn() throws {
    let sample = "establishment,disposition,joined_to\n0181-0001,ineligible,\n"
    #expect(try read(sample: sample).map(\.disposition) == [.ineligible, nil])
  }

  @Test("semicolons, a byte order mark and windows-1252 are read as well")
  func dialect() throws {
    let frame = "\u{FEFF}" + TestStudy.frame.replacing(",", with: ";")
    #expect(NDJSONWriter.encode(try read(frame: frame)) == NDJSONWriter.encode(try read()))
  }

  @Test("every fault of the frame is told at its line")
  func faultsOfFrame() {
    let frame = """
      establishment,enterprise,holding,municipality,sector,sni,employees
      0181-0001,E1,,0181,private,85,5
      0181-0001,E1,,0181,private,85,5
      0181-0002,E2,,181,privat,8,fem
      0181-0003,,,9999,state,00,0
      ,E4,,0181,state,85,-1
      0181-0005,E5,,0181,state,85
      0181-0006,E6,,0181,state,85,99999999999999999999

      """
    #expect(
      faults(frame: frame) == [
        "7 a row with the wrong number of fields", "3 the same establishment twice",
        "4 municipality is not a municipality", "4 sni is not a division of SNI 2007", "4 sector is not a sector",
        "4 employees fits no size class", "5 enterprise is empty", "5 municipality is not a municipality",
        "5 sni is not a division of SNI 2007", "5 employees fits no size class", "6 establishment is empty",
        "6 employees fits no size class", "8 employees fits no size class",
      ])
  }

  @Test("every fault of the sample is told at its line")
  func faultsOfSample() {
    let sample = """
      establishment,disposition,joined_to
      0181-0001,completed,
      0181-0001,completed,
      0181-0002,answered,0181-0002
      0181-0009,refused,0181-0010

      """
    #expect(
      faults(sample: sample) == [
        "3 the same establishment twice", "4 disposition is none", "4 joined_to is the unit itself",
        "5 establishment is not in the frame", "5 joined_to is not in the frame",
      ])
  }

  @Test("missing columns of both files are told at once, and no row besides")
  func columns() {
    let faults = faults(frame: "establishment;employees\n1;2\n", sample: "establishment,establishment\n1,2\n")
    #expect(
      faults == [
        "1 the column enterprise is missing", "1 the column holding is missing", "1 the column municipality is missing",
        "1 the column sector is missing", "1 the column sni is missing", "1 two columns for establishment",
        "1 the column disposition is missing", "1 the column joined_to is missing",
      ])
  }

  @Test(
    "an empty frame is none", arguments: ["", "establishment,enterprise,holding,municipality,sector,sni,employees\n"])
  func empty(frame: String) { #expect(!faults(frame: frame).isEmpty) }
}
