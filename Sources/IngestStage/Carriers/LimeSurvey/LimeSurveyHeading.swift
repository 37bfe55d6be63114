import Diagnostics

/// What LimeSurvey stores of a response besides its answers.
enum LimeSurveyMetadata: String, CaseIterable, Sendable {
  case id, token, submitdate, lastpage, startlanguage, seed, startdate, datestamp, ipaddr, refurl
}

/// The columns of one file of responses, by the names of the elements that hold them.
struct LimeSurveyHeading: Sendable {
  enum Cell: Hashable, Sendable {
    case answer(Int)
    case metadata(LimeSurveyMetadata)
  }

  let cells: [String: Cell]
  let hasSubmitDate: Bool

  /// From this version of its tables on LimeSurvey numbers the columns by question and part.
  private static let partNumbers = 700

  /// - Throws: when the columns are those of another survey, or stand there twice.
  init(
    _ head: LimeSurveyHead, of structure: LimeSurveyStructure, _ places: LimeSurveyPlaces, at place: SourceLocation
  ) throws(LimeSurveyFault) {
    guard head.type == "Responses" else { throw .notResponses(at: place) }
    let written = Set(head.columns)
    guard written.count == head.columns.count else {
      var seen: Set<String> = []
      throw .columnTwice(head.columns.first { !seen.insert($0).inserted } ?? "", at: place)
    }
    if let other = head.columns.compactMap(\.surveyNumber).first(where: { $0 != structure.id }) {
      throw .otherSurvey(structure: structure.id, responses: other, at: place)
    }
    // The names that most of the columns have; where question numbers and codes look alike, the version decides.
    var names: [KeyPath<LimeSurveyColumn.Names, String> & Sendable] = [\.numbers, \.codes, \.parts]
    if head.version >= Self.partNumbers { names.swapAt(1, 2) }
    let known = names.map { name in places.columns.count { written.contains($0.names[keyPath: name]) } }
    guard let most = known.max(), most > 0, let name = known.firstIndex(of: most).map({ names[$0] }) else {
      throw .noColumns(structure: structure.id, at: place)
    }
    var cells: [String: Cell] = [:]
    for column in LimeSurveyMetadata.allCases { cells[column.rawValue] = .metadata(column) }
    for (index, column) in places.columns.enumerated() {
      let name = column.names[keyPath: name]
      if written.contains(name) { cells[name.elementName] = .answer(index) }
    }
    self.cells = cells
    hasSubmitDate = written.contains(LimeSurveyMetadata.submitdate.rawValue)
  }
}

extension String {
  /// What LimeSurvey makes of a column's name where it must be the name of an element.
  fileprivate var elementName: String {
    let name = replacing("#", with: "-")
    return name.utf8.first.map { (0x30...0x39).contains($0) } == true ? "_" + name : name
  }

  /// The survey of a column such as `841748X3X3SQ009`.
  fileprivate var surveyNumber: String? {
    let parts = split(separator: "X", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3,
      parts[..<2].allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      parts[2].utf8.first.map({ (0x30...0x39).contains($0) }) == true
    else { return nil }
    return String(parts[0])
  }
}
