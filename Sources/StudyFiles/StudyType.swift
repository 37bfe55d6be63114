import Diagnostics
import SurveyModel

/// What `study.yaml` may refer to.
struct StudyContext: Sendable {
  /// The name of the folder, which is the study's identifier.
  var id: String
  var questionnaires: [String]
  var pageDescriptions: [String]
  var municipalities: [String: Municipality]
}

extension YAMLType where Value == Study {
  /// The file `study.yaml`. What other files say (questionnaires, rules, keys, …) is put in by the loader.
  static func study(_ context: StudyContext) -> YAMLType {
    .mapping("the study") { keys in
      let id = keys.required("id", .name(among: [context.id], what: "name of this folder"))
      let title = keys.required("title", .localized)
      let client = keys.required("client", .localized)
      let isSynthetic = keys.required("synthetic", .boolean)
      let municipalities = keys.required(
        "municipalities",
        .list(of: .municipality(among: context.municipalities), atLeast: 1, unique: "municipality") { $0 })
      let dates = keys.required("dates", .dates)
      let horizons = keys.required(
        "horizons", .list(of: .horizon, atLeast: 1, unique: "horizon") { "\($0.years)" })
      let sizeClasses = keys.required("size-classes", .sizeClasses)
      let longFormFrom = keys.optional("long-form-from", .integer(in: 1...1_000_000), default: 1)
      if let sizeClasses, longFormFrom > 1, !sizeClasses.contains(where: { $0.smallest == longFormFrom }) {
        keys.faults.add(
          "the long form begins within a size class", at: keys.location(of: "long-form-from"),
          expected: sizeClasses.map { "\($0.smallest)" }.joined(separator: ", "))
      }
      let dataFolder = keys.required("data-folder", .text)
      let keyFile = keys.required("key-file", .text)
      let frame = keys.required("frame", .frame)
      let sources = keys.required(
        "sources", .list(of: .source(questionnaires: context.questionnaires), atLeast: 1, unique: "source") { $0.name })
      let pages = keys.optional(
        "pages", .list(of: .pages(descriptions: context.pageDescriptions), unique: "pages") { $0.name }, default: [])
      let tablesFromOutside = keys.optional(
        "context", .list(of: .context, unique: "context table") { $0.name.rawValue }, default: [])
      if isSynthetic == false, tablesFromOutside.contains(where: \.isSynthetic) {
        keys.faults.add(
          "a context table is made up, and the study is not", at: keys.location(of: "context"),
          hint: "use published figures, or leave the table out")
      }
      let tables = keys.required("tables", .list(of: .table, atLeast: 1, unique: "table") { $0.id })
      let minimumGroup = keys.optional("minimum-group", .integer(in: 2...100), default: 3)
      let rejectLimit = keys.optional("reject-limit", .number(in: 0...1), default: 0.2)
      let grades = keys.optional("grades", .grades, default: GradeLimits())
      let imputation = keys.optional("imputation", .imputation, default: ImputationSettings())
      let coding = keys.optional("coding", .coding, default: CodingSettings())
      let callList = keys.optional("call-list", .callList, default: CallListSettings())
      let protection = keys.required("protection", .protection)
      let dominant = keys.optional(
        "dominant", .list(of: .dominantEmployer, unique: "enterprise") { $0.enterprise }, default: [])
      let quotations = keys.optional("quotations", .list(of: .identifier, unique: "response") { $0 }, default: [])
      guard let id, let title, let client, let isSynthetic, let municipalities, let dates, let horizons,
        let sizeClasses,
        let dataFolder, let keyFile, let frame, let sources, let tables, let protection
      else { return nil }
      var study = Study(
        id: id, title: title, client: client, isSynthetic: isSynthetic, municipalities: municipalities,
        baseDate: dates.base, asOf: dates.asOf, fieldworkStart: dates.start, fieldworkEnd: dates.end,
        horizons: horizons.sorted(), sizeClasses: sizeClasses, longFormFrom: longFormFrom, dataFolder: dataFolder,
        keyFile: keyFile,
        keys: ProtectionKeys(p: 0, pseudonymKey: ""), frame: frame, responses: sources, pages: pages, tables: tables,
        minimumGroup: minimumGroup, rejectLimit: rejectLimit, grades: grades, protection: protection,
        dominant: dominant, quotations: quotations,
        coding: coding)
      study.context = tablesFromOutside
      study.imputation = imputation
      study.callList = callList
      return study
    }
  }
}

extension YAMLType where Value == ImputationSettings {
  fileprivate static var imputation: YAMLType {
    .mapping("how missing answers are drawn: draws, seed") { keys in
      let usual = ImputationSettings()
      let draws = keys.optional("draws", .integer(in: 2...100), default: usual.draws)
      let seed = keys.optional("seed", .integer(in: 0...Int(Int32.max)), default: Int(usual.seed))
      return ImputationSettings(draws: draws, seed: UInt64(seed))
    }
  }
}

extension YAMLType where Value == CallListSettings {
  fileprivate static var callList: YAMLType {
    .mapping("how the call list is ordered: score, outlier-suspicion") { keys in
      var settings = CallListSettings()
      settings.score = keys.optional("score", .globalScore, default: settings.score)
      settings.outlierSuspicion = keys.optional(
        "outlier-suspicion", .number(in: 0...1), default: settings.outlierSuspicion)
      return settings
    }
  }
}

extension YAMLType where Value == CallListSettings.GlobalScore {
  fileprivate static var globalScore: YAMLType {
    YAMLType(CallListSettings.GlobalScore.allCases.map(\.rawValue).joined(separator: ", ")) { (text: String) in
      CallListSettings.GlobalScore(rawValue: text)
    }
  }
}

extension YAMLType where Value == CodingSettings {
  fileprivate static var coding: YAMLType {
    .mapping("how titles are coded") { keys in
      CodingSettings(
        threshold: keys.optional("threshold", .number(in: 0...1), default: CodingSettings().threshold))
    }
  }
}

private struct StudyDates: Sendable {
  var base: String
  var asOf: String
  var start: String
  var end: String
}

extension YAMLType where Value == StudyDates {
  fileprivate static var dates: YAMLType {
    YAMLType<StudyDates>.mapping("the dates: base, fieldwork-start, fieldwork-end, as-of") { keys in
      let base = keys.required("base", .date)
      let start = keys.required("fieldwork-start", .date)
      let end = keys.required("fieldwork-end", .date)
      let asOf = keys.required("as-of", .date)
      guard let base, let start, let end, let asOf else { return nil }
      return StudyDates(base: base, asOf: asOf, start: start, end: end)
    }
    .that("fieldwork that begins before it ends, and ends before as-of") { $0.start <= $0.end && $0.end <= $0.asOf }
  }
}

extension YAMLType where Value == String {
  fileprivate static func municipality(among known: [String: Municipality]) -> YAMLType {
    YAMLType<String>.text.that("a municipality's four-digit code, such as 0181") { known[$0] != nil }
  }
}
