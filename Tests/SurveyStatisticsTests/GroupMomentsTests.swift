import SurveyStatistics
import Testing

@Suite("Group moments")
struct GroupMomentsTests {
  private func moments(_ pairs: [(Double, Double)]) -> GroupMoments {
    var result = GroupMoments()
    for (y, x) in pairs { result.add(y: y, x: x) }
    return result
  }

  /// By hand: y 4, 0, 5 has sum 9, mean 3, squares 1 + 9 + 4 = 14; x 1, 2, 6 has mean 3, squares 4 + 1 + 9 = 14;
  /// products 1·(−2) + (−3)(−1) + 2·3 = 7.
  @Test("agree with sums worked by hand") func workedByHand() {
    let all = moments([(4, 1), (0, 2), (5, 6)])
    #expect(all.count == 3 && all.contributors == 2)
    #expect(all.sumY == 9 && all.sumX == 9)
    #expect(abs(all.centredYY - 14) < 1e-14 && abs(all.centredXX - 14) < 1e-14 && abs(all.centredXY - 7) < 1e-14)
  }

  @Test("merged at any point equal the streamed ones", arguments: 0...6) func merging(split: Int) {
    let pairs = [(4.0, 1.0), (0, 2), (5, 6), (11, 3), (2, 2), (7, 0)]
    var left = moments(Array(pairs[..<split]))
    left.merge(moments(Array(pairs[split...])))
    let all = moments(pairs)
    #expect(left.count == all.count && left.contributors == all.contributors && left.sumY == all.sumY)
    #expect(abs(left.centredYY - all.centredYY) < 1e-13 * all.centredYY)
    #expect(abs(left.centredXY - all.centredXY) < 1e-13 * all.centredXY.magnitude)
  }

  @Test("with zeros equal those of zeros streamed", arguments: [0, 1, 3]) func zeros(answers: Int) {
    let pairs = Array([(4.0, 1.0), (0, 2), (5, 6)][..<answers])
    let streamed = moments(pairs + Array(repeating: (0, 0), count: 4))
    let filled = moments(pairs).withZeros(upTo: answers + 4)
    #expect(filled.count == streamed.count)
    #expect(abs(filled.centredYY - streamed.centredYY) < 1e-13 * max(1, streamed.centredYY))
    #expect(abs(filled.centredXY - streamed.centredXY) < 1e-13 * max(1, streamed.centredXY))
  }

  /// A large mean beside a spread of 1: 10¹² + {0, 1, 2} has squares 2. Raw sums of squares would say 0 or millions.
  @Test("keep a small spread beside a large mean") func largeMean() {
    let all = moments([(1e12, 1), (1e12 + 1, 1), (1e12 + 2, 1)])
    #expect(abs(all.centredYY - 2) < 1e-9)
  }
}
