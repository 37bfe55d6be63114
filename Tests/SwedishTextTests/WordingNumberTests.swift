import Foundation
import SwedishText
import Testing

@Suite("Numbers in Swedish and English")
struct WordingNumberTests {
  static let cases: [(value: Double, decimals: Int, sv: String, en: String)] = [
    (0, 0, "0", "0"),
    (-0.0, 1, "0,0", "0.0"),
    (7, 0, "7", "7"),
    (999, 0, "999", "999"),
    (1234.567, 1, "1\u{A0}234,6", "1,234.6"),
    (-1234.567, 2, "\u{2212}1\u{A0}234,57", "\u{2212}1,234.57"),
    (1_234_567, 0, "1\u{A0}234\u{A0}567", "1,234,567"),
    (1_234_567, 1, "1\u{A0}234\u{A0}567,0", "1,234,567.0"),
    (0.5, 0, "1", "1"),
    (-0.5, 0, "\u{2212}1", "\u{2212}1"),
    (-0.49, 0, "0", "0"),
    (2.675, 2, "2,68", "2.68"),
    (1.005, 2, "1,01", "1.01"),
    (0.05, 1, "0,1", "0.1"),
    (0.049, 1, "0,0", "0.0"),
    (0.06, 0, "0", "0"),
    (0.004, 1, "0,0", "0.0"),
    (9.99, 1, "10,0", "10.0"),
    (99.5, 0, "100", "100"),
    (999_999.95, 1, "1\u{A0}000\u{A0}000,0", "1,000,000.0"),
    (1e-9, 3, "0,000", "0.000"),
    (6e-4, 3, "0,001", "0.001"),
    (1e17, 0, "100\u{A0}000\u{A0}000\u{A0}000\u{A0}000\u{A0}000", "100,000,000,000,000,000"),
    (1.5e16, 1, "15\u{A0}000\u{A0}000\u{A0}000\u{A0}000\u{A0}000,0", "15,000,000,000,000,000.0"),
    (.nan, 0, "..", ".."),
    (-.infinity, 1, "..", ".."),
  ]

  @Test("are written as the language writes them, rounded half away from zero", arguments: 0..<cases.count)
  func written(number: Int) {
    let (value, decimals, sv, en) = Self.cases[number]
    #expect(Wording.swedish.number(value, decimals: decimals) == sv)
    #expect(Wording.english.number(value, decimals: decimals) == en)
  }

  @Test("whole numbers read as the same numbers with decimals do", arguments: [0, 5, -5, 1000, -123_456, Int.min])
  func integers(value: Int) {
    for wording in Wording.allCases where value != Int.min {
      #expect(wording.number(value) == wording.number(Double(value)))
    }
    #expect(Wording.english.number(Int.min) == "\u{2212}9,223,372,036,854,775,808")
  }

  @Test("agree with ICU's", arguments: 0..<3) func agreesWithICU(seed: UInt64) {
    for (wording, locale) in [(Wording.swedish, "sv_SE"), (.english, "en_GB")] {
      var chance = seed &+ 17
      for decimals in [0, 1, 2, 4] {
        let style = FloatingPointFormatStyle<Double>(locale: Locale(identifier: locale))
          .precision(.fractionLength(decimals)).rounded(rule: .toNearestOrAwayFromZero)
        for _ in 0..<200 {
          chance = chance &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          let value = (Double(chance >> 20) / 1e6).rounded() / 1000 * (chance & 1 == 0 ? 1 : -1)
          let theirs = style.format(value).replacing("-", with: "\u{2212}")
          let ours = wording.number(value, decimals: decimals)
          let isZero = !ours.contains { ("1"..."9").contains($0) }
          #expect(ours == (isZero ? theirs.replacing("\u{2212}", with: "") : theirs), "\(value) \(decimals)")
        }
      }
    }
  }

  @Test("a share is written as per cent") func percent() {
    #expect(Wording.swedish.percent(0.125, decimals: 1) == "12,5\u{A0}%")
    #expect(Wording.english.percent(0.125, decimals: 1) == "12.5%")
    #expect(Wording.swedish.percent(0.285) == "29\u{A0}%")
    #expect(Wording.swedish.percent(1) == "100\u{A0}%")
    #expect(Wording.swedish.percent(0.004) == "0\u{A0}%")
    #expect(Wording.swedish.percent(-0.031, decimals: 1) == "\u{2212}3,1\u{A0}%")
    #expect(Wording.english.percent(12.345) == "1,235%")
    #expect(Wording.english.percent(.nan) == "..")
  }

  @Test("a range has a dash, and a word beside a minus") func ranges() {
    #expect(Wording.swedish.range(1200, 1500) == "1\u{A0}200–1\u{A0}500")
    #expect(Wording.swedish.range(-5, 10) == "\u{2212}5 till 10")
    #expect(Wording.english.range(-5, -2) == "\u{2212}5 to \u{2212}2")
    #expect(Wording.english.range(4.1, 4.2) == "4")
  }
}
