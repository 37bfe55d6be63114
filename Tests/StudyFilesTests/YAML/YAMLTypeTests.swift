import Diagnostics
import StudyFiles
import Testing

/// What a YAML text gives when it is read by a type, and what is found wrong with it, as `line:column summary — hint`.
func read<Value>(_ text: String, as type: YAMLType<Value>) -> (value: Value?, faults: [String]) {
  let faults = FaultList()
  let value = YAMLFile.parse(text, path: "a.yaml", faults).flatMap { type.read($0, faults) }
  return (value, faults.problems.map(line))
}

/// One problem in one line, for tests.
func line(_ problem: Problem) -> String {
  let place = [problem.location?.line, problem.location?.column].compactMap(\.self).map(String.init)
  return (place.isEmpty ? "" : place.joined(separator: ":") + " ") + problem.summary
    + (problem.hint.map { " — " + $0 } ?? "")
}

@Suite("Types of study files")
struct YAMLTypeTests {
  struct Person: Equatable {
    enum Role: String, CaseIterable { case analyst, manager }
    var name: String
    var code: String
    var role: Role
    var years: [Int]
    var isTold: Bool
  }

  static let person = YAMLType<Person>.mapping("a person") { keys in
    let name = keys.required("name", .text)
    let code = keys.required("code", .identifier)
    let role = keys.required("role", .one(of: Person.Role.allCases, what: "role"))
    let years = keys.optional("years", .list(of: .integer(in: 1...99)), default: [])
    let isTold = keys.optional("told", .boolean, default: false)
    guard let name, let code, let role else { return nil }
    return Person(name: name, code: code, role: role, years: years, isTold: isTold)
  }

  @Test("a text stays what is written: 0181 keeps its zero, and no is no answer to true or false")
  func untyped() {
    let (value, faults) = read("name: no\ncode: 0181\nrole: analyst\nyears: [2, 5, 10]\ntold: true", as: Self.person)
    #expect(value == Person(name: "no", code: "0181", role: .analyst, years: [2, 5, 10], isTold: true))
    #expect(faults == [])
    #expect(read("told: no", as: Self.person).faults.contains("1:7 told has a wrong value"))
  }

  @Test("all faults of a file are found at once, each at its place")
  func allAtOnce() {
    let text = """
      nam: Eva
      code: å/b
      role: manger
      years: [0, 007, 3, many]
      told: yes
      """
    #expect(
      read(text, as: Self.person).faults == [
        "1:1 name is missing — add it to a person",
        "2:7 code has a wrong value",
        "3:7 manger is not a known role — did you mean manager?",
        "4:9 years has a wrong value",
        "4:12 years has a wrong value",
        "4:20 years has a wrong value",
        "5:7 told has a wrong value",
        "1:1 nothing reads the key nam — did you mean name?",
      ])
  }

  static let wrongShapes: [(text: String, faults: [String])] = [
    ("[a, b]", ["1:1 the file has a wrong value"]),
    ("just a text", ["1:1 the file has a wrong value"]),
    ("name: [a]\ncode: {b: c}\nrole: analyst", ["1:7 name has a wrong value", "2:7 code has a wrong value"]),
    ("name:\ncode: c\nrole: analyst", ["1:6 name has a wrong value"]),
    ("name: a\ncode: c\nrole: analyst\nrole: manager", ["3:1 the key role stands twice — keep one of them"]),
    ("name: a\ncode: c\nrole: analyst\n\"role\": manager", ["3:1 the key role stands twice — keep one of them"]),
    ("name: a\ncode: c\nrole: analyst\n? [x]\n: b", ["4:3 a key is no text"]),
    ("name: \"a\\a\"\ncode: c\nrole: analyst", ["1:7 name has a wrong value"]),
  ]

  @Test("a list, a text or keys in the place of another is a fault", arguments: wrongShapes)
  func wrongShape(text: String, faults: [String]) {
    #expect(read(text, as: Self.person).faults == faults)
  }

  static let values: [(text: String, isRight: [Bool])] = [
    // integer 0...20, number 0...1, date, true or false
    ("7", [true, false, false, false]), ("0.5", [false, true, false, false]), ("1", [true, true, false, false]),
    ("-1", [false, false, false, false]), ("1e0", [false, false, false, false]), ("+1", [false, false, false, false]),
    ("0x1", [false, false, false, false]), (".5", [false, true, false, false]), ("nan", [false, false, false, false]),
    ("2026-02-28", [false, false, true, false]), ("2026-02-29", [false, false, false, false]),
    ("2024-02-29", [false, false, true, false]), ("2026-1-1", [false, false, false, false]),
    ("2026-13-01", [false, false, false, false]), ("true", [false, false, false, true]),
    ("True", [false, false, false, false]), ("yes", [false, false, false, false]),
  ]

  @Test("numbers, dates and truth are written in one way", arguments: values)
  func scalars(text: String, isRight: [Bool]) {
    #expect((read(text, as: .integer(in: 0...20)).value != nil) == isRight[0])
    #expect((read(text, as: .number(in: 0...1)).value != nil) == isRight[1])
    #expect((read(text, as: .date).value != nil) == isRight[2])
    #expect((read(text, as: .boolean).value != nil) == isRight[3])
  }

  @Test("a list keeps its order, may be one value, and says which name stands twice")
  func lists() {
    let names = YAMLType<[String]>.list(of: .text, unique: "name") { $0 }
    #expect(read("[b, a]", as: names).value == ["b", "a"])
    #expect(read("b", as: names).value == ["b"])
    #expect(read("- b\n- a\n- b", as: names).faults == ["3:3 name b stands twice — the first one is in line 1"])
    #expect(read("[]", as: .list(of: .text, atLeast: 1)).faults == ["1:1 the file is too short"])
  }

  @Test("free keys keep the order of the file")
  func dictionary() {
    let value = read("b: 2\na: 1", as: .dictionary(of: .integer(in: 0...9))).value
    #expect(value?.map(\.key) == ["b", "a"])
    #expect(value?.map(\.value) == [2, 1])
  }
}
