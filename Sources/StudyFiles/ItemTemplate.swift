import Diagnostics
import SurveyModel

extension YAMLType {
  /// One value; or, where the mapping has the key `items`, one for each code of the code list that it names: a question
  /// with several rows of alternatives, as on a matrix page, is stated once.
  ///
  /// `{item}` is the code. Within a list or mapping of fields it is every way in which the code may be written, one
  /// field each, for carriers that have codes of their own. `{label}` is the label in the language of the text it
  /// stands in.
  static func perItem<Item>(
    of lists: [CodeList], _ inner: YAMLType<[Located<Item>]>
  ) -> YAMLType where Value == [Located<Item>] {
    YAMLType(inner.expected) { node, faults in
      guard case .keys(let pairs) = node.content, let name = pairs.first(where: { $0.key.plainText == "items" })?.value
      else { return inner.read(node, faults) }
      guard let id = YAMLType<String>.name(among: lists.map(\.id), what: "code list").read(name, faults),
        let list = lists.first(where: { $0.id == id })
      else { return nil }
      let items = list.codes.map { code in
        var template = node
        template.content = .keys(
          pairs.filter { $0.key.plainText != "items" }.map { key, value in
            key.plainText == "found" ? (key, value.fields(of: code)) : (key, value.texts(of: code, \.sv))
          })
        return inner.read(template, faults)
      }
      return items.contains { $0 == nil } ? nil : items.flatMap { $0 ?? [] }
    }
  }
}

extension YAMLNode {
  /// The texts of one item. Below a key that is a language, `{label}` is in that language.
  fileprivate func texts(of code: CodeList.Code, _ language: KeyPath<LocalizedText, String>) -> YAMLNode {
    guard case .keys(let pairs) = content else {
      return replacing("{item}", with: code.code).replacing("{label}", with: code.label[keyPath: language])
    }
    var node = self
    node.content = .keys(
      pairs.map { key, value in (key, value.texts(of: code, key.plainText == "en" ? \.en : language)) })
    return node
  }

  /// The fields of one item, by carrier: where a field has `{item}` or `{label}`, one for each way of writing it.
  fileprivate func fields(of code: CodeList.Code) -> YAMLNode {
    var node = self
    switch content {
    case .text: node.content = .list(variants(of: code))
    case .list(let nodes): node.content = .list(nodes.flatMap { $0.variants(of: code) })
    case .keys(let pairs): node.content = .keys(pairs.map { ($0.key, $0.value.fields(of: code)) })
    }
    return node
  }

  private func variants(of code: CodeList.Code) -> [YAMLNode] {
    guard let text = plainText else { return [self] }
    var variants = [self]
    for (part, ways) in [("{item}", [code.code] + code.written), ("{label}", [code.label.sv, code.label.en])]
    where text.contains(part) {
      var known: Set<String> = []
      let once = ways.filter { known.insert($0).inserted }
      variants = variants.flatMap { variant in once.map { variant.replacing(part, with: $0) } }
    }
    return variants
  }
}
