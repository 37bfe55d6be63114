import SurveyModel

extension YAMLType where Value == ContextSource {
  /// A pinned table: `{name: employment, path: context/employment.csv, vintage: 2024, source: …, synthetic: true}`.
  static var context: YAMLType {
    .mapping("a context table: name, path, vintage, source, synthetic") { keys in
      let name = keys.required("name", .one(of: ContextName.allCases, what: "context table"))
      let path = keys.required("path", .relativePath)
      let vintage = keys.required("vintage", .text)
      let source = keys.required("source", .text)
      let isSynthetic = keys.required("synthetic", .boolean)
      guard let name, let path, let vintage, let source, let isSynthetic else { return nil }
      return ContextSource(name: name, path: path, vintage: vintage, source: source, isSynthetic: isSynthetic)
    }
  }
}
