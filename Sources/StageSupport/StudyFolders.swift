import FileSafety

/// Where a run finds and puts things, all relative to the working folder.
struct StudyFolders {
  let study: String
  let stages: String
  let reports: String

  init(_ options: StageOptions) {
    study = options.study
    let name = lastName(of: options.study)
    stages = options.stages ?? "Stages/" + name
    reports = options.reports ?? "Reports/" + name
  }

  var lock: String { stages + "/.lock" }

  /// The folder a stage makes: its own, or the report's.
  func target(of folder: StageFolder?) -> String { folder.map { stages + "/" + $0.rawValue } ?? reports }

  /// What a report is made from, beside the folders of stages.
  var shared: [String] { ["classifications", "templates"].map { parent(of: study) + "/" + $0 } }
}
