import ConfidentialRecords
import Diagnostics

/// Where the records of the stage's folder go.
package struct CleanSinks {
  /// A line of `employers`, and one of `edits` below, without its newline.
  package var employer: (ArraySlice<UInt8>) throws -> Void
  package var design: (DesignRecord) throws -> Void
  package var frame: (FrameCellRecord) throws -> Void
  package var edit: (ArraySlice<UInt8>) throws -> Void
  package var rejected: (RejectedRecord) throws -> Void
  package var process: (ProcessRecord) throws -> Void
  /// What to ask an employer again, for the steward.
  package var askAgain: ([AskAgain], AskedEmployer) throws -> Void

  package init(
    employer: @escaping (ArraySlice<UInt8>) throws -> Void, design: @escaping (DesignRecord) throws -> Void,
    frame: @escaping (FrameCellRecord) throws -> Void, edit: @escaping (ArraySlice<UInt8>) throws -> Void,
    rejected: @escaping (RejectedRecord) throws -> Void, process: @escaping (ProcessRecord) throws -> Void,
    askAgain: @escaping ([AskAgain], AskedEmployer) throws -> Void
  ) {
    self.employer = employer
    self.design = design
    self.frame = frame
    self.edit = edit
    self.rejected = rejected
    self.process = process
    self.askAgain = askAgain
  }
}

