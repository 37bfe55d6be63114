// swift-tools-version: 6.1
import PackageDescription

/// The targets stand in the order of the walk; what each imports is what section "The targets and their
/// arrows" of Documentation/architecture.md says, and a test holds the two against each other.
/// Also what a target reaches through others is named, as far as it changes often: the build makes a target again only
/// when one that it names has changed.
let words: [Target.Dependency] = ["SurveyModel", "RecordValues", "RecordStreams", "Diagnostics"]
let records: [Target.Dependency] = words + ["ConfidentialRecords"]
let running: [Target.Dependency] = ["StudyFiles", "FileSafety", "StageSupport"]

let package = Package(
  name: "kompetensgap",
  dependencies: [
    // Arguments of the programs: help texts, completion and errors as people know them.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // Study files are YAML that researchers edit; read as nodes with their marks, never guessed types.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    // Report templates that a study may override.
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // Import nothing
    .target(name: "Expressions"),
    .target(name: "Diagnostics"),
    .target(name: "SurveyStatistics"),

    // The words, and how records travel
    .target(name: "SurveyModel", dependencies: ["Expressions"]),
    .target(name: "RecordStreams", dependencies: ["Diagnostics"]),
    .target(name: "RecordValues", dependencies: ["SurveyModel", "RecordStreams"]),
    .target(name: "ConfidentialRecords", dependencies: words),
    .target(name: "ReleasedRecords", dependencies: words),

    // The C doors, and what stands behind them
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    // Survey archives are zip files: libzip streams their members, checks them and writes nothing to disk.
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .target(name: "CSystem"),
    .target(name: "Markup", dependencies: ["CLibXML2", "Diagnostics"]),
    .target(name: "ZipArchive", dependencies: ["CZip", "Diagnostics"]),
    .target(name: "FileSafety", dependencies: ["CSystem", "Diagnostics"]),
    .target(name: "SwedishText"),
    .target(name: "ContactData"),

    // A study's folder as values; what every program shares
    .target(
      name: "StudyFiles", dependencies: ["Expressions", "SurveyModel", "Diagnostics", "RecordStreams", "Yams"]),
    .target(
      name: "StageSupport",
      dependencies: [
        "StudyFiles", "RecordStreams", "FileSafety", "SurveyModel", "Diagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // The six stages
    .target(
      name: "IngestStage",
      dependencies: records + ["ContactData", "Expressions", "Markup", "ZipArchive"]),
    .target(name: "CleanStage", dependencies: records + ["ContactData"]),
    .target(name: "AggregateStage", dependencies: records + ["SurveyStatistics", "SwedishText"]),
    .target(name: "MatchStage", dependencies: records + ["SurveyStatistics"]),
    .target(name: "ProtectStage", dependencies: records + ["ReleasedRecords", "SurveyStatistics"]),
    .target(
      name: "RenderStage",
      dependencies: words + [
        "ReleasedRecords", "Markup", "SwedishText", .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .target(
      name: "SimulateTool",
      dependencies: words + ["StudyFiles", "ConfidentialRecords", "Markup"]),

    // From a printed figure to its origin
    .target(name: "TraceTool", dependencies: records + ["ReleasedRecords", "SurveyStatistics"]),

    // The programs
    .executableTarget(name: "survey-ingest", dependencies: records + running + ["IngestStage"]),
    .executableTarget(name: "survey-clean", dependencies: records + running + ["CleanStage"]),
    .executableTarget(
      name: "survey-aggregate", dependencies: records + running + ["SwedishText", "AggregateStage"]),
    .executableTarget(name: "survey-match", dependencies: records + running + ["MatchStage"]),
    .executableTarget(
      name: "survey-protect", dependencies: records + running + ["ReleasedRecords", "ProtectStage"]),
    .executableTarget(name: "survey-render", dependencies: words + running + ["ReleasedRecords", "RenderStage"]),
    .executableTarget(
      name: "survey-trace", dependencies: records + running + ["ReleasedRecords", "TraceTool"]),
    .executableTarget(
      name: "survey-simulate",
      dependencies: words + [
        "FileSafety", "SimulateTool", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "survey-bench",
      dependencies: records + [.product(name: "ArgumentParser", package: "swift-argument-parser")]),

    // Tests
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "ExpressionsTests", dependencies: ["Expressions", "TestSupport"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"]),
    .testTarget(
      name: "SurveyStatisticsTests", dependencies: ["SurveyStatistics", "TestSupport"],
      exclude: [
        "ReferenceValues/Synthetic", "ReferenceValues/Response", "Comparisons/comparisons.R",
        "Comparisons/comparisons-units.csv", "Comparisons/comparisons-expected.csv", "SmallAreas/fay-herriot.R",
        "SmallAreas/fay-herriot-areas.csv", "SmallAreas/fay-herriot-expected.csv", "Diversity/diversity.R",
        "Diversity/diversity-expected.csv",
      ]),
    .testTarget(name: "SurveyModelTests", dependencies: ["SurveyModel", "TestSupport"]),
    .testTarget(name: "RecordStreamsTests", dependencies: ["RecordStreams", "TestSupport"]),
    .testTarget(
      name: "RecordsTests", dependencies: records + ["ReleasedRecords", "TestSupport"]),
    .testTarget(name: "ZipArchiveTests", dependencies: ["ZipArchive", "Diagnostics", "TestSupport"]),
    .testTarget(name: "MarkupTests", dependencies: ["Markup", "TestSupport"]),
    // A process of its own for what cannot be tried inside the test's: being killed, locked out, sandboxed.
    .executableTarget(name: "safety-probe", dependencies: ["FileSafety"], path: "Tests/SafetyProbe"),
    .testTarget(name: "FileSafetyTests", dependencies: ["FileSafety", "safety-probe", "TestSupport"]),
    .testTarget(name: "ContactDataTests", dependencies: ["ContactData", "TestSupport"]),
    .testTarget(name: "SwedishTextTests", dependencies: ["SwedishText", "TestSupport"]),
    .testTarget(name: "StudyFilesTests", dependencies: words + ["StudyFiles", "TestSupport"]),
    // Three small stages as a program, to be run, killed, locked out and fed damaged folders.
    .executableTarget(name: "stage-probe", dependencies: words + running, path: "Tests/StageProbe"),
    .testTarget(name: "StageSupportTests", dependencies: words + running + ["stage-probe", "TestSupport"]),
    .testTarget(
      name: "IngestStageTests", dependencies: records + ["ContactData", "IngestStage", "StudyFiles", "TestSupport"]),
    .testTarget(
      name: "CleanStageTests", dependencies: records + ["CleanStage", "StudyFiles", "FileSafety", "TestSupport"],
      exclude: ["Answers", "Coding/held-out.csv"]),
    .testTarget(
      name: "AggregateStageTests",
      dependencies: records + ["AggregateStage", "SurveyStatistics", "SwedishText", "TestSupport"]),
    .testTarget(name: "MatchStageTests", dependencies: records + ["MatchStage", "TestSupport"]),
    .testTarget(name: "ProtectStageTests", dependencies: records + ["ReleasedRecords", "ProtectStage", "TestSupport"]),
    .testTarget(name: "RenderStageTests", dependencies: words + ["ReleasedRecords", "RenderStage", "TestSupport"]),
    .testTarget(name: "SimulateToolTests", dependencies: records + ["SimulateTool", "TestSupport"]),
    // Simulated studies with known truth, through the real libraries; `make verify` runs a thousand of each size.
    .testTarget(
      name: "CoverageTests",
      dependencies: records + ["AggregateStage", "MatchStage", "StudyFiles", "SurveyStatistics", "TestSupport"],
      exclude: ["coverage.template.md"]),
    // The examples of Documentation/method, run.
    .testTarget(
      name: "MethodTests",
      dependencies: records + [
        "CleanStage", "AggregateStage", "MatchStage", "ProtectStage", "ReleasedRecords", "SurveyStatistics",
        "TestSupport",
      ]),
    .testTarget(
      name: "TraceToolTests",
      dependencies: records + ["ReleasedRecords", "SurveyStatistics", "TraceTool", "TestSupport"]),
    .testTarget(
      name: "GoldenTests", dependencies: ["TestSupport"], exclude: ["Cases", "Mini", "mini.sh"]),
  ],
  swiftLanguageModes: [.v6]
)

// Fuzzing needs the compiler's libFuzzer and its flags: built by `make fuzz` alone.
if Context.environment["SURVEY_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "survey-fuzz",
      dependencies: records + ["ReleasedRecords", "Markup", "StudyFiles", "CleanStage"],
      path: "Fuzz/Sources"))
}
