import Diagnostics

/// What there is to say of a page that is no questionnaire, and of its description. No text of the page stands in it.
enum PageProblem: Error, Hashable {
  case numberTwice(at: SourceLocation)
  case noEntries(inventory: String, at: SourceLocation)
  case selector(String, description: String, expected: String)

  var problem: Problem {
    switch self {
    case .numberTwice(let place):
      Problem(.note, at: place, "a heading with a number that an earlier one has: both are kept")
    case .noEntries(let inventory, let place):
      Problem(
        .warning, at: place, "no entry of the inventory \(inventory) on the page",
        hint: "look at entries and labels of its page description, or name under none how a page says so")
    case .selector(let selector, let description, let expected):
      Problem(
        .error, at: SourceLocation(path: "pages/\(description).yaml"), "\(selector) is no selector", expected: expected)
    }
  }
}
