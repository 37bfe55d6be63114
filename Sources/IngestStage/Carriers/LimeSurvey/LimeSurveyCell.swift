/// One stored answer.
struct LimeSurveyCell {
  var text: String
  var line: Int

  /// A box that is not ticked is empty, in some arrays `0`.
  var isTicked: Bool { !text.trimmed.isEmpty && text != "N" && text != "0" }
}

extension LimeSurveyMetadata {
  var isDate: Bool { [.submitdate, .startdate, .datestamp].contains(self) }
}

extension String {
  /// The day of a time such as `2026-02-03 10:11:12`; empty for the one that anonymous surveys write.
  var dayOfTimestamp: String {
    let day = String(prefix { $0 != " " })
    return day == "1980-01-01" ? "" : day
  }

  /// A date without the midnight that the column adds.
  var dayOrTimestamp: String { hasSuffix(" 00:00:00") ? String(dropLast(9)) : self }

  /// A stored number as a person would write it: `12.5000000000` is 12.5, or 12,5 where the survey shows a comma.
  /// A mark with three digits after it gets a fourth, so that nobody takes it for one that parts thousands.
  func decimal(comma: Bool) -> String {
    let number = trimmed
    let unsigned = number.hasPrefix("-") ? number.dropFirst() : number[...]
    let parts = unsigned.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }), !parts[1].isEmpty
    else { return self }
    var decimals = parts[1]
    while decimals.last == "0" { decimals.removeLast() }
    let whole = (number.hasPrefix("-") ? "-" : "") + (parts[0].isEmpty ? "0" : parts[0])
    if decimals.isEmpty { return whole }
    return whole + (comma ? "," : ".") + decimals + (decimals.count == 3 ? "0" : "")
  }
}
