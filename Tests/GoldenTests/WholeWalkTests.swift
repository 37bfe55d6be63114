import Foundation
import Testing

/// What holds of all six programs together.
@Suite("The whole walk")
struct WholeWalkTests {
  struct Surroundings: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var environment: [String: String] = [:]
    var shell: String?
    var options: [String] = []
    var isCopiedBackwards = false
  }

  static let surroundings = [
    Surroundings(testDescription: "Swedish", environment: ["LC_ALL": "sv_SE.UTF-8", "LANG": "sv_SE.UTF-8"]),
    Surroundings(testDescription: "Turkish", environment: ["LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"]),
    Surroundings(testDescription: "no locale", environment: ["LC_ALL": "C"]),
    Surroundings(testDescription: "east of the date line", environment: ["TZ": "Pacific/Kiritimati"]),
    Surroundings(testDescription: "west of it", environment: ["TZ": "Pacific/Pago_Pago"]),
    Surroundings(testDescription: "files for nobody else", shell: "umask 077"),
    Surroundings(testDescription: "files for everybody", shell: "umask 000"),
    Surroundings(testDescription: "one core", options: ["--threads", "1"]),
    Surroundings(testDescription: "more cores than there are", options: ["--threads", "16"]),
    Surroundings(testDescription: "files in another order, with other times", isCopiedBackwards: true),
  ]

  /// The mini study as a whole, messy: undisturbed, in plain surroundings.
  private static let plain = Result { () throws -> [String: [UInt8]] in
    let folder = try WalkFolder()
    try mess(folder)
    try folder.walk()
    return try folder.made()
  }

  /// A duplicate, a withdrawal, a correction, a row and a page that are rejected, a don't-know and a range.
  static func mess(_ folder: WalkFolder) throws {
    let data = WalkFolder.data
    try folder.edit("\(data)/telephone.csv") { table in
      table += """
        0181-0001;kort;2026-03-05;;;;3;2;1;5;;;;;;;;;;;;;;;;;;;Nej;;;;
        0181-0004;kort;2026-03-06;;;;5;;;vet ej;;;;;;;;;;;;;;;;;;;Ja;1–3;;;
        0181-0013;kort;2026-03-07;;;;30;;;minst 30;;;;;;;;;;;;;;;;;;;Ja;2;;;
        0181-7777;kort;2026-03-07;;;;9;;;9;;;;;;;;;;;;;;;;;;;Nej;;;;
        ;kort;2026-03-07;;;;9;;;9;;;;;;;;;;;;;;;;;;;Nej;;;;

        """
    }
    try folder.write("<p>Tack!</p>\n", to: "\(data)/employers/tack.html")
    try folder.write("response,date\ntelephone-0008,2026-03-08\n", to: "\(data)/decisions/withdrawn.csv")
    try folder.write(
      "response,question,row,value,role,reason,date\n0181-0011,Q85,1,1,handläggare,per telefon,2026-03-08\n",
      to: "\(data)/decisions/corrections.csv")
  }

  @Test("gives the same bytes", arguments: surroundings) func determinism(_ place: Surroundings) throws {
    let expected = try Self.plain.get()
    let folder = try WalkFolder()
    try Self.mess(folder)
    if place.isCopiedBackwards { try copyBackwards(folder) }
    try folder.walk(place.options, environment: place.environment, after: place.shell)
    expectSame(try folder.made(), expected)
    #expect(expected.count > 40)
  }

  @Test("gives the same bytes on one core and on two, where there is work for both") func cores() throws {
    var made: [[String: [UInt8]]] = []
    for threads in ["1", "2"] {
      let folder = try WalkFolder()
      try Self.enlarge(folder, by: 4500)
      try folder.walk(["--threads", threads])
      made.append(try folder.made())
    }
    expectSame(made[0], made[1])
  }

  @Test("writes what is confidential for its owner alone, and the report for all to read")
  func modes() throws {
    let folder = try WalkFolder()
    try folder.walk(after: "umask 000")
    let manager = FileManager.default
    for (place, mode) in [("Stages/mini", 0o700), ("Reports/mini", 0o755)] {
      for name in [""] + (manager.subpaths(atPath: folder.path(place)) ?? []) {
        let attributes = try manager.attributesOfItem(atPath: folder.path("\(place)/\(name)"))
        let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
        let expected = isFolder ? mode : mode & 0o666
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == expected, "\(place)/\(name)")
      }
    }
  }

  @Test("loses nothing on the way: in is out and rejected, from stage to stage") func conservation() throws {
    let folder = try WalkFolder()
    try Self.mess(folder)
    try folder.walk()
    let manifests = try WalkFolder.stages.dropLast().map { try Manifest(folder, of: $0) }
    for manifest in manifests {
      #expect(!manifest.conservation.isEmpty, "\(manifest.stage)")
      for (what, count) in manifest.conservation {
        #expect(count.in == count.out.values.reduce(0, +), "\(manifest.stage): \(what)")
      }
    }
    let (ingest, clean, aggregate, match, protect) = (
      manifests[0], manifests[1], manifests[2], manifests[3], manifests[4]
    )
    // 4 pages and 10 rows: a page and a row are rejected. Of 12 responses one is a duplicate, one is not on the frame,
    // one is withdrawn.
    #expect(ingest.conservation["files and rows"]?.in == 14)
    #expect(ingest.conservation["files and rows"]?.out == ["responses": 12, "pages": 0, "rejected": 2])
    #expect(ingest.records["responses"] == 12 && ingest.records["rejected"] == 2)
    #expect(clean.conservation["responses"]?.in == 12)
    #expect(clean.conservation["responses"]?.out == ["cleaned": 9, "withdrawn": 1, "rejected": 2])
    #expect(clean.records["employers"] == 9 && clean.records["rejected"] == 3)
    #expect(aggregate.conservation["employers"]?.in == 9)
    #expect(aggregate.records["estimates"] == aggregate.records["contributors"])
    #expect(match.conservation["needs"]?.out["matched"] == match.records["gaps"])
    let cells = try #require(protect.conservation["cells"])
    #expect(cells.in >= aggregate.records["estimates"] ?? .max)
    #expect(protect.records["cells"] == cells.in - (cells.out["replaced"] ?? 0))
  }

  // MARK: Helpers

  /// The counts that a stage's manifest states.
  private struct Manifest {
    var stage: String
    var conservation: [String: (in: Int, out: [String: Int])] = [:]
    var records: [String: Int] = [:]

    init(_ folder: WalkFolder, of stage: String) throws {
      self.stage = stage
      let bytes = try folder.bytes(WalkFolder.output(of: stage) + "/manifest.json")
      let manifest = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
      for statement in try #require(manifest["conservation"] as? [[String: Any]]) {
        conservation[try #require(statement["what"] as? String)] = (
          try #require(statement["in"] as? Int), try #require(statement["out"] as? [String: Int])
        )
      }
      for file in try #require(manifest["files"] as? [[String: Any]]) {
        let name = try #require(file["name"] as? String)
        records[String(name.prefix { $0 != "." })] = file["records"] as? Int
      }
    }
  }

  private func expectSame(_ got: [String: [UInt8]], _ expected: [String: [UInt8]]) {
    #expect(got.keys.sorted() == expected.keys.sorted())
    for (name, bytes) in expected.sorted(by: { $0.key < $1.key }) {
      #expect(got[name] == bytes, "\(name)")
    }
  }

  /// The input again, file by file from the last to the first, each with a time of its own.
  private func copyBackwards(_ folder: WalkFolder) throws {
    let manager = FileManager.default
    for place in ["Pipelines", "SampleData"] {
      let names = (manager.subpaths(atPath: folder.path(place)) ?? []).sorted(by: >)
      let content = try folder.content(place)
      try folder.remove(place)
      for (number, name) in names.enumerated() {
        guard let bytes = content[name] else { continue }
        let path = folder.path("\(place)/\(name)")
        try manager.createDirectory(
          atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let time = Date(timeIntervalSince1970: 1_000_000_000 + Double(number * number % 97) * 1_000_000)
        try manager.setAttributes([.modificationDate: time], ofItemAtPath: path)
      }
    }
  }

  /// Many more workplaces, small and middling, most of which answer; some do not know, some give a range.
  static func enlarge(_ folder: WalkFolder, by count: Int) throws {
    var (frame, sample, table) = ("", "", "")
    for number in 1...count {
      let establishment = "0181-\(10_000 + number)"
      let isLong = number % 4 == 0
      let staff = isLong ? 10 + number % 37 : 1 + number % 9
      let sector = number % 3 == 0 ? "thirdSector" : "private"
      frame += "\(establishment),E\(20_000 + number / 2),,0181,\(sector),47,\(staff)\n"
      if number % 5 == 0 { continue }
      sample += "\(establishment),completed,,telephone,2026-01-19,2026-02-20\n"
      let needed = number % 11 == 0 ? "vet ej" : number % 13 == 0 ? "\(staff)–\(staff + 3)" : "\(staff + number % 3)"
      let first = staff - staff / 3
      let row = { (title: String, persons: Int) in
        "\(title);\(persons);\(number % 17 == 0 ? "vet ej" : "\(persons / 7)");0;1;0;0;0;\(persons + number % 2)"
      }
      let occupations =
        isLong
        ? row(number % 8 == 0 ? "Lagerarbetare" : "Undersköterska", first) + ";" + row("Alla övriga", staff - first)
        : Array(repeating: "", count: 18).joined(separator: ";")
      table += "\(establishment);\(isLong ? "lang" : "kort");2026-02-20;;;;\(staff);;;\(needed);\(occupations)"
      table += ";Ja;\(number % 4);\(number % 2 == 0 ? "Tolk" : "Lönestöd");;\n"
    }
    try folder.edit("\(WalkFolder.data)/frame.csv") { $0 += frame }
    try folder.edit("\(WalkFolder.data)/sample.csv") { $0 += sample }
    try folder.edit("\(WalkFolder.data)/telephone.csv") { $0 += table }
  }
}