/// The stage from responses to records: cleaned responses are laid aside, sorted by establishment, freed of duplicates
/// and written, with the design, the frame and the account of the process.
package final class CleanRun {
  /// How the responses went.
  package struct Totals: Hashable, Sendable {
    package var responses = 0
    package var cleaned = 0
    /// Of those, how many the log of edits leads to from the answers as they came in (EDT-06).
    package var replayed = 0
    package var withdrawn = 0
    /// Without the withdrawn.
    package var rejected = 0
    package var unreadable = 0
    package var uncodedTitles = 0

    /// What became of the responses; together they are all that came in.
    package var parts: KeyValuePairs<String, Int> {
      ["cleaned": cleaned, "withdrawn": withdrawn, "rejected": rejected]
    }

    /// `412 responses in, 409 out, 3 rejected, 7 answers unreadable`
    package var summary: String {
      let withdrawn = withdrawn == 0 ? "" : ", \(withdrawn) withdrawn"
      return "\(responses) responses in, \(cleaned) out, \(rejected) rejected\(withdrawn), "
        + "\(unreadable) \(unreadable == 1 ? "answer" : "answers") unreadable, "
        + "\(uncodedTitles) \(uncodedTitles == 1 ? "title" : "titles") without a code"
    }
  }

  package private(set) var totals = Totals()
  /// The work list of titles, as CSV.
  package private(set) var worklist: [UInt8] = []
  /// Decisions about responses that did not come, and the like: noted, and no reason to stop.
  package private(set) var notes: [Problem] = []

  private let study: Study
  private let frame: FrameLookup
  private let cleaner: Cleaner
  /// Where the responses lie until all of them are there.
  private let aside: LineSorter
  private var rejected: [RejectedRecord] = []
  private var counts: ProcessCounts
  private var titles = CodingWorklist()
  private var dispositions = Dispositions()
  private var decidedKeys: Set<String> = []
  private var ratios: CountRatios

  /// - Parameter folder: of the stage's own, where responses are laid aside when they are many; nothing is left there.
  package init(_ study: Study, _ frame: FrameLookup, _ cleaner: Cleaner, layingAsideIn folder: String) {
    self.study = study
    self.frame = frame
    self.cleaner = cleaner
    aside = LineSorter(folder: folder)
    ratios = CountRatios(study.outlierRules)
    counts = ProcessCounts(of: cleaner.rules.ids)
  }

  package func take(_ chunk: CleanedChunk) throws {
    totals.responses += chunk.responses
    try aside.append(lines: chunk.cleaned.bytes, keys: chunk.order)
    for record in chunk.rejected { reject(record) }
    dispositions.withdrawn.formUnion(chunk.withdrawnFrom)
    decidedKeys.formUnion(chunk.keys)
    ratios.merge(chunk.ratios)
    counts.add(chunk.counts)
  }

  package func finish(_ sinks: CleanSinks) throws {
    let marks = OutlierMarks(ratios, plans: study.questionnaires.compactMap { cleaner.plans[$0.id] })
    counts.list(outliers: marks.ids)
    var deduplicator = Deduplicator()
    try aside.forEachSorted { line in try keep(deduplicator.take(ResponseAside(line)), marks, sinks) }
    try keep(deduplicator.finish(), marks, sinks)

    try writeUnits(sinks)
    noteDecisionsLeftOver()
    for record in rejected.sorted(by: { $0.order < $1.order }) { try sinks.rejected(record) }
    counts.add("responses in", totals.responses, feature: "OPS-12")
    counts.add("uncoded titles", titles.uncoded, feature: "COD-06")
    for record in counts.records() { try sinks.process(record) }
    worklist = titles.csv(cleaner.coder, study.classifications)
    totals.uncodedTitles = titles.uncoded
    totals.unreadable = counts.missing(.unreadable)
  }

  /// Writes the work list of titles; its texts are as respondents wrote them.
  package func writeWorklist(to path: String) throws(StageFailure) {
    let file = try OutputFile(path: path)
    try file.write(worklist)
    try file.close()
  }

  /// Writes how far coders agree, where two of them have coded the same titles.
  package func writeAgreement(to path: () throws(StageFailure) -> String) throws(StageFailure) {
    let pairs = cleaner.coderAgreement
    guard !pairs.isEmpty else { return }
    let file = try OutputFile(path: path())
    try file.write(CoderAgreement.csv(pairs))
    try file.close()
  }

  private func keep(_ finished: Deduplicator.Finished?, _ marks: OutlierMarks, _ sinks: CleanSinks) throws {
    guard let (kept, others) = finished else { return }
    let response = kept.decisive
    for other in others {
      counts.add(try other.cleaned(), times: -1)
      let known = other.decisive
      reject(
        RejectedRecord(
          path: known.path, line: known.line, response: known.response, reason: .duplicate,
          inFavourOf: response.response))
    }
    totals.cleaned += 1
    if response.replays { totals.replayed += 1 }
    dispositions.answers[response.establishment] = response.isComplete ? .completed : .partial
    for title in response.listed { titles.add(title) }
    for edit in kept.edits { try sinks.edit(edit) }
    var askAgain = response.askAgain
    if marks.concern(response.ratios) {
      var cleaned = try kept.cleaned()
      marks.mark(&cleaned)
      for outlier in cleaned.employer.outliers ?? [] { counts.add("outlier", key: outlier.rule, feature: "EDT-05") }
      askAgain = cleaned.askAgain
      try sinks.employer(NDJSONWriter.encode([cleaned.employer]).dropLast())
    } else {
      try sinks.employer(kept.employer)
    }
    guard !askAgain.isEmpty else { return }
    counts.add("employers to ask again", feature: "EDT-02")
    try sinks.askAgain(
      askAgain,
      AskedEmployer(establishment: response.establishment, response: response.response, path: response.path))
  }

  private func reject(_ record: RejectedRecord) {
    rejected.append(record)
    counts.add(record)
    if record.reason == .withdrawn { totals.withdrawn += 1 } else { totals.rejected += 1 }
  }

  private func writeUnits(_ sinks: CleanSinks) throws {
    for cell in frame.cells() { try sinks.frame(cell) }
    let (design, withoutAnswer) = dispositions.design(frame.units)
    for record in design {
      try sinks.design(record)
      let what = record.joinedTo == nil ? "disposition" : "covered by another unit's answer"
      counts.add(what, key: record.joinedTo == nil ? record.disposition.rawValue : nil, feature: "WGT-07")
    }
    counts.add("frame units outside the size classes", frame.unitsOutsideSizeClasses, feature: "ING-08")
    counts.add("said to have answered, no usable answer", withoutAnswer, feature: "WGT-07")
    if withoutAnswer > 0 {
      notes.append(
        Problem(
          .note, "units that are said to have answered and of which there is no usable answer",
          got: "\(withoutAnswer), now counted as not reached"))
    }
  }

  private func noteDecisionsLeftOver() {
    let missing = cleaner.decidedResponses.subtracting(decidedKeys).count
    counts.add("decisions about a response that is not there", missing, feature: "EDT-06")
    if missing > 0 {
      notes.append(
        Problem(
          .note, "corrections or withdrawals of responses that are not there", got: "\(missing) responses",
          hint: "look for them among the rejected of ingest"))
    }
  }
}

extension RejectedRecord {
  fileprivate var order: SortKey {
    let number = String(line ?? 0)
    return SortKey([path, String(repeating: "0", count: max(0, 9 - number.count)) + number, response ?? ""])
  }
}
