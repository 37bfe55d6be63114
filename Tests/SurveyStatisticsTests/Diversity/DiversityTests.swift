import Foundation
import SurveyStatistics
import TestSupport
import Testing

@Suite("Diversity and concentration")
struct DiversityTests {
  /// `diversity.R` beside this file made the counts and the expected values.
  @Test("entropy, evenness and concentration are R's at 1e-12")
  func equalsR() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("diversity-expected.csv")
    let expected = try CSVTable(file)
    #expect(expected.count == 7)
    for (row, texts) in try expected.texts("counts").enumerated() {
      let counts = try texts.split(separator: " ").map { try #require(Double($0)) }
      let observations = Int(counts.reduce(0, +).rounded())
      let got = try #require(Diversity(amounts: counts, observations: observations))
      #expect(isClose(got.entropy, try expected.numbers("entropy")[row], relative: 1e-12))
      #expect(isClose(got.correctedEntropy, try expected.numbers("corrected")[row], relative: 1e-12))
      let evenness = try expected.optionalNumbers("evenness")[row]
      #expect((got.evenness == nil) == (evenness == nil))
      if let evenness { #expect(isClose(got.evenness ?? .nan, evenness, relative: 1e-12)) }
      let employers = try #require(EmployerConcentration(staff: counts))
      #expect(isClose(employers.index, try expected.numbers("concentration")[row], relative: 1e-12))
      #expect(isClose(employers.effectiveEmployers, try expected.numbers("effective")[row], relative: 1e-12))
    }
  }

  /// All samples of twelve from shares 0.5, 0.3, 0.2, weighted by how likely each is.
  @Test("Miller and Madow's term takes away most of what H from a sample lacks")
  func bias() throws {
    let shares = [0.5, 0.3, 0.2]
    let truth = -shares.map { $0 * log($0) }.reduce(0, +)
    let size = 12
    var (plain, corrected, total) = (0.0, 0.0, 0.0)
    for a in 0...size {
      for b in 0...(size - a) {
        let counts = [a, b, size - a - b]
        let ways = lgamma(Double(size + 1)) - counts.map { lgamma(Double($0 + 1)) }.reduce(0, +)
        let chance = exp(ways + zip(counts, shares).map { Double($0) * log($1) }.reduce(0, +))
        let got = try #require(Diversity(amounts: counts.map(Double.init), observations: size))
        plain += chance * got.entropy
        corrected += chance * got.correctedEntropy
        total += chance
      }
    }
    #expect(isClose(total, 1, relative: 1e-12))
    #expect(plain < truth && (corrected - truth).magnitude < 0.25 * (plain - truth).magnitude)
  }

  @Test("nothing, one, none")
  func edges() throws {
    #expect(Diversity(amounts: [], observations: 5) == nil)
    #expect(Diversity(amounts: [0, 0], observations: 5) == nil)
    #expect(Diversity(amounts: [3, 1], observations: 0) == nil)
    #expect(Diversity(amounts: [3, -1], observations: 4) == nil)
    #expect(Diversity(amounts: [3, .nan], observations: 4) == nil)
    #expect(Diversity(amounts: [3, .infinity], observations: 4) == nil)
    let one = try #require(Diversity(amounts: [0, 4], observations: 4))
    #expect(one.kinds == 1 && one.entropy == 0 && one.entropy.sign == .plus && one.evenness == nil)
    #expect(one.correctedEntropy == 0 && one.effectiveKinds == 1)
    let even = try #require(Diversity(amounts: Array(repeating: 1e308, count: 7), observations: 7))
    #expect(isClose(even.entropy, log(7.0), relative: 1e-12) && isClose(even.evenness ?? 0, 1))
  }

  @Test("concentration: nobody, one employer, answers that stand for others")
  func employers() throws {
    #expect(EmployerConcentration(staff: []) == nil && EmployerConcentration(staff: [0]) == nil)
    #expect(EmployerConcentration(staff: [4, -1]) == nil && EmployerConcentration(staff: [.nan]) == nil)
    #expect(EmployerConcentration(staff: [4, 1], weights: [1]) == nil)
    #expect(EmployerConcentration(staff: [4, 1], weights: [1, -1]) == nil)
    #expect(EmployerConcentration(staff: [4, 1], weights: [0, 0]) == nil)
    let one = try #require(EmployerConcentration(staff: [0, 12]))
    #expect(one.index == 1 && one.effectiveEmployers == 1 && one.band == .high)
    let weighted = try #require(EmployerConcentration(staff: [40, 5, 2], weights: [1, 3, 4]))
    let written = try #require(EmployerConcentration(staff: [40, 5, 5, 5, 2, 2, 2, 2]))
    #expect(isClose(weighted.index, written.index, relative: 1e-12))
  }

  @Test("the bands' lines belong to the middle one")
  func bands() throws {
    let band = { (staff: [Double]) in EmployerConcentration(staff: staff)?.band }
    #expect(band(Array(repeating: 7, count: 11)) == .low)
    #expect(band(Array(repeating: 7, count: 10)) == .moderate)
    #expect(band(Array(repeating: 0.1, count: 10)) == .moderate)
    #expect(band(Array(repeating: 3, count: 6)) == .moderate)
    #expect(band([3, 2, 1, 1, 1, 1, 1]) == .moderate)
    #expect(band(Array(repeating: 3, count: 5)) == .high)
  }
}
