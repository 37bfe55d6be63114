import ConfidentialRecords
import Diagnostics
import Testing

@testable import CleanStage

@Suite("Inventories, cleaned")
struct InventoryCleanerTests {
  private static func field(_ key: String, _ kind: PageDescription.FieldKind) -> PageDescription.Field {
    PageDescription.Field(key: key, label: key, kind: kind, feature: "ING-12")
  }

  private static func study() -> Study {
    var study = SmallStudy.study()
    let names = [("0128", "Salem"), ("0136", "Haninge"), ("0138", "Tyresö"), ("0140", "Nykvarn")]
    study.municipalities = names.map(\.0)
    study.classifications.municipalities = Dictionary(
      uniqueKeysWithValues: names.map { ($0, Municipality(code: $0, name: $1, county: "01")) })
    study.pages = [
      PageSource(name: "courses", path: "inventory/c*.html", description: "courses"),
      PageSource(name: "policies", path: "inventory/p*.html", description: "policies"),
      PageSource(name: "premises", path: "inventory/l*.html", description: "premises"),
    ]
    study.pageDescriptions = [
      PageDescription(
        id: "courses", title: "", inventory: .init(name: "courses", entries: .rows),
        fields: [
          field("name", .text), field("municipality", .municipality), field("seats", .count), field("start", .date),
          field("groups", .list), field("free", .yesNo),
        ]),
      PageDescription(
        id: "policies", title: "", inventory: .init(name: "policies", entries: .rows),
        fields: [field("municipality", .municipality), field("policy", .yesNo), field("braille", .yesNo)]),
      PageDescription(
        id: "premises", title: "", inventory: .init(name: "premises", entries: .page), fields: [field("lift", .yesNo)]),
    ]
    return study
  }

  private static func entry(
    _ inventory: String, _ fields: KeyValuePairs<String, String>, status: InventoryStatus = .has
  ) -> InventoryEntryRecord {
    var entry = InventoryEntryRecord()
    entry.inventory = inventory
    entry.description = inventory
    entry.entry = "inventory/a.html#1"
    entry.path = "inventory/a.html"
    entry.line = 7
    entry.status = status
    entry.fields = fields.map { PageField(key: $0, value: $1, line: 7) }
    return entry
  }

  private static func clean(_ entry: InventoryEntryRecord) -> InventoryCleaner.Cleaned {
    var cleaner = InventoryCleaner(study(), dataFolder: "Data/x")
    return cleaner.clean(entry)
  }

