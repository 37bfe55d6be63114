import SurveyModel

extension YAMLType where Value == FrameSource {
  static var frame: YAMLType {
    .mapping("the frame: file, sample, vintage") { keys in
      let file = keys.required("file", .relativePath)
      let sample = keys.required("sample", .relativePath)
      let vintage = keys.required("vintage", .month)
      guard let file, let sample, let vintage else { return nil }
      return FrameSource(framePath: file, samplePath: sample, vintage: vintage)
    }
  }
}

extension YAMLType where Value == ResponseSource {
  /// A source of responses; `questionnaires` are those that the study's folder holds.
  static func source(questionnaires: [String]) -> YAMLType {
    .mapping("a source: name, carrier, path, questionnaire, mode") { keys in
      let name = keys.required("name", .identifier)
      let carrier = keys.required("carrier", .one(of: Carrier.allCases, what: "carrier"))
      let path = keys.required("path", .relativePath)
      let questionnaire = keys.required("questionnaire", .name(among: questionnaires, what: "questionnaire"))
      let mode = keys.required("mode", .one(of: Mode.allCases, what: "mode"))
      let encoding = keys.optional("encoding", .name(among: ["utf-8", "windows-1252", "iso-8859-1"], what: "encoding"))
      let delimiter = keys.optional("delimiter", .name(among: [",", ";", "tab"], what: "delimiter"))
      let structure = keys.optional("structure", .relativePath)
      guard let name, let carrier, let path, let questionnaire, let mode else { return nil }
      if structure != nil && !carrier.takesStructure {
        keys.faults.add("\(carrier.rawValue) has no structure file", at: keys.location(of: "structure"))
      }
      if delimiter != nil && carrier != .csv {
        keys.faults.add("\(carrier.rawValue) has no delimiter", at: keys.location(of: "delimiter"))
      }
      if structure == nil && carrier == .tripleS {
        keys.faults.add(
          "triple-s needs its structure", at: keys.location(of: "carrier"), expected: "structure: the .sss file")
      }
      return ResponseSource(
        name: name, carrier: carrier, path: path, questionnaire: questionnaire, mode: mode, encoding: encoding,
        delimiter: delimiter == "tab" ? "\t" : delimiter, structure: structure)
    }
  }
}

extension YAMLType where Value == PageSource {
  /// Pages that are no questionnaires; `descriptions` are those that the study's folder holds.
  static func pages(descriptions: [String]) -> YAMLType {
    .mapping("pages: name, path, description") { keys in
      let name = keys.required("name", .identifier)
      let path = keys.required("path", .relativePath)
      let description = keys.required("description", .name(among: descriptions, what: "page description"))
      guard let name, let path, let description else { return nil }
      return PageSource(name: name, path: path, description: description)
    }
  }
}

extension YAMLType where Value == SizeClass {
  /// `10-19`, or `200+` without an upper end.
  static var sizeClass: YAMLType {
    YAMLType("a size class such as 10-19 or 200+") { (text: String) in
      if text.hasSuffix("+") {
        guard let smallest = Int(text.dropLast()), smallest >= 0, "\(smallest)+" == text else { return nil }
        return SizeClass(code: text, smallest: smallest, largest: nil)
      }
      let ends = text.split(separator: "-").compactMap { Int($0) }
      guard ends.count == 2, ends[0] <= ends[1], "\(ends[0])-\(ends[1])" == text else { return nil }
      return SizeClass(code: text, smallest: ends[0], largest: ends[1])
    }
  }
}

extension YAMLType where Value == [SizeClass] {
  /// Size classes from the smallest on, without gaps and overlaps.
  static var sizeClasses: YAMLType {
    YAMLType<[SizeClass]>.list(of: .sizeClass, atLeast: 1).that("size classes that follow on each other") { classes in
      zip(classes, classes.dropFirst()).allSatisfy { $0.largest.map { $0 + 1 } == $1.smallest }
    }
  }
}

extension YAMLType where Value == String {
  /// A month as `2025-11`.
  static var month: YAMLType {
    YAMLType("a month such as 2025-11") { (text: String) in isISODate(text + "-01") ? text : nil }
  }
}
