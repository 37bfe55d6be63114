/// Everything a study's folder says, as values. A third study is added without touching this file.
package struct Study: Sendable {
  package var id: String
  package var title: LocalizedText
  /// Who asked for the study.
  package var client: LocalizedText
  /// Made-up data: said on every page, and the only kind of study whose key file may lie in the repository.
  package var isSynthetic: Bool
  /// The municipalities the report is about, in print order.
  package var municipalities: [String]
  /// ISO dates.
  package var baseDate: String
  package var asOf: String
  package var fieldworkStart: String
  package var fieldworkEnd: String
  package var horizons: [Horizon]
  package var sizeClasses: [SizeClass]
  /// Least employees on the frame of the units that are sent the long form: what occupation and cause tables speak of.
  package var longFormFrom: Int

  /// Paths relative to the working folder.
  package var dataFolder: String
  package var keyFile: String
  package var keys: ProtectionKeys

  package var frame: FrameSource
  package var responses: [ResponseSource]
  package var pages: [PageSource]
  /// Tables from outside the survey, pinned in the data folder.
  package var context: [ContextSource] = []
  package var pageDescriptions: [PageDescription]
  package var questionnaires: [Questionnaire]
  package var rules: [EditRule]
  /// How sure an answer is against others when one of them must be wrong (F42); 1 where nothing is said.
  package var reliability: [Concept: Double] = [:]
  package var outlierRules: [OutlierRule] = []
  package var assumptions: Assumptions
  package var tables: [TableSpec]

  /// Least answers in a response group before groups are joined (F1).
  package var minimumGroup: Int
  /// Share of responses that may be rejected before the stage stops, 0 to 1.
  package var rejectLimit: Double
  package var imputation = ImputationSettings()
  package var grades: GradeLimits
  package var protection: ProtectionSettings
  package var dominant: [DominantEmployer]
  /// Response keys whose comment may be quoted, given that the respondent permits it.
  package var quotations: [String]
  package var coding: CodingSettings
  package var callList = CallListSettings()
  package var classifications: Classifications

  package init(
    id: String, title: LocalizedText, client: LocalizedText, isSynthetic: Bool, municipalities: [String],
    baseDate: String, asOf: String, fieldworkStart: String, fieldworkEnd: String, horizons: [Horizon],
    sizeClasses: [SizeClass], longFormFrom: Int = 10, dataFolder: String, keyFile: String, keys: ProtectionKeys,
    frame: FrameSource,
    responses: [ResponseSource], pages: [PageSource] = [], pageDescriptions: [PageDescription] = [],
    questionnaires: [Questionnaire] = [], rules: [EditRule] = [], assumptions: Assumptions = Assumptions(),
    tables: [TableSpec] = [], minimumGroup: Int = 3, rejectLimit: Double = 0.2, grades: GradeLimits = GradeLimits(),
    protection: ProtectionSettings = ProtectionSettings(), dominant: [DominantEmployer] = [],
    quotations: [String] = [], coding: CodingSettings = CodingSettings(),
    classifications: Classifications = Classifications()
  ) {
    self.id = id
    self.title = title
    self.client = client
    self.isSynthetic = isSynthetic
    self.municipalities = municipalities
    self.baseDate = baseDate
    self.asOf = asOf
    self.fieldworkStart = fieldworkStart
    self.fieldworkEnd = fieldworkEnd
    self.horizons = horizons
    self.sizeClasses = sizeClasses
    self.longFormFrom = longFormFrom
    self.dataFolder = dataFolder
    self.keyFile = keyFile
    self.keys = keys
    self.frame = frame
    self.responses = responses
    self.pages = pages
    self.pageDescriptions = pageDescriptions
    self.questionnaires = questionnaires
    self.rules = rules
    self.assumptions = assumptions
    self.tables = tables
    self.minimumGroup = minimumGroup
    self.rejectLimit = rejectLimit
    self.grades = grades
    self.protection = protection
    self.dominant = dominant
    self.quotations = quotations
    self.coding = coding
    self.classifications = classifications
  }

  /// The size class of a workplace with that many employees; nil when the study's classes leave it out.
  package func sizeClass(of employees: Int) -> SizeClass? { sizeClasses.first { $0.contains(employees) } }

  /// The code list of the question that measures a concept; nil when none does, or it has no list.
  package func codeList(measuring concept: Concept) -> CodeList? {
    for questionnaire in questionnaires {
      for question in questionnaire.questions where question.measures?.concept == concept {
        if let list = questionnaire.codeLists.first(where: { $0.id == question.codeList }) { return list }
      }
    }
    return nil
  }

  /// The descriptions by which pages of the study are read as inventories, in the order of their sources (ING-12).
  package var inventories: [PageDescription] {
    var known: Set<String> = []
    return pages.compactMap { source in
      pageDescriptions.first { $0.id == source.description && $0.inventory != nil }
    }.filter { known.insert($0.id).inserted }
  }

  /// The same study on another day.
  package func asOf(_ day: String) -> Study {
    var study = self
    study.asOf = day
    return study
  }

  package func isDominant(_ enterprise: String) -> Bool { dominant.contains { $0.enterprise == enterprise } }
}

/// The sampling frame and the sample drawn from it, as files of the data folder.
package struct FrameSource: Hashable, Sendable {
  package var framePath: String
  package var samplePath: String
  /// When the register was read, such as `2025-11`.
  package var vintage: String

  package init(framePath: String, samplePath: String, vintage: String) {
    self.framePath = framePath
    self.samplePath = samplePath
    self.vintage = vintage
  }
}
