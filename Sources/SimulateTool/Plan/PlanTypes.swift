import Diagnostics
import StudyFiles
import SurveyModel

/// A share of persons or employers.
extension YAMLType where Value == Double {
  static var share: YAMLType { .number(in: 0...1) }
  /// Written in per cent, read as a share.
  static func perCent(in range: ClosedRange<Double> = 0...100) -> YAMLType {
    .number(in: range).map { $0 / 100 }
  }
}

extension YAMLType where Value == CalendarDay {
  static var day: YAMLType { YAMLType("a date such as 2026-04-15") { (text: String) in CalendarDay(text) } }
}

extension YAMLType {
  /// A list of exactly so many.
  static func list<Item>(of item: YAMLType<Item>, count: Int) -> YAMLType where Value == [Item] {
    YAMLType<[Item]>.list(of: item).that("\(count) of them") { $0.count == count }
  }

  /// Keys of a closed list, each with a value of the same type.
  static func keyed<Key: RawRepresentable & CaseIterable & Hashable & Sendable, Item>(
    by what: String, _ item: YAMLType<Item>
  ) -> YAMLType where Key.RawValue == String, Value == [Key: Item] {
    let names = YAMLType<Key>.one(of: Array(Key.allCases), what: what)
    let pairs = YAMLType<[(key: String, value: Item)]>.dictionary(of: item)
    return YAMLType("keys (\(names.expected)), each with \(item.expected)") { node, faults in
      guard let pairs = pairs.read(node, faults) else { return nil }
      var values: [Key: Item] = [:]
      for (key, value) in pairs {
        guard let key = names.read(YAMLNode(.text(key), at: node.location, label: node.label), faults) else {
          return nil
        }
        values[key] = value
      }
      return values
    }
  }

  /// Keys that the file chooses, where their order says nothing.
  static func named<Item>(_ item: YAMLType<Item>) -> YAMLType where Value == [String: Item] {
    YAMLType<[(key: String, value: Item)]>.dictionary(of: item)
      .map { pairs in Dictionary(pairs.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first }) }
  }

  static func bySector<Item>(_ item: YAMLType<Item>) -> YAMLType where Value == [Sector: Item] {
    .keyed(by: "sector", item)
  }
}

/// A size class as its code says it: `20-49`, `200+`.
func sizeClass(_ code: String) -> SizeClass? {
  let ends = code.split(separator: "-").map { Int($0) }
  if ends.count == 2, let smallest = ends[0], let largest = ends[1], smallest <= largest {
    return SizeClass(code: code, smallest: smallest, largest: largest)
  }
  guard code.last == "+", let smallest = Int(code.dropLast()) else { return nil }
  return SizeClass(code: code, smallest: smallest, largest: nil)
}
