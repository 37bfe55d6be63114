/// The types of question that LimeSurvey has, by the letter that stands in its files.
enum LimeSurveyKind: String, CaseIterable, Sendable {
  case list = "L"
  case dropDown = "!"
  case listWithComment = "O"
  case multipleChoice = "M"
  case multipleChoiceWithComments = "P"
  case number = "N"
  case numbers = "K"
  case shortText = "S"
  case longText = "T"
  case hugeText = "U"
  case shortTexts = "Q"
  case date = "D"
  case yesNo = "Y"
  case gender = "G"
  case fivePoints = "5"
  case arrayOfFivePoints = "A"
  case arrayOfTenPoints = "B"
  case arrayOfYesUncertainNo = "C"
  case arrayOfIncreaseSameDecrease = "E"
  case array = "F"
  case arrayByColumn = "H"
  case dualArray = "1"
  case arrayOfNumbers = ":"
  case arrayOfTexts = ";"
  case ranking = "R"
  case textDisplay = "X"
  case equation = "*"
  case language = "I"
  case upload = "|"

  /// How its answers stand in columns.
  enum Layout { case single, choices, rows, cells, scales, ranks, none }

  var layout: Layout {
    switch self {
    case .list, .dropDown, .listWithComment, .number, .shortText, .longText, .hugeText, .date, .yesNo, .gender,
      .fivePoints, .equation, .language:
      .single
    case .multipleChoice, .multipleChoiceWithComments: .choices
    case .numbers, .shortTexts, .arrayOfFivePoints, .arrayOfTenPoints, .arrayOfYesUncertainNo,
      .arrayOfIncreaseSameDecrease, .array, .arrayByColumn:
      .rows
    case .arrayOfNumbers, .arrayOfTexts: .cells
    case .dualArray: .scales
    case .ranking: .ranks
    case .textDisplay, .upload: .none
    }
  }

  /// Its columns hold numbers with a decimal point, whatever the respondent typed.
  var isNumeric: Bool { self == .number || self == .numbers || self == .arrayOfNumbers }

  /// An answer left empty is no element, as if it had not been shown: the columns are numbers or dates.
  var hidesBlanks: Bool { self == .number || self == .numbers || self == .date }
}
