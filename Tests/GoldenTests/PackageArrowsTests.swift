import Foundation
import Testing

/// The arrows of Documentation/architecture.md, held against the manifest itself.
@Suite("Package arrows")
struct PackageArrowsTests {
  private struct Package: Decodable {
    struct Target: Decodable {
      struct Dependency: Decodable {
        var byName: [String?]?
        var target: [String?]?
        var product: [ProductPart]?

        /// A product dependency is dumped as a list of names, nulls and objects; only the first name matters.
        struct ProductPart: Decodable {
          var name: String?
          init(from decoder: any Decoder) throws {
            name = try? decoder.singleValueContainer().decode(String.self)
          }
        }

        var name: String? { (byName ?? target)?.first ?? product?.first?.name }
      }
      var name: String
      var dependencies: [Dependency]
    }
    var targets: [Target]
  }

  /// What each target imports directly.
  private static let imports: [String: Set<String>] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["swift", "package", "--scratch-path", ".build-arrows", "dump-package"]
    process.currentDirectoryURL = root
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return [:] }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard let package = try? JSONDecoder().decode(Package.self, from: data) else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: package.targets.map { ($0.name, Set($0.dependencies.compactMap(\.name))) })
  }()

  private static func closure(of target: String) -> Set<String> {
    var met: Set<String> = []
    var waiting = [target]
    while let next = waiting.popLast() {
      for name in imports[next] ?? [] where met.insert(name).inserted { waiting.append(name) }
    }
    return met
  }

  @Test("the manifest can be read") func manifest() {
    #expect(Self.imports.count > 20)
  }

  @Test("what makes the report cannot import a confidential record", arguments: ["survey-render", "RenderStage"])
  func renderer(target: String) {
    #expect(Self.imports[target] != nil)
    #expect(!Self.closure(of: target).contains("ConfidentialRecords"))
  }

  @Test("no stage library imports another, nor what runs it")
  func stages() {
    let stages = Self.imports.keys.filter { $0.hasSuffix("Stage") }
    #expect(stages.count == 6)
    for stage in stages {
      let reached = Self.closure(of: stage)
      #expect(reached.isDisjoint(with: stages), "\(stage)")
      #expect(!reached.contains("StageSupport"), "\(stage)")
    }
  }

  @Test(
    "what stands at the bottom imports nothing of ours",
    arguments: ["Expressions", "Diagnostics", "SurveyStatistics", "SwedishText", "CSystem"])
  func bottom(target: String) {
    #expect(Self.imports[target] == [])
  }

  @Test("libxml2 and libzip have one door each", arguments: [("CLibXML2", "Markup"), ("CZip", "ZipArchive")])
  func door(library: String, door: String) {
    let importers = Self.imports.filter { $0.value.contains(library) }.keys
    #expect(Array(importers) == [door])
  }

  @Test("the simulator shares no estimator with what it tests") func simulator() {
    let reached = Self.closure(of: "SimulateTool")
    #expect(!reached.contains("SurveyStatistics"))
    #expect(reached.filter { $0.hasSuffix("Stage") }.isEmpty)
  }
}
