import ConfidentialRecords

/// What a labelled value of a page says, by the kind of its field.
struct PageValue {
  let places: PlaceNames

  /// The facts in a value; nil when it cannot be read as its kind.
  ///
  /// | kind | facts |
  /// |---|---|
  /// | text, and what an inventory has | the text as written |
  /// | code | the number in it, and the words after it as `…Name`; without a number the text |
  /// | money | digits and unit: `250000 kr` |
  /// | period | `…From`, `…To` |
  /// | region | the county's code, and its name as `…Name` |
  /// | list | one fact per part between commas or semicolons |
  func facts(_ value: String, for field: PageDescription.Field, line: Int) -> [PageField]? {
    func fact(_ value: some StringProtocol, _ ending: String = "") -> PageField {
      PageField(key: field.key + ending, value: String(value), line: line, feature: field.feature)
    }
    switch field.kind {
    case .text, .numbered, .count, .date, .yesNo, .municipality: return [fact(value)]
    case .code:
      guard let match = value.firstMatch(of: /\d+/) else { return [fact(value)] }
      let name = String(value[match.range.upperBound...]).trimmed
      return [fact(match.output)] + (name.isEmpty ? [] : [fact(name, "Name")])
    case .money: return Self.money(value).map { [fact($0)] }
    case .period:
      guard let period = Period(value) else { return nil }
      return [fact(period.from.written, "From"), fact(period.to.written, "To")]
    case .region: return places.county(value).map { [fact($0), fact(value, "Name")] }
    case .list:
      return value.split { $0 == "," || $0 == ";" }.map { String($0).trimmed }.filter { !$0.isEmpty }.map { fact($0) }
    }
  }

  /// `757 140 kr`, with any kind of blank, as `757140 kr`; nil unless it is whole digits and a unit.
  static func money(_ written: String) -> String? {
    guard let match = written.wholeMatch(of: /([0-9][0-9\s.]*?)\s*(kr|kronor|SEK|euro|EUR|€)\.?/) else { return nil }
    let groups = match.1.split { $0.isWhitespace || $0 == "." }
    guard groups.dropFirst().allSatisfy({ $0.count == 3 }), groups.count == 1 || groups[0].count <= 3 else {
      return nil
    }
    return groups.joined() + " " + (match.2 == "kronor" ? "kr" : match.2)
  }
}

extension CalendarDay {
  var written: String {
    func padded(_ number: Int, _ length: Int) -> String {
      String(repeating: "0", count: max(0, length - String(number).count)) + String(number)
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
