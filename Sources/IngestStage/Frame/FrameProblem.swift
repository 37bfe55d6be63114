import Diagnostics
import SurveyModel

/// What can be wrong with a row of the frame or the sample.
enum FrameProblem: Error, Hashable {
  case emptyTable(at: SourceLocation)
  case emptyKey(column: String, at: SourceLocation)
  case unknownMunicipality(at: SourceLocation)
  case unknownSector(at: SourceLocation)
  case unknownDivision(at: SourceLocation)
  case badEmployees(classes: [String], at: SourceLocation)
  case establishmentTwice(first: Int?, at: SourceLocation)
  case unknownDisposition(at: SourceLocation)
  case notInFrame(column: String, at: SourceLocation)
  case joinedToItself(at: SourceLocation)

  var problem: Problem {
    switch self {
    case .emptyTable(let place):
      Problem(.error, at: place, "the frame has no units", expected: "one row per establishment")
    case .emptyKey(let column, let place):
      Problem(.error, at: place, "\(column) is empty", expected: "the unit's key in the register")
    case .unknownMunicipality(let place):
      Problem(
        .error, at: place, "municipality is not a municipality", expected: "a code of four digits, such as 0181",
        hint: "a spreadsheet may have dropped the leading zero")
    case .unknownSector(let place):
      Problem(
        .error, at: place, "sector is not a sector",
        expected: "one of " + Sector.allCases.map(\.rawValue).joined(separator: ", "))
    case .unknownDivision(let place):
      Problem(
        .error, at: place, "sni is not a division of SNI 2007", expected: "two digits, such as 85",
        hint: "a spreadsheet may have dropped the leading zero")
    case .badEmployees(let classes, let place):
      Problem(
        .error, at: place, "employees fits no size class",
        expected: "a whole number in one of \(classes.joined(separator: ", "))",
        hint: "the size classes stand in study.yaml")
    case .establishmentTwice(let first, let place):
      Problem(
        .error, at: place, "the same establishment twice", got: first.map { "it stands on line \($0) too" },
        hint: "keep one of the rows")
    case .unknownDisposition(let place):
      Problem(
        .error, at: place, "disposition is none",
        expected: "one of " + Disposition.allCases.map(\.rawValue).joined(separator: ", "))
    case .notInFrame(let column, let place):
      Problem(
        .error, at: place, "\(column) is not in the frame", expected: "an establishment of the frame",
        hint: "the sample is drawn from the frame: both must be of one vintage")
    case .joinedToItself(let place):
      Problem(
        .error, at: place, "joined_to is the unit itself", hint: "leave it empty: it is for answers given elsewhere")
    }
  }
}
