import Diagnostics
import SurveyModel

/// A factor with the assumption that it is.
struct FactorDraft: Sendable {
  var entry: Assumptions.Entry
  var factor: ExternalFactor
}

extension YAMLType where Value == FactorDraft {
  /// An external factor (FOR-11):
  ///
  ///     - id: battery-plant
  ///       name: {…}  text: {…}  owner: …  source: …  date: 2026-01-12  evidence: {…}
  ///       on: true  direction: raises  of: need  horizons: [5, 10]
  ///       occupations: [7, 8]
  ///       per-cent: [1, 3, 6]            # or persons: {"8": [50, 120, 200]}
  static var factor: YAMLType {
    .mapping("a factor: id, name, text, owner, source, date, evidence, direction, of, horizons, per-cent or persons") {
      keys in
      let id = keys.required("id", .identifier)
      let name = keys.required("name", .localized)
      let text = keys.required("text", .localized)
      let owner = keys.required("owner", .text)
      let source = keys.required("source", .text)
      let date = keys.required("date", .date)
      let evidence = keys.required("evidence", .localized)
      let isOn = keys.optional("on", .boolean, default: true)
      let direction = keys.required(
        "direction", .one(of: ExternalFactor.Direction.allCases, what: "direction"))
      let target = keys.required("of", .target)
      let horizons = keys.required("horizons", .list(of: .horizon, atLeast: 1, unique: "horizon") { "\($0.years)" })
      let municipalities = keys.optional("municipalities", .list(of: .text, unique: "municipality") { $0 }, default: [])
      let occupations = keys.optional("occupations", .list(of: .majorGroup, unique: "occupation") { $0 }, default: [])
      let sectors = keys.optional(
        "sectors", .list(of: .one(of: Sector.allCases, what: "sector"), unique: "sector") { $0.rawValue }, default: [])
      let perCent = keys.optional("per-cent", .range(to: 100))
      let persons = keys.optional("persons", .dictionary(of: .range(to: 1e6)))
      if perCent == nil, persons == nil, !keys.has("per-cent"), !keys.has("persons") {
        keys.faults.add("the size of the factor is missing", at: keys.location, expected: "per-cent or persons")
      }
      if keys.has("per-cent"), keys.has("persons") {
        keys.faults.add("the factor has two sizes", at: keys.location(of: "persons"), hint: "keep one of them")
      }
      if let persons {
        for (code, _) in persons where YAMLType<String>.isMajorGroup(code) == false {
          keys.faults.add("an occupation is not a major group", at: keys.location(of: "persons"), expected: "0 to 9")
        }
        if !occupations.isEmpty {
          keys.faults.add(
            "the occupations stand twice", at: keys.location(of: "occupations"),
            hint: "persons names its occupations itself")
        }
      } else if !sectors.isEmpty {
        keys.faults.add(
          "need by occupation is not known by sector", at: keys.location(of: "sectors"),
          hint: "give the size of a factor of some sectors in persons")
      }
      guard let id, let name, let text, let owner, let source, let date, let evidence, let direction, let target,
        let horizons,
        let size = perCent.map(ExternalFactor.Size.perCent)
          ?? persons.map({ .persons(Dictionary($0.map { ($0.key, $0.value) }) { first, _ in first }) })
      else { return nil }
      let named = persons.map { $0.map(\.key).sorted() } ?? occupations
      return FactorDraft(
        entry: Assumptions.Entry(id: id, text: text, owner: owner, source: source, date: date),
        factor: ExternalFactor(
          id: id, name: name, direction: direction, target: target, size: size, horizons: horizons.sorted(),
          municipalities: municipalities, occupations: named, sectors: sectors, evidence: evidence, isOn: isOn))
    }
  }
}

extension YAMLType where Value == ExternalFactor.Target {
  /// `need`, or a component of supply.
  fileprivate static var target: YAMLType {
    let names = YAMLType<String>.name(
      among: ["need"] + SupplyComponent.allCases.map(\.rawValue), what: "target of a factor")
    return YAMLType(names.expected) { node, faults in
      names.read(node, faults).map { SupplyComponent(rawValue: $0).map(ExternalFactor.Target.supply) ?? .need }
    }
  }
}

extension YAMLType where Value == AssumedRange {
  /// Three numbers, the lowest first.
  fileprivate static func range(to most: Double) -> YAMLType {
    let three = YAMLType<[Double]>.list(of: .number(in: 0...most))
      .that("three numbers, the lowest first") { $0.count == 3 && $0[0] <= $0[1] && $0[1] <= $0[2] }
    return YAMLType(three.expected) { node, faults in
      three.read(node, faults).map { AssumedRange(low: $0[0], base: $0[1], high: $0[2]) }
    }
  }
}

extension YAMLType where Value == String {
  fileprivate static var majorGroup: YAMLType {
    YAMLType("a major group of SSYK 2012, 0 to 9") { (text: String) in isMajorGroup(text) ? text : nil }
  }

  fileprivate static func isMajorGroup(_ text: String) -> Bool {
    text.utf8.count == 1 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
