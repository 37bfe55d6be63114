import Diagnostics
import SurveyModel

/// Reads an answer that says how many: `20`, `ca 20`, `10–15 st`, `minst 5`, `tjugo`, `3 (varav 1 vik)`.
///
/// - `ca 20` is 20, and known to be approximate; a range stays a range and its ends may stand in either order; `minst 5`
///   and `högst 8` leave one side open (counts begin at 0); `fler än 10` is at least 11 and `under 5` at most 4, because
///   persons are whole.
/// - A fraction is kept. `10+5` is 15. `ingen` is 0; a dash alone says nothing (`MissingCodes`).
/// - The unit that the answer says itself comes with it: `2,5 tjänster` are full-time equivalents, since nobody holds
///   half a post; `3 tjänster` are three heads.
/// - What is not understood to its last word is refused: an answer is never read as less than it says.
/// - The readings that are promised stand in `Tests/CleanStageTests/Answers/quantity-answers.tsv`.
enum QuantityAnswer {
  /// A hundred times Sweden's largest employer.
  static let limit = 10_000_000

  static func read(
    _ written: WrittenText
  ) throws(AnswerProblem) -> (quantity: Quantity, isAbout: Bool, unit: StaffUnit?) {
    if let number = plainNumber(written.text) {
      guard number <= limit else { throw .tooLarge(limit: limit) }
      return (.point(Double(number)), false, nil)
    }
    guard let reading = try Measure.count.read(written) else { throw .notACount(got: TextShape(written.text)) }
    let ends = [reading.quantity.low, reading.quantity.high].compactMap(\.self)
    guard ends.allSatisfy({ $0 <= Double(limit) }) else { throw .tooLarge(limit: limit) }
    return (reading.quantity, reading.isAbout, try unit(of: reading, written))
  }

  /// Digits alone, as nearly all answers are.
  private static func plainNumber(_ text: String) -> Int? {
    let digits = text.utf8
    guard (1...9).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func unit(of reading: QuantityReading, _ written: WrittenText) throws(AnswerProblem) -> StaffUnit? {
    var units: Set<StaffUnit> = []
    for unit in reading.units {
      switch unit {
      case .heads: units.insert(.persons)
      case .posts:
        let isWhole = [reading.quantity.low, reading.quantity.high].allSatisfy { $0?.isWhole ?? true }
        units.insert(isWhole && !reading.units.contains(.fullTimeEquivalents) ? .persons : .fullTimeEquivalents)
      case .fullTimeEquivalents: units.insert(.fullTimeEquivalents)
      case .hours: units.insert(.hours)
      case .percent, .currency: throw .notACount(got: TextShape(written.text))
      }
    }
    // `2,5 anställda heltid`: the persons are those of the posts.
    if units == [.persons, .fullTimeEquivalents] { return .fullTimeEquivalents }
    guard units.count <= 1 else { throw .notACount(got: TextShape(written.text)) }
    return units.first
  }
}
