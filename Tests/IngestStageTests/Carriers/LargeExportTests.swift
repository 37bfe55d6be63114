import Diagnostics
import Glibc
import RecordStreams
import TestSupport
import Testing

@testable import IngestStage

@Suite("An export of any length")
struct LargeExportTests {
  /// In a process of its own, since the peak of memory is that of a whole process.
  @Test("100 MB of submissions become records in flat memory") func flat() async {
    await #expect(processExitsWith: .success) {
      let folder = try IngesterTests.folder()
      defer { withExtendedLifetime(folder) {} }
      let count = 35_000
      try writeExport(to: folder.path("all.xml"), submissions: count)
      let study = TestStudy.make(
        responses: [XFormsCarrierTests.source("all.xml")], pages: [], questionnaire: XFormsCarrierTests.questionnaire)
      let ingester = try Ingester(study: study, dataFolder: folder.path)
      let before = peakKilobytes()
      var read = 0
      var written = 0
      let counts = try await ingester.run(threads: 2) {
        NDJSONWriter.encode($0.responses).count
      } into: { ingested, bytes in
        read += ingested.responses.count
        written += bytes
      }
      try #require(written > 100 * count)
      try #require(read == count && counts.responses == count && counts.rejected == 0)
      try #require(peakKilobytes() - before < 25_000)
    }
  }
}

extension LargeExportTests {
  @Test("long rows are read ahead a few at a time; one beyond all measure ends the reading")
  func longRows() async throws {
    let folder = try IngesterTests.folder()
    defer { withExtendedLifetime(folder) {} }
    let long = XFormsCarrierTests.submission("0181-0001", comment: String(repeating: "ord ", count: 100_000))
    try folder.write("<all>" + String(repeating: long, count: 20) + "</all>", to: "all.xml")
    let source = XFormsCarrierTests.source("all.xml")
    let study = TestStudy.make(responses: [source], pages: [], questionnaire: XFormsCarrierTests.questionnaire)
    let carrier = try Ingester(study: study, dataFolder: folder.path).sources[0].carrier
    guard case .tables(let tables) = carrier, let carrier = tables as? XFormsExportCarrier else { return }
    let data = try DataFolder(path: folder.path)
    var batches = RowBatches(try #require(try carrier.open(data.file("all.xml"), in: data)))
    var counts: [Int] = []
    while let batch = batches.next() { counts.append(batch.rows.count) }
    #expect(counts == [3, 3, 3, 3, 3, 3, 2])

    let endless = XFormsCarrierTests.submission("0181-0001", comment: String(repeating: "ord ", count: 2_000_000))
    try folder.write("<all>\(long)\(endless)\(long)</all>", to: "all.xml")
    let outcome = try await IngesterTests.run(folder, study: study)
    #expect(outcome.responses.count == 1)
    #expect(outcome.rejected.map(\.reason) == [.tooLarge])
  }
}

private func writeExport(to path: String, submissions: Int) throws {
  let file = try #require(fopen(path, "w"))
  defer { fclose(file) }
  // Most of a large export is what no questionnaire asks for.
  let other = (0..<100).map { "<audit_\($0)>åäö \($0)</audit_\($0)>" }.joined()
  let submission = XFormsCarrierTests.submission("0181-0001").replacing("<meta>", with: other + "<meta>")
  fputs("<submissions>", file)
  for _ in 0..<submissions { fputs(submission, file) }
  fputs("</submissions>", file)
}

private func peakKilobytes() -> Int {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss
}