  @Test("values are typed by their kind, and the municipality is found")
  func values() {
    let cleaned = Self.clean(
      Self.entry(
        "courses",
        [
          "name": "Svets", "municipality": "Salems kommun", "seats": "10–12", "start": "17 augusti 2026",
          "groups": "unga", "groups": "nyanlända", "free": "Ja",
        ]))
    #expect(cleaned.record.municipality == "0128")
    #expect(cleaned.record.name == "Svets")
    #expect(
      cleaned.record.values == [
        InventoryValue(key: "seats", count: .range(low: 10, best: nil, high: 12)),
        InventoryValue(key: "start", words: ["2026-08-17"]),
        InventoryValue(key: "groups", words: ["unga", "nyanlända"]),
        InventoryValue(key: "free", words: ["yes"]),
      ])
    #expect(cleaned.problems.isEmpty)
  }

  @Test("no label, an empty value, an unknown and an unreadable one are four things")
  func missing() {
    let cleaned = Self.clean(
      Self.entry("courses", ["name": "Svets", "seats": "vet ej", "start": "snarast", "free": "", "municipality": ""]))
    #expect(cleaned.record.municipality == nil)
    #expect(
      cleaned.record.values == [
        InventoryValue(key: "seats", missing: .doNotKnow), InventoryValue(key: "start", missing: .unreadable),
        InventoryValue(key: "groups", missing: .notAsked), InventoryValue(key: "free", missing: .blank),
      ])
    #expect(cleaned.problems.map(\.location) == [SourceLocation(path: "Data/x/inventory/a.html", line: 7)])
    for problem in cleaned.problems { #expect(!"\(problem)".contains("snarast")) }
  }

  @Test(
    "a name that is no municipality, or several, is told and not guessed", arguments: ["Atlantis", "Salem, Tyresö"])
  func unknown(name: String) {
    let cleaned = Self.clean(Self.entry("courses", ["name": "Svets", "municipality": name]))
    #expect(cleaned.record.municipality == nil && cleaned.record.status == .has)
    #expect(cleaned.problems.count == 1)
    for problem in cleaned.problems { #expect(!"\(problem)".contains(name)) }
  }

  @Test(
    "the start of a course is a day, a month, a week, or whenever somebody comes",
    arguments: [("v. 34 2026", "2026-W34"), ("augusti 2026", "2026-08"), ("Löpande antagning", "rolling")])
  func start(written: String, expected: String) {
    let record = Self.clean(Self.entry("courses", ["start": written])).record
    #expect(record.values.first { $0.key == "start" }?.words == [expected])
  }

  @Test(
    "a text that says nothing is no text",
    arguments: [("–", MissingReason.blank), ("vet ej", .doNotKnow), (" ", .blank)])
  func noText(written: String, reason: MissingReason) {
    let record = Self.clean(Self.entry("courses", ["groups": written])).record
    #expect(record.values.first { $0.key == "groups" }?.missing == reason)
  }

  @Test("who has it, who has none and who has not answered")
  func holes() {
    var cleaner = InventoryCleaner(Self.study(), dataFolder: "Data/x")
    let entries = [
      Self.entry("courses", ["name": "Svets", "municipality": "Salem", "seats": "x"]),
      Self.entry("courses", ["name": "Vård", "municipality": "Salem"]),
      Self.entry("courses", ["name": "Inga", "municipality": "Haninge"], status: .none),
      Self.entry("courses", ["name": "", "municipality": "Tyresö"], status: .notAnswered),
      Self.entry("policies", ["municipality": "Salem", "policy": "Ja", "braille": "Nej"]),
      Self.entry("policies", ["municipality": "Haninge", "policy": "nej", "braille": "Nej"]),
      Self.entry("policies", ["municipality": "Tyresö", "policy": "Nej", "braille": ""]),
      Self.entry("premises", ["lift": "Ja"]),
    ]
    let records = entries.map { cleaner.clean($0).record } + cleaner.holes()
    #expect(
      records.map { "\($0.inventory) \($0.municipality ?? "-") \($0.status)" } == [
        "courses 0128 has", "courses 0128 has", "courses 0136 none", "courses 0138 notAnswered", "policies 0128 has",
        "policies 0136 none", "policies 0138 has", "premises - has", "courses 0140 notAnswered",
        "policies 0140 notAnswered",
      ])
    #expect(
      cleaner.process().map { "\($0.what) \($0.key ?? "-") \($0.count)" } == [
        "inventory entries courses 2", "inventory pages that say there is none courses 1",
        "inventory entries without an answer courses 1", "municipalities not heard from courses 1",
        "inventory entries policies 2", "inventory pages that say there is none policies 1",
        "inventory entries without an answer policies 0", "municipalities not heard from policies 1",
        "inventory entries premises 1", "inventory pages that say there is none premises 0",
        "inventory entries without an answer premises 0", "municipalities not heard from premises 0",
        "inventory values unreadable - 1",
      ])
  }

  @Test("a record stands in its file with what is missing and why")
  func line() throws {
    let record = Self.clean(Self.entry("courses", ["name": "Svets", "municipality": "Salem", "seats": "12"])).record
    let bytes = NDJSONWriter.encode([record])
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == #"{"inventory":"courses","entry":"inventory/a.html#1","path":"inventory/a.html","line":7,"status":"has","#
        + #""municipality":"0128","name":"Svets","values":[{"key":"seats","count":12},"#
        + #"{"key":"start","missing":"notAsked"},{"key":"groups","missing":"notAsked"},"#
        + #"{"key":"free","missing":"notAsked"}]}"# + "\n")
  }
}
