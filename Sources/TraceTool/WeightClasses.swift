import ConfidentialRecords
import ReleasedRecords

/// The response groups that a cell's answers come from, by the size of their weights.
struct WeightClasses {
  /// Upper ends, the last open.
  private static let ends: [Double] = [1, 2, 5, 10, 20, 50]

  private struct Group {
    var weight: Double
    var answers = 0
    var frameUnits = 0
  }

  private let groups: [Group]
  private let isCut: Bool

  init(_ strata: [FieldworkRecord], cell: ReleasedCell, study: Study) {
    let longFrom = cell.indicator.needsLongForm ? study.longFormFrom : 0
    let own = strata.filter { stratum in
      let size = study.sizeClasses.first { $0.code == stratum.sizeClass }
      return (cell.municipality ?? stratum.municipality) == stratum.municipality
        && (cell.sector ?? stratum.sector.rawValue) == stratum.sector.rawValue
        && (cell.sizeClass ?? stratum.sizeClass) == stratum.sizeClass && (size?.smallest ?? 0) >= longFrom
    }
    let names = Set(own.map(\.group))
    var groups: [String: Group] = [:]
    // A group holds all of its strata, those outside the domain too.
    for stratum in strata where names.contains(stratum.group) {
      guard let weight = stratum.weight else { continue }
      groups[stratum.group, default: Group(weight: weight)].answers += stratum.answered
      groups[stratum.group, default: Group(weight: weight)].frameUnits += stratum.frameUnits
    }
    // A group of none but dominant employers is left without a unit.
    self.groups = groups.sorted { $0.key < $1.key }.map(\.value).filter { $0.frameUnits > 0 }
    isCut = cell.section != nil || cell.occupation != nil
  }

  var lines: [String] {
    guard !groups.isEmpty else { return ["no response group of the frame falls into the domain"] }
    let least = groups.map(\.weight).min() ?? 0
    let most = groups.map(\.weight).max() ?? 0
    var lines = [
      FormulaText.weight,
      "\(groups.count) response group\(groups.count == 1 ? "" : "s"), weights \(TraceText.number(least)) to \(TraceText.number(most))",
    ]
    for (place, end) in (Self.ends + [.infinity]).enumerated() {
      let from = place == 0 ? 0 : Self.ends[place - 1]
      let own = groups.filter { $0.weight > from && $0.weight <= end }
      guard !own.isEmpty else { continue }
      let name =
        end == 1
        ? "1"
        : end == .infinity ? "over \(TraceText.number(from))" : "\(TraceText.number(from))–\(TraceText.number(end))"
      lines.append(
        "weight \(name): \(own.count) group\(own.count == 1 ? "" : "s"), \(own.reduce(0) { $0 + $1.answers }) answers for "
          + "\(own.reduce(0) { $0 + $1.frameUnits }) frame units")
    }
    if isCut { lines.append("occupation and industry come from answers and cut across these groups") }
    return lines
  }
}
