import Diagnostics
import SurveyModel

/// Reads a share, in per cent: `30`, `ca 30 %`, `hälften`, `två tredjedelar`, `1/3`, `3 av 10`, `under 5 procent`.
///
/// `0,3` can be three tenths of a per cent or three tenths of all: it is refused unless it says `%`. So is a share above
/// 100 %.
enum ShareAnswer {
  static func read(_ written: WrittenText) throws(AnswerProblem) -> QuantityReading {
    guard let reading = try Measure.share.read(written) else { throw .notAShare(got: TextShape(written.text)) }
    let ends = [reading.quantity.low, reading.quantity.high].compactMap(\.self)
    guard ends.allSatisfy({ $0 <= 100 }) else { throw .shareAboveAll }
    if !reading.units.contains(.percent), ends.contains(where: { $0 > 0 && $0 < 1 }) { throw .ambiguousShare }
    return reading
  }
}
