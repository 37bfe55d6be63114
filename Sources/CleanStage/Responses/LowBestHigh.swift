import SurveyModel

/// Low, best and high as one quantity.
///
/// - The best estimate stays the best; an end that was not given is the best itself. Without a best estimate the two
///   ends are a range, and one alone leaves the other side open.
/// - A best estimate that is a range of its own widens nothing: the outermost ends count.
/// - Numbers in the wrong order are not sorted, since nobody knows which of them was meant: a hard rule of the study
///   takes the wrong end out beforehand. Where a study has no such rule, the ends are left out and the best is kept; two
///   ends that contradict each other without a best are `implausible`.
enum LowBestHigh {
  static func merged(low: Quantity, best: Quantity, high: Quantity) -> (quantity: Quantity, isDisordered: Bool) {
    if low.missingReason != nil, high.missingReason != nil { return (best, false) }
    // `minst 50` as the highest number sets no limit.
    let isOpen = high.missingReason == nil && high.high == nil
    guard let bottom = low.low ?? best.low ?? (best.missingReason == nil ? nil : 0) else { return (best, true) }
    let top = isOpen ? nil : high.high ?? best.high ?? (best.missingReason == nil ? best.best : nil)
    let inOrder = [bottom, best.best, top].compactMap(\.self)
    guard zip(inOrder, inOrder.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      return (best.missingReason == nil ? best : .missing(.implausible), true)
    }
    return (top == bottom ? .point(bottom) : .range(low: bottom, best: best.best, high: top), false)
  }
}
