import ConfidentialRecords
import Diagnostics

/// Which units answer for others, and for how many employees.
struct JointUnits {
  private var extra: [String: Int] = [:]

  /// - Throws: `StageFailure` `.wrongData` where a unit is joined to one that is not there, or that is itself joined.
  init(_ records: [FrameUnitRecord], path: String) throws(StageFailure) {
    let joinedTo = Dictionary(records.map { ($0.establishment, $0.joinedTo) }, uniquingKeysWith: { a, _ in a })
    var problems: [Problem] = []
    for (index, record) in records.enumerated() {
      guard let target = record.joinedTo else { continue }
      let place = SourceLocation(path: path, line: index + 1)
      switch joinedTo[target] {
      case .none:
        problems.append(
          Problem(.error, at: place, "a unit is joined to one that is not on the frame", hint: "correct joined_to"))
      case .some(.some):
        problems.append(
          Problem(
            .error, at: place, "a unit is joined to one that is itself joined",
            hint: "name the unit that answers in joined_to"))
      case .some(.none): extra[target, default: 0] += FrameLookup.plausible(record.employees)
      }
    }
    guard problems.isEmpty else { throw StageFailure(.wrongData, problems) }
  }

  /// The unit's own employees and those of the units it answers for; a joined unit's own.
  func employees(of record: FrameUnitRecord) -> Int {
    FrameLookup.plausible(record.employees) + (extra[record.establishment] ?? 0)
  }
}
