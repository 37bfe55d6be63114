import ConfidentialRecords

/// Who is asked and who answers.
///
/// A stratified simple random sample; large workplaces are drawn oftener, as the square root of their size, and every
/// one of them where that takes all. Nonresponse depends on size and sector; whether a closed workplace is found out
/// depends on the same.
struct Fieldwork {
  /// Answers to be had on average.
  let answers: Int

  /// How many of each stratum are asked.
  func allocation() -> [Int] {
    let strata = Municipality.strata
    func asked(_ scale: Double) -> [Double] {
      strata.map { stratum in
        let middle = Double(stratum.employees.lowerBound) * 1.5
        return min(Double(stratum.units), scale * Double(stratum.units) * middle.squareRoot())
      }
    }
    var (low, high) = (0.0, 10.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      let expected = zip(asked(middle), strata).reduce(0) { $0 + $1.0 * $1.1.answering }
      if expected < Double(answers) { low = middle } else { high = middle }
    }
    return asked(high).map { Int($0.rounded()) }
  }

  /// Every workplace with the way its approach ended; nil for those that were not drawn.
  func approach(_ municipality: Municipality, _ chance: inout Chance) -> [Disposition?] {
    var ends = [Disposition?](repeating: nil, count: municipality.units.count)
    let asked = allocation()
    for (number, stratum) in Municipality.strata.enumerated() {
      let members = municipality.units.indices.filter { municipality.units[$0].stratum == number }
      for place in chance.sample(asked[number], of: members.count) {
        let unit = members[place]
        let reached = chance.happens(stratum.answering)
        ends[unit] = !reached ? .noContact : municipality.units[unit].isClosed ? .ineligible : .completed
      }
    }
    return ends
  }

  /// Every workplace, all of them reached: what is estimated then is the truth.
  static func census(_ municipality: Municipality) -> [Disposition?] {
    municipality.units.map { $0.isClosed ? .ineligible : .completed }
  }
}
