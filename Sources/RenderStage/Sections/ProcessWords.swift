/// The names that stages give their counts, in the words of the report. An unknown name is shown as it is.
enum ProcessWords {
  static func what(_ what: String, _ words: Words) -> String { words.language == .swedish ? swedish[what] ?? what : what }
  static func key(_ key: String, _ words: Words) -> String {
    "`\(key.replacing("`", with: "'"))`"
  }

  private static let swedish: [String: String] = [:]
}
