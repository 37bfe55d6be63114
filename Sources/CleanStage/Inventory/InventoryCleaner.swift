import ConfidentialRecords
import Diagnostics

/// Types the entries of the study's inventories, finds their municipalities, and says who has none and who has not
/// answered (ING-12).
///
/// Every entry stays: what cannot be read in it is `unreadable`, and counted. No text of a page stands in a problem.
package struct InventoryCleaner {
  /// What became of one entry.
  package struct Cleaned: Sendable {
    package var record: InventoryRecord
    package var problems: [Problem] = []
  }

  private let descriptions: [String: PageDescription]
  /// The municipalities that each inventory must hear from, in print order; none where it names no municipality.
  private let expected: [(inventory: String, municipalities: [String])]
  private let resolver: MunicipalityResolver
  private let missingCodes = MissingCodes()
  private let dataFolder: String

  /// What has been heard, by inventory.
  private var heard: [String: Set<String>] = [:]
  private var counts: [String: [InventoryStatus: Int]] = [:]
  private var unreadable = 0

  package init(_ study: Study, dataFolder: String) {
    self.dataFolder = dataFolder
    descriptions = Dictionary(study.inventories.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var expected: [(inventory: String, municipalities: [String])] = []
    for description in study.inventories {
      guard let name = description.inventory?.name, !expected.contains(where: { $0.inventory == name }) else {
        continue
      }
      let pages = study.inventories.filter { $0.inventory?.name == name }
      let isByMunicipality = pages.contains { $0.fields.contains { $0.kind == .municipality } }
      expected.append((name, isByMunicipality ? study.municipalities : []))
    }
    self.expected = expected
    resolver = MunicipalityResolver(study.classifications)
  }

  package mutating func clean(_ entry: InventoryEntryRecord) -> Cleaned {
    var cleaned = Cleaned(record: InventoryRecord())
    cleaned.record.inventory = entry.inventory
    cleaned.record.entry = entry.entry
    cleaned.record.path = entry.path
    cleaned.record.line = entry.line
    cleaned.record.status = entry.status
    let known = descriptions[entry.description].map { $0.fields + $0.sections } ?? []
    let written = Dictionary(grouping: entry.fields, by: \.key)
    for field in known {
      let values = written[field.key].map { $0.map(\.value) }
      let line = written[field.key]?.first?.line ?? entry.line
      switch field.kind {
      case .municipality:
        cleaned.record.municipality = municipality(values ?? [], field.key, line, entry.path, &cleaned.problems)
      case _ where field.key == "name": cleaned.record.name = values?.first { !$0.isEmpty }
      default: cleaned.record.values.append(value(values, of: field, line, entry.path, &cleaned.problems))
      }
    }
    // The heading of an entry is its name, though the description has no label for it.
    if cleaned.record.name == nil { cleaned.record.name = written["name"]?.first { !$0.value.isEmpty }?.value }
    if saysNone(cleaned.record, known) { cleaned.record.status = .none }
    note(cleaned.record)
    return cleaned
  }

  /// In a matrix of what a municipality has and has not, nothing but no means that it has none.
  private func saysNone(_ record: InventoryRecord, _ fields: [PageDescription.Field]) -> Bool {
    let questions = Set(fields.filter { $0.kind == .yesNo }.map(\.key))
    guard record.name == nil, !questions.isEmpty else { return false }
    return record.values.filter { questions.contains($0.key) }.allSatisfy { $0.words == [YesNoAnswer.no] }
  }

  /// The holes: municipalities of the study of which no page has said anything.
  package func holes() -> [InventoryRecord] {
    expected.flatMap { inventory, municipalities in
      municipalities.filter { heard[inventory]?.contains($0) != true }.map { municipality in
        var hole = InventoryRecord()
        hole.inventory = inventory
        hole.status = .notAnswered
        hole.municipality = municipality
        return hole
      }
    }
  }

  /// For the report's account of the process.
  package func process() -> [ProcessRecord] {
    var records: [ProcessRecord] = []
    func add(_ what: String, _ key: String?, _ count: Int) {
      records.append(ProcessRecord(stage: "clean", what: what, key: key, count: count, feature: "ING-12"))
    }
    for (inventory, _) in expected {
      let own = counts[inventory] ?? [:]
      add("inventory entries", inventory, own[.has] ?? 0)
      add("inventory pages that say there is none", inventory, own[.none] ?? 0)
      add("inventory entries without an answer", inventory, own[.notAnswered] ?? 0)
      add("municipalities not heard from", inventory, holes().count { $0.inventory == inventory })
    }
    if !expected.isEmpty { add("inventory values unreadable", nil, unreadable) }
    return records
  }

  private mutating func note(_ record: InventoryRecord) {
    counts[record.inventory, default: [:]][record.status, default: 0] += 1
    unreadable += record.values.count { $0.missing == .unreadable }
    if let municipality = record.municipality { heard[record.inventory, default: []].insert(municipality) }
  }

  // MARK: Values

  /// How a course says that it begins whenever somebody comes.
  private static let rolling: Set<String> = [
    "löpande", "löpande start", "löpande antagning", "löpande intag", "kontinuerligt", "kontinuerlig start",
    "kontinuerlig antagning", "kontinuerligt intag", "rolling", "rolling start", "continuous", "any time",
  ]

  private mutating func municipality(
    _ written: [String], _ key: String, _ line: Int?, _ path: String, _ problems: inout [Problem]
  ) -> String? {
    let written = written.filter { !$0.isEmpty }
    guard !written.isEmpty else { return nil }
    let codes = Set(written.compactMap { resolver.code($0) })
    if codes.count == 1, written.allSatisfy({ resolver.code($0) != nil }), let code = codes.first { return code }
    unreadable += 1
    problems.append(
      Problem(
        .warning, at: place(path, line), "\(key) names no municipality that we know, or several",
        expected: "the name or the code of one", hint: "write it out on the page, or leave the entry without one"))
    return nil
  }

  private func value(
    _ written: [String]?, of field: PageDescription.Field, _ line: Int?, _ path: String, _ problems: inout [Problem]
  ) -> InventoryValue {
    guard let written else { return InventoryValue(key: field.key, missing: .notAsked) }
    guard let kind = field.kind.answerKind else {
      let texts = written.map { TextAnswer.read([$0]) }.filter { !$0.isEmpty }
      guard let first = texts.first else { return InventoryValue(key: field.key, missing: .blank) }
      if texts.count == 1, let reason = missingCodes.reason(WrittenText(first)) {
        return InventoryValue(key: field.key, missing: reason)
      }
      return InventoryValue(key: field.key, words: texts)
    }
    if kind == .date, let only = written.first, written.count == 1, Self.rolling.contains(WrittenText(only).bare) {
      return InventoryValue(key: field.key, words: ["rolling"])
    }
    let reading = AnswerReader(kind: kind, list: nil, missingCodes: missingCodes).read(written)
    for fault in reading.problems {
      var problem = fault.problem(field.key, at: place(path, line))
      problem.hint = "write it so on the page, or leave it empty there"
      problems.append(problem)
    }
    switch reading.answer {
    case .missing(let reason): return InventoryValue(key: field.key, missing: reason)
    case .quantity(let quantity): return InventoryValue(key: field.key, count: quantity)
    case .choices(let codes): return InventoryValue(key: field.key, words: codes)
    case .text(let text): return InventoryValue(key: field.key, words: [text])
    }
  }

  private func place(_ path: String, _ line: Int?) -> SourceLocation {
    SourceLocation(path: dataFolder + "/" + path, line: line)
  }
}

extension PageDescription.FieldKind {
  /// How an answer of that kind is read; nil for texts, of which there may be several.
  fileprivate var answerKind: Concept.Kind? {
    switch self {
    case .count: .count
    case .date: .date
    case .yesNo: .yesNo
    default: nil
    }
  }
}
