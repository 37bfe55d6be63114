import SurveyModel
import Testing

@testable import CleanStage

@Suite("Low, best and high")
struct LowBestHighTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var low: Quantity
    var best: Quantity
    var high: Quantity
    var merged: Quantity
    var isDisordered = false
    var isAbout = false
    var testDescription: String { "\(low) / \(best) / \(high)" }
  }

  static let blank = Quantity.missing(.blank)
  static func upTo(_ high: Double) -> Quantity { .range(low: 0, best: nil, high: high) }

  @Test(
    "become one quantity",
    arguments: [
      Case(low: .point(35), best: .point(40), high: .point(50), merged: .range(low: 35, best: 40, high: 50)),
      Case(low: .notAsked, best: .point(40), high: .notAsked, merged: .point(40)),
      Case(low: blank, best: .missing(.doNotKnow), high: blank, merged: .missing(.doNotKnow)),
      Case(low: blank, best: .point(40), high: .point(50), merged: .range(low: 40, best: 40, high: 50)),
      Case(low: .point(30), best: .point(40), high: blank, merged: .range(low: 30, best: 40, high: 40)),
      Case(low: .point(40), best: .point(40), high: .point(40), merged: .point(40)),
      Case(low: .point(30), best: blank, high: .point(50), merged: .range(low: 30, best: nil, high: 50)),
      Case(low: .point(30), best: blank, high: blank, merged: .range(low: 30, best: nil, high: nil)),
      Case(low: blank, best: blank, high: .point(50), merged: upTo(50)),
      // A best that is a range is narrowed by the ends.
      Case(low: .point(123), best: upTo(125), high: .point(127), merged: .range(low: 123, best: 124, high: 127)),
      Case(
        low: .point(40), best: .range(low: 35, best: nil, high: 44), high: .missing(.doNotKnow),
        merged: .range(low: 40, best: 42, high: 44)),
      Case(
        low: .point(10), best: .range(low: 12, best: nil, high: nil), high: blank,
        merged: .range(low: 10, best: nil, high: nil)),
      Case(
        low: .point(10), best: .point(12), high: .range(low: 20, best: nil, high: nil),
        merged: .range(low: 10, best: 12, high: nil)),
      // An approximate best gives way to an end near it, and to no other.
      Case(
        low: .point(31), best: .point(30), high: .point(33), merged: .range(low: 31, best: 31, high: 33), isAbout: true),
      Case(low: .point(36), best: .point(30), high: blank, merged: .point(30), isDisordered: true, isAbout: true),
      // The wrong order is not sorted.
      Case(low: .point(45), best: .point(40), high: .point(50), merged: .point(40), isDisordered: true),
      Case(low: .point(30), best: .point(40), high: .point(35), merged: .point(40), isDisordered: true),
      Case(low: .point(50), best: blank, high: .point(30), merged: .missing(.implausible), isDisordered: true),
    ])
  func merged(_ row: Case) {
    let merged = LowBestHigh.merged(low: row.low, best: row.best, high: row.high, bestIsAbout: row.isAbout)
    #expect(merged.quantity == row.merged)
    #expect(merged.isDisordered == row.isDisordered)
  }

  @Test("whatever is written, the result can be written and read", arguments: 0..<200)
  func inOrder(seed: Int) {
    let values: [Quantity] = [
      .missing(.blank), .point(Double(seed % 7)), .range(low: Double(seed % 5), best: nil, high: Double(seed % 5 + 3)),
      .range(low: Double(seed % 6), best: nil, high: nil), .range(low: 0, best: nil, high: Double(seed % 4)),
    ]
    for low in values {
      for best in values {
        for high in values {
          let merged = LowBestHigh.merged(low: low, best: best, high: high, bestIsAbout: seed % 2 == 0).quantity
          guard case .range(let low, let center, let high) = merged else { continue }
          let inOrder = [low, center, high].compactMap(\.self)
          #expect(zip(inOrder, inOrder.dropFirst()).allSatisfy { $0 <= $1 })
        }
      }
    }
  }
}
