import Diagnostics
import RecordStreams
import SurveyModel

/// Reads the code lists that all studies share, from the folder `classifications` beside the study's own.
struct ClassificationLoader {
  let folder: String
  let faults: FaultList

  func load() -> Classifications {
    let (occupations, municipalities, industry) = (occupations(), municipalities(), sections())
    return Classifications(
      occupations: occupations, sections: industry.sections, divisionNames: industry.divisionNames,
      municipalities: municipalities,
      occupationSynonyms: synonyms(of: occupations), occupationTitles: titles(of: occupations),
      occupationBridges: bridges(to: occupations), education: education(),
      postalCodes: postalCodes(in: municipalities), places: places(in: municipalities))
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

  private func sections() -> (sections: [IndustrySection], divisionNames: [String: String]) {
    var sections: [IndustrySection] = []
    for row in rows("sni2007_sections.csv", ["section", "name_sv", "name_en"]) {
      if sections.contains(where: { $0.letter == row["section"] }) { row.fault("a section stands twice") }
      let name = LocalizedText(sv: row["name_sv"], en: row["name_en"])
      sections.append(IndustrySection(letter: row["section"], name: name, divisions: []))
    }
    var names: [String: String] = [:]
    for row in rows("sni2007_divisions.csv", ["section", "division", "name_sv"]) {
      let division = row["division"]
      guard let place = sections.firstIndex(where: { $0.letter == row["section"] }),
        division.count == 2, division.allSatisfy(\.isASCIIDigit),
        names.updateValue(row["name_sv"], forKey: division) == nil
      else {
        row.fault("a division does not fit in", expected: "a new two-digit code, in a section of sni2007_sections.csv")
        continue
      }
      sections[place].divisions.append(division)
    }
    return (sections, names)
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

  private func titles(of occupations: [String: Occupation]) -> [OccupationSynonym] {
    rows("occupation_titles.csv", ["title", "ssyk", "kind"]).map { row in
      let (title, code) = (row["title"], row["ssyk"])
      if code.count < 3 || occupations[code] == nil {
        row.fault("\(code) is not a code of SSYK 2012", expected: "three or four digits")
      }
      return OccupationSynonym(title: title, code: code)
    }
  }

  private func bridges(to occupations: [String: Occupation]) -> [String: OccupationBridge] {
    var bridges: [String: OccupationBridge] = [:]
    for row in rows("ssyk96_to_ssyk2012.csv", ["ssyk96", "ssyk2012", "candidates", "evidence"]) {
      let (from, to) = (row["ssyk96"], row["ssyk2012"])
      let candidates = row["candidates"].split(separator: " ").map(String.init)
      let codes = to.isEmpty ? candidates : [to]
      if from.count != 3 || bridges[from] != nil || !codes.allSatisfy({ $0.count == 3 && occupations[$0] != nil }) {
        row.fault("a bridge does not fit in", expected: "a new group of three digits, and groups of SSYK 2012")
      }
      bridges[from] = OccupationBridge(
        ssyk96: from, ssyk2012: to.isEmpty ? nil : to, candidates: candidates, evidence: row["evidence"])
    }
    return bridges
  }

  // MARK: Education

  private func education() -> EducationLists {
    let levels = codes("sun2020_levels.csv")
    let qualifications = rows("qualifications.csv", ["name", "sun2020", "seqf", "formal"]).map { row in
      let seqf = Int(row["seqf"])
      if levels[row["sun2020"]] == nil || !(row["seqf"].isEmpty || (1...8).contains(seqf ?? 0))
        || !["yes", "no"].contains(row["formal"])
      {
        row.fault(
          "a qualification does not fit in", expected: "a level of SUN 2020, 1 to 8 or nothing for SeQF, and yes or no")
      }
      return Qualification(name: row["name"], sun: row["sun2020"], seqf: seqf, isFormal: row["formal"] == "yes")
    }
    return EducationLists(
      levels: levels, fields: codes("sun2020_fields.csv"), levels2000: codes("sun2000_levels.csv"),
      fields2000: codes("sun2000_fields.csv"), qualifications: qualifications)
  }

  /// A list of codes with their names.
  private func codes(_ file: String) -> [String: String] {
    var codes: [String: String] = [:]
    for row in rows(file, ["digits", "code", "parent", "name_sv"]) {
      if "\(row["code"].count)" != row["digits"] || codes.updateValue(row["name_sv"], forKey: row["code"]) != nil {
        row.fault("a code does not fit in", expected: "a new code of as many positions as it says")
      }
    }
    return codes
  }

  // MARK: Places

  private func postalCodes(in municipalities: [String: Municipality]) -> [String: String] {
    var codes: [String: String] = [:]
    for row in rows("postal_codes.csv", ["municipality", "postal_codes"]) {
      let municipality = row["municipality"]
      if municipalities[municipality] == nil { row.fault("\(municipality) is not a municipality") }
      for code in row["postal_codes"].split(separator: " ") {
        let isRight = code.utf8.count == 5 && code.allSatisfy(\.isASCIIDigit)
        if !isRight || codes.updateValue(municipality, forKey: String(code)) != nil {
          row.fault("a postal code does not fit in", expected: "five digits, once")
        }
      }
    }
    return codes
  }

  private func places(in municipalities: [String: Municipality]) -> [Place] {
    rows("places.csv", ["place", "municipality"]).map { row in
      if municipalities[row["municipality"]] == nil { row.fault("\(row["municipality"]) is not a municipality") }
      return Place(name: row["place"], municipality: row["municipality"])
    }
  }

  // MARK: Rows

  private struct Row {
    let columns: [String]
    let fields: [String]
    let location: SourceLocation
    let faults: FaultList

    /// Every column is there: `rows` has checked the heading.
    subscript(column: String) -> String {
      guard let place = columns.firstIndex(of: column), place < fields.count else { return "" }
      return fields[place]
    }

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
        rows.append(Row(columns: columns, fields: row.fields, location: place, faults: faults))
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
