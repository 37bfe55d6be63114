/// Numbers and blocks as the trace prints them.
enum TraceText {
  /// At most four significant decimals, no trailing zeros: enough to follow a criterion by.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return value > 0 ? "no limit" : "none" }
    if value.rounded() == value, abs(value) < 1e15 { return "\(Int(value))" }
    let scale = abs(value) >= 100 ? 10.0 : abs(value) >= 1 ? 100 : 10_000
    let scaled = (value * scale).rounded() / scale
    if scaled.rounded() == scaled { return "\(Int(scaled))" }
    // Powers of ten and nothing below the last decimal kept: the shortest form is the rounded one.
    return "\(scaled)"
  }

  static func share(_ value: Double) -> String { number((value * 1000).rounded() / 10) + " %" }

  /// A name, and its lines under each other beside it.
  static func block(_ name: String, _ lines: [String]) -> String {
    guard let first = lines.first else { return "" }
    let indent = String(repeating: " ", count: 12)
    let head = name + String(repeating: " ", count: max(1, 12 - name.count)) + first
    return ([head] + lines.dropFirst().map { indent + $0 }).joined(separator: "\n") + "\n"
  }
}
