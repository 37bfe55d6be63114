import Diagnostics
import RecordStreams
import SurveyModel

/// Reads the code lists that all studies share, from the folder `classifications` beside the study's own.
struct ClassificationLoader {
  let folder: String
  let faults: FaultList

  func load() -> Classifications {
    let occupations = occupations()
    return Classifications(
      occupations: occupations, sections: sections(), municipalities: municipalities(),
      occupationSynonyms: synonyms(of: occupations))
  }

  private func occupations() -> [String: Occupation] {
    var occupations: [String: Occupation] = [:]
    for row in rows("ssyk2012.csv", ["level", "code", "parent", "name_sv", "name_en"]) {
      let (code, parent) = (row["code"], row["parent"])
      let isRight =
        code.allSatisfy(\.isASCIIDigit) && "\(code.count)" == row["level"]
        && parent == code.dropLast() && (parent.isEmpty || occupations[parent] != nil)
      if !isRight || occupations[code] != nil {
        row.fault(
          "an occupation does not fit in", expected: "a new code of as many digits as its level, after its parent")
      }
      occupations[code] = Occupation(code: code, name: LocalizedText(sv: row["name_sv"], en: row["name_en"]))
    }
    return occupations
  }

  private func sections() -> [IndustrySection] {
    var sections: [IndustrySection] = []
    for row in rows("sni2007_sections.csv", ["section", "name_sv", "name_en"]) {
      if sections.contains(where: { $0.letter == row["section"] }) { row.fault("a section stands twice") }
      let name = LocalizedText(sv: row["name_sv"], en: row["name_en"])
      sections.append(IndustrySection(letter: row["section"], name: name, divisions: []))
    }
    var known: Set<String> = []
    for row in rows("sni2007_divisions.csv", ["section", "division", "name_sv"]) {
      let division = row["division"]
      guard let place = sections.firstIndex(where: { $0.letter == row["section"] }),
        division.count == 2, division.allSatisfy(\.isASCIIDigit), known.insert(division).inserted
      else {
        row.fault("a division does not fit in", expected: "a new two-digit code, in a section of sni2007_sections.csv")
        continue
      }
      sections[place].divisions.append(division)
    }
    return sections
  }

  private func municipalities() -> [String: Municipality] {
    let columns = ["code", "name", "name_with_kommun", "county_code", "county_name", "fa15_code", "fa15_name"]
    var municipalities: [String: Municipality] = [:]
    for row in rows("municipalities.csv", columns) {
      let code = row["code"]
      if code.count != 4 || !code.allSatisfy(\.isASCIIDigit) || municipalities[code] != nil {
        row.fault("a municipality does not fit in", expected: "a new code of four digits")
      }
      municipalities[code] = Municipality(code: code, name: row["name"], county: row["county_code"])
    }
    return municipalities
  }

  private func synonyms(of occupations: [String: Occupation]) -> [OccupationSynonym] {
    var titles: Set<String> = []
    return rows("occupation_synonyms.csv", ["title", "ssyk"]).map { row in
      let (title, code) = (row["title"], row["ssyk"])
      if code.count != 4 || occupations[code] == nil {
        row.fault("\(code) is not a code of SSYK 2012", expected: "four digits")
      }
      if title.isEmpty || !titles.insert(title.lowercased()).inserted { row.fault("\(title) stands twice") }
      return OccupationSynonym(title: title, code: code)
    }
  }

  // MARK: Rows

  private struct Row {
    let values: [String: String]
    let location: SourceLocation
    let faults: FaultList

    /// Every column is there: `rows` has checked the heading.
    subscript(column: String) -> String { values[column] ?? "" }

    func fault(_ summary: String, expected: String? = nil) {
      faults.add(summary, at: location, expected: expected)
    }
  }

  /// The rows of a file whose heading is as expected.
  private func rows(_ file: String, _ columns: [String]) -> [Row] {
    let path = folder + "/" + file
    do throws(StageFailure) {
      var reader = try CSVReader(path: path, delimiter: .comma)
      guard reader.heading?.fields == columns else {
        faults.add(
          "the heading is another", at: SourceLocation(path: path, line: reader.heading?.line ?? 1),
          expected: columns.joined(separator: ","))
        return []
      }
      var rows: [Row] = []
      while let row = try reader.next() {
        let place = SourceLocation(path: path, line: row.line)
        if let fault = row.fault { faults.add(fault.problem(at: place).summary, at: place) }
        let values = Dictionary(zip(columns, row.fields), uniquingKeysWith: { a, _ in a })
        rows.append(Row(values: values, location: place, faults: faults))
      }
      return rows
    } catch {
      for problem in error.problems {
        faults.add(problem.summary, at: problem.location ?? SourceLocation(path: path), hint: problem.hint)
      }
      return []
    }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
