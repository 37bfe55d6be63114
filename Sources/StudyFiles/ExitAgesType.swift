import Diagnostics
import SurveyModel

extension YAMLType where Value == ExitAges {
  /// `{retired-by: {57: 0.01, 58: 0.02, …, 75: 1}, youngest: 20, low-later: 2, high-earlier: 1}`
  static var exitAges: YAMLType {
    .mapping("ages of exit: retired-by, youngest, low-later, high-earlier") { keys in
      let retiredBy = keys.required("retired-by", .retiredBy)
      let youngest = keys.optional("youngest", .integer(in: 15...49), default: 20)
      let later = keys.optional("low-later", .integer(in: 0...10), default: 2)
      let earlier = keys.optional("high-earlier", .integer(in: 0...10), default: 1)
      guard let retiredBy else { return nil }
      return ExitAges(
        firstAge: retiredBy.first, retiredBy: retiredBy.shares, youngest: youngest, lowLater: later,
        highEarlier: earlier)
    }
  }
}

private struct RetiredBy: Sendable {
  var first: Int
  var shares: [Double]
}

extension YAMLType where Value == RetiredBy {
  /// A share for every single year of age, rising to 1.
  fileprivate static var retiredBy: YAMLType {
    let pairs = YAMLType<[(key: String, value: Double)]>.dictionary(of: .number(in: 0...1))
    let expected = "a share for each single year of age between 50 and 80, rising to 1"
    return YAMLType(expected) { node, faults in
      guard let pairs = pairs.read(node, faults) else { return nil }
      let ages = pairs.compactMap { Int($0.key) }
      let shares = pairs.map(\.value)
      guard ages.count == pairs.count, let first = ages.first, let last = ages.last, first >= 50, last <= 80,
        ages == Array(first...max(first, last)), shares.last == 1,
        zip(shares, shares.dropFirst()).allSatisfy({ $0 <= $1 })
      else {
        faults.add("\(node.label) is no distribution of ages", at: node.location, expected: expected)
        return nil
      }
      return RetiredBy(first: first, shares: shares)
    }
  }
}
