import Diagnostics
import SurveyModel

/// One assumption, and the figures that rest on it.
private struct AssumptionDraft: Sendable {
  var entry: Assumptions.Entry
  var limits: [Assumptions.RatioLimit]
  var sharedOptimism: Double?
  var spread: Assumptions.Spread?
  var personsPerFullTimeEquivalent: Double?
  var supply: [SupplyComponent]
  var exitAges: ExitAges?
  var nonresponseFactor: Double?
}

extension YAMLType where Value == Assumptions {
  /// The file `assumptions.yaml`: each figure stands under the assumption it is, with owner, source and date.
  /// - Parameter sizeClasses: the codes of the study's; nil when they are not known.
  static func assumptions(sizeClasses: [String]?) -> YAMLType {
    .mapping("the assumptions") { keys in
      let drafts = keys.required(
        "assumptions", .list(of: .assumption(sizeClasses: sizeClasses), unique: "assumption") { $0.entry.id })
      guard let drafts else { return nil }
      let limits = drafts.flatMap(\.limits)
      noteDuplicates(
        of: "the limit of",
        in: limits.map { limit in
          Located(value: "\(limit.concept) in \(limit.sizeClass ?? "all")", location: keys.location(of: "assumptions"))
        }, keys.faults)
      let optimism = drafts.compactMap(\.sharedOptimism)
      if optimism.count > 1 {
        keys.faults.add("shared-optimism stands twice", at: keys.location(of: "assumptions"), hint: "keep one of them")
      }
      let spreads = drafts.compactMap(\.spread)
      if spreads.count > 1 {
        keys.faults.add("spread stands twice", at: keys.location(of: "assumptions"), hint: "keep one of them")
      }
      let factors = drafts.compactMap(\.personsPerFullTimeEquivalent)
      if factors.count > 1 {
        keys.faults.add(
          "persons-per-full-time-equivalent stands twice", at: keys.location(of: "assumptions"),
          hint: "keep one of them")
      }
      var assumptions = Assumptions(
        entries: drafts.map(\.entry), ratioLimits: limits, sharedOptimism: optimism.first ?? 0.5,
        spread: spreads.first ?? .triangular, personsPerFullTimeEquivalent: factors.first)
      let nonresponse = drafts.compactMap(\.nonresponseFactor)
      if nonresponse.count > 1 {
        keys.faults.add(
          "nonresponse-factor stands twice", at: keys.location(of: "assumptions"), hint: "keep one of them")
      }
      assumptions.nonresponseFactor = nonresponse.first
      keys.readForecast(
        into: &assumptions, supply: drafts.flatMap { draft in draft.supply.map { ($0, draft.entry.id) } })
      for draft in drafts where !draft.limits.isEmpty {
        assumptions.limited[draft.entry.id] = Set(draft.limits.map(\.concept.concept))
      }
      let exits = drafts.compactMap(\.exitAges)
      if exits.count > 1 {
        keys.faults.add("exit-ages stand twice", at: keys.location(of: "assumptions"), hint: "keep one of them")
      }
      assumptions.exitAges = exits.first
      return assumptions
    }
  }
}

extension YAMLType where Value == AssumptionDraft {
  fileprivate static func assumption(sizeClasses: [String]?) -> YAMLType {
    .mapping("an assumption: id, text, owner, source, date") { keys in
      let id = keys.required("id", .identifier)
      let text = keys.required("text", .localized)
      let owner = keys.required("owner", .text)
      let source = keys.required("source", .text)
      let date = keys.required("date", .date)
      let limits = keys.optional("ratio-limits", .limits(sizeClasses: sizeClasses), default: [])
      let sharedOptimism = keys.optional("shared-optimism", .number(in: 0...1))
      let spread = keys.optional("spread", .one(of: Assumptions.Spread.allCases, what: "spread"))
      let persons = keys.optional("persons-per-full-time-equivalent", .number(in: 1...10))
      let exitAges = keys.optional("exit-ages", .exitAges)
      let supply = keys.optional(
        "supply", .list(of: .one(of: SupplyComponent.allCases, what: "component of supply")), default: [])
      let nonresponse = keys.optional("nonresponse-factor", .number(in: 1...10))
      guard let id, let text, let owner, let source, let date else { return nil }
      let entry = Assumptions.Entry(id: id, text: text, owner: owner, source: source, date: date)
      return AssumptionDraft(
        entry: entry, limits: limits, sharedOptimism: sharedOptimism, spread: spread,
        personsPerFullTimeEquivalent: persons, supply: supply, exitAges: exitAges, nonresponseFactor: nonresponse)
    }
  }
}

extension YAMLType where Value == [Assumptions.RatioLimit] {
  /// By concept and size class, or `all`: `{retirements(2): {all: [0, 0.2], 1-9: [0, 0.5]}}`.
  fileprivate static func limits(sizeClasses: [String]?) -> YAMLType {
    let bounds = YAMLType<[Double]>.list(of: .number(in: 0...100))
      .that("two numbers, the lower one first") { $0.count == 2 && $0[0] <= $0[1] }
    let perClass = YAMLType<[(key: String, value: [Double])]>.dictionary(of: bounds)
    let perConcept = YAMLType<[(key: String, value: [(key: String, value: [Double])])]>.dictionary(of: perClass)
    return YAMLType("concepts, each with limits by size class or for all") { node, faults in
      guard let concepts = perConcept.read(node, faults) else { return nil }
      var limits: [Assumptions.RatioLimit] = []
      for (name, classes) in concepts {
        let place = YAMLNode(.text(name), at: node.location, label: node.label)
        guard let concept = YAMLType<ConceptReference>.concept.read(place, faults) else { continue }
        if concept.concept.kind != .count {
          faults.add("\(name) is no count, and has no ratio to staff", at: node.location)
        }
        for (sizeClass, bounds) in classes {
          if let sizeClasses, sizeClass != "all", !sizeClasses.contains(sizeClass) {
            let expected = (["all"] + sizeClasses).joined(separator: ", ")
            faults.add("\(sizeClass) is not a known size class", at: node.location, expected: expected)
          }
          limits.append(
            Assumptions.RatioLimit(
              concept: concept, sizeClass: sizeClass == "all" ? nil : sizeClass, lower: bounds[0], upper: bounds[1]))
        }
      }
      return limits
    }
  }
}
