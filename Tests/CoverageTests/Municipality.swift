import ConfidentialRecords
import Glibc

/// A made-up municipality: every workplace on the frame, and what each would answer if it answered exactly.
///
/// Small and skewed: some nine hundred workplaces, two thirds of them with fewer than ten employees, and four of two
/// hundred or more that hold a tenth to a fifth of the staff. A new one is drawn for each study.
struct Municipality {
  struct Unit {
    var establishment: String
    var stratum: Int
    /// Closed since the frame was made.
    var isClosed: Bool
    var answers: EmployerRecord
  }

  /// Workplaces on the frame of one sector and size class, and the chance that one of them answers when asked.
  struct Stratum {
    var sector: Sector
    var sizeClass: String
    var employees: ClosedRange<Int>
    var units: Int
    var answering: Double

    var name: String { "\(Municipality.code)-\(sector.rawValue)-\(sizeClass)" }
  }

  static let code = "0181"

  /// Larger ones answer oftener, and those of the public sector oftener than the private.
  static let strata: [Stratum] = [
    (Sector.private, [620, 90, 60, 24, 3], 0.0), (.municipal, [20, 30, 45, 12, 1], 0.15),
    (.regional, [0, 4, 6, 3, 0], 0.1),
    (.state, [4, 5, 4, 2, 0], 0.15),
  ].flatMap { sector, counts, more in
    zip(sizes, counts).compactMap { size, units in
      units == 0
        ? nil
        : Stratum(
          sector: sector, sizeClass: size.code, employees: size.employees, units: units,
          answering: size.answering + more)
    }
  }

  private static let sizes: [(code: String, employees: ClosedRange<Int>, answering: Double)] = [
    ("1-9", 1...9, 0.42), ("10-19", 10...19, 0.5), ("20-49", 20...49, 0.58), ("50-199", 50...199, 0.66),
    ("200+", 200...900, 0.74),
  ]

  var units: [Unit] = []

  init(answers: ExactAnswers, chance: inout Chance) {
    for (number, stratum) in Self.strata.enumerated() {
      for _ in 0..<stratum.units {
        let establishment = "W\(10_000 + units.count)"
        let isClosed = stratum.sizeClass == "1-9" && chance.happens(0.04)
        let record = answers.record(establishment, in: stratum, employees: Self.size(stratum, &chance), &chance)
        units.append(Unit(establishment: establishment, stratum: number, isClosed: isClosed, answers: record))
      }
    }
  }

  /// Many small ones and few large ones within each class too.
  private static func size(_ stratum: Stratum, _ chance: inout Chance) -> Int {
    let (low, high) = (Double(stratum.employees.lowerBound), Double(stratum.employees.upperBound) + 1)
    return min(stratum.employees.upperBound, Int(low * pow(high / low, pow(chance.unit(), 1.3))))
  }
}
