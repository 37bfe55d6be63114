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
  func decimal(comma: Bool) -> String {
    let stored = trimmed.replacing(",", with: ".")
    let number = (stored.hasPrefix(".") ? "0" + stored : stored).withDecimalPoint
    guard Double(number) != nil else { return self }
    return comma ? number.replacing(".", with: ",") : number
  }
}
