import SimulateTool
import Testing

@Suite("Streams of chance")
struct RandomStreamTests {
  /// Worked out apart from this code, with whole numbers of Python cut to 64 bits.
  @Test("the numbers are those of FNV-1a, SplitMix64 and xoshiro256**") func reference() {
    var stream = RandomStream(seed: 7, "0181-0042", "ages")
    let numbers = [stream.next(), stream.next(), stream.next()]
    #expect(numbers == [405_275_434_795_710_428, 2_742_008_867_144_275_936, 5_161_111_254_243_918_859])
  }

  @Test("the same seed, entity and purpose give the same numbers") func same() {
    var a = RandomStream(seed: 7, "0181-0042", "ages")
    var b = RandomStream(seed: 7, "0181-0042", "ages")
    #expect((0..<100).map { _ in a.next() } == (0..<100).map { _ in b.next() })
  }

  @Test(
    "another seed, entity or purpose gives other numbers",
    arguments: [
      RandomStream(seed: 8, "0181-0042", "ages"), RandomStream(seed: 7, "0181-0043", "ages"),
      RandomStream(seed: 7, "0181-0042", "age"), RandomStream(seed: 7, "0181-0042a", "ges"),
    ]) func other(stream: RandomStream)
  {
    var a = RandomStream(seed: 7, "0181-0042", "ages")
    var b = stream
    #expect(a.next() != b.next())
  }

  @Test("whole numbers stay in their range and reach both ends") func whole() {
    var stream = RandomStream(seed: 1, "a", "whole")
    let drawn = Set((0..<1000).map { _ in stream.whole(-2...5) })
    #expect(drawn == Set(-2...5))
  }

  /// Mean n·p, variance n·p·(1−p); four standard errors of the mean of 4,000 draws.
  @Test("counts have a binomial's mean", arguments: [(10, 0.3), (50, 0.9), (51, 0.02), (400, 0.3), (9000, 0.97)])
  func count(n: Int, share: Double) {
    var stream = RandomStream(seed: 3, "\(n)", "count")
    let draws = (0..<4000).map { _ in stream.count(of: n, share: share) }
    #expect(draws.allSatisfy { (0...n).contains($0) })
    let mean = Double(draws.reduce(0, +)) / 4000
    let limit = 4 * (Double(n) * share * (1 - share) / 4000).squareRoot()
    // Cutting the normal approximation at 0 moves the mean of rare counts a little.
    #expect(abs(mean - Double(n) * share) < limit + 0.05)
  }

  @Test("rounding has no lasting bias", arguments: [2.25, -1.5, 0.1, -0.9, 7.0])
  func rounded(value: Double) {
    var stream = RandomStream(seed: 5, "\(value)", "rounded")
    let mean = Double((0..<8000).reduce(0) { sum, _ in sum + stream.rounded(value) }) / 8000
    #expect(abs(mean - value) < 0.03)
  }

  @Test("weights of nothing are never drawn") func weights() {
    var stream = RandomStream(seed: 5, "a", "weights")
    let places = Set((0..<500).map { _ in stream.place(inWeights: [0, 3, 0, 1, 0]) })
    #expect(places == [1, 3])
  }
}
