import Glibc

/// Numbers as the coverage page prints them: the same bytes wherever it is made.
enum Figures {
  static func percent(_ part: Double, of whole: Double = 1, decimals: Int = 1) -> String {
    guard whole != 0, part.isFinite else { return "–" }
    return plain(100 * part / whole, decimals: decimals)
  }

  static func percent(_ part: Int, of whole: Int) -> String { percent(Double(part), of: Double(whole)) }

  static func plain(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return "–" }
    let scale = pow(10, Double(decimals))
    let rounded = Int((abs(value) * scale).rounded())
    let sign = value < 0 && rounded > 0 ? "−" : ""
    guard decimals > 0 else { return sign + String(rounded) }
    let tail = String(rounded % Int(scale))
    return sign + "\(rounded / Int(scale))." + String(repeating: "0", count: decimals - tail.count) + tail
  }

  static func median(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return .nan }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
