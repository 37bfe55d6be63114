import Diagnostics
import SurveyModel

extension YAMLType {
  /// One value; or, where the mapping has the key `horizons`, one for each of them, with the years in the place of every
  /// `{h}`. What is asked at three horizons is stated once.
  static func perHorizon<Item>(_ item: YAMLType<Item>) -> YAMLType where Value == [Located<Item>] {
    YAMLType(item.expected) { node, faults in
      guard case .keys(let pairs) = node.content,
        let horizons = pairs.first(where: { $0.key.plainText == "horizons" })?.value
      else {
        return item.located.read(node, faults).map { [$0] }
      }
      guard let years = YAMLType<[Horizon]>.list(of: .horizon, atLeast: 1).read(horizons, faults) else { return nil }
      var template = node
      template.content = .keys(pairs.filter { $0.key.plainText != "horizons" })
      let items = years.map { item.located.read(template.replacing("{h}", with: "\($0.years)"), faults) }
      return items.contains { $0 == nil } ? nil : items.compactMap(\.self)
    }
  }
}

extension YAMLNode {
  var plainText: String? {
    if case .text(let text) = content { text } else { nil }
  }

  /// The same node with another text in the place of a part, wherever it stands in it.
  func replacing(_ part: String, with other: String) -> YAMLNode {
    var node = self
    switch content {
    case .text(let text):
      let replaced = text.split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
      node.content = .text(replaced)
      if replaced != text { node.textColumn = nil }
    case .list(let items): node.content = .list(items.map { $0.replacing(part, with: other) })
    case .keys(let pairs):
      node.content = .keys(pairs.map { ($0.key.replacing(part, with: other), $0.value.replacing(part, with: other)) })
    }
    return node
  }
}
