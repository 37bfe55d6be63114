import StudyFiles
import SurveyModel

/// The keys of `simulation.yaml` that describe the register, read together because each refers to the others.
struct FrameParts {
  var plan: FramePlan?

  init(_ keys: YAMLKeys) {
    let sizes = keys.required("sizes", .sizes)
    let sizeCodes = sizes?.map(\.sizeClass.code) ?? []
    let counts = keys.required("frame", .bySector(.counts(sizeCodes)))
    let named = keys.required("named-employers", .list(of: .namedEmployer))
    let office = keys.required("answers-for-others", .office)
    let enterprises = keys.required("enterprises", .enterprises)
    let industries = keys.required("industries", .list(of: .industry, atLeast: 1))
    guard let sizes, let counts, let named, let office, let enterprises, let industries else { return }
    plan = FramePlan(
      counts: counts, sizes: sizes, industries: industries, named: named, office: office,
      chainShare: enterprises.share, chainLength: enterprises.length, holdingShare: enterprises.holdingShare)
  }
}

private struct Enterprises: Sendable {
  var share: Double
  var length: Int
  var holdingShare: Double
}

extension YAMLType where Value == Enterprises {
  fileprivate static var enterprises: YAMLType {
    .mapping("how workplaces belong together") { keys in
      let share = keys.required("chain-share", .share)
      let length = keys.required("chain-length", .integer(in: 2...100))
      let holdingShare = keys.required("holding-share", .share)
      guard let share, let length, let holdingShare else { return nil }
      return Enterprises(share: share, length: length, holdingShare: holdingShare)
    }
  }
}

extension YAMLType where Value == [FramePlan.SizePlan] {
  fileprivate static var sizes: YAMLType {
    let steps = YAMLType<[Int]>.list(of: .integer(in: 1...100_000), atLeast: 2)
    return YAMLType<[(key: String, value: [Int])]>.dictionary(of: steps)
      .that("size classes such as 10-19 or 200+, smallest first, each with steps within it that rise") { pairs in
        pairs.allSatisfy { code, steps in
          guard let size = sizeClass(code) else { return false }
          return steps == steps.sorted() && steps.allSatisfy(size.contains)
        } && !pairs.isEmpty
      }
      .map { pairs in
        pairs.compactMap { code, steps in
          sizeClass(code).map { FramePlan.SizePlan(sizeClass: $0, steps: steps) }
        }
      }
  }
}

extension YAMLType where Value == [Int] {
  /// Workplaces per size class, in the order of the classes; one that is left out has none.
  fileprivate static func counts(_ sizeCodes: [String]) -> YAMLType {
    YAMLType<[String: Int]>.named(.integer(in: 0...1_000_000))
      .that("keys \(sizeCodes.joined(separator: ", "))") { counts in counts.keys.allSatisfy(sizeCodes.contains) }
      .map { counts in sizeCodes.map { counts[$0] ?? 0 } }
  }
}

extension YAMLType where Value == FramePlan.IndustryPlan {
  /// `[private, "25", metal-workshop, 30, 45, 60]`.
  fileprivate static var industry: YAMLType {
    YAMLType<[String]>.list(of: .text)
      .that("sector, SNI division, staffing and three weights") { parts in
        parts.count == 6 && Sector(rawValue: parts[0]) != nil && parts[1].count == 2
          && parts[3...].allSatisfy { (Double($0) ?? -1) >= 0 }
      }
      .map { parts in
        FramePlan.IndustryPlan(
          sector: Sector(rawValue: parts[0]) ?? .private, sni: parts[1], staffing: parts[2],
          weights: parts[3...].map { Double($0) ?? 0 })
      }
  }
}

extension YAMLType where Value == FramePlan.NamedEmployer.Workplace {
  fileprivate static var workplace: YAMLType {
    .mapping("a workplace: sni, staffing, staff") { keys in
      let sni = keys.required("sni", .identifier)
      let staffing = keys.required("staffing", .identifier)
      let staff = keys.required("staff", .integer(in: 1...1_000_000))
      guard let sni, let staffing, let staff else { return nil }
      return FramePlan.NamedEmployer.Workplace(sni: sni, staffing: staffing, staff: staff)
    }
  }
}

extension YAMLType where Value == FramePlan.NamedEmployer.Waiver {
  fileprivate static var waiver: YAMLType {
    .mapping("a waiver: scope, expires") { keys in
      let scope = keys.required("scope", .identifier)
      let expires = keys.required("expires", .day)
      guard let scope, let expires else { return nil }
      return FramePlan.NamedEmployer.Waiver(scope: scope, expires: expires)
    }
  }
}

extension YAMLType where Value == FramePlan.NamedEmployer {
  fileprivate static var namedEmployer: YAMLType {
    .mapping("a named employer") { keys in
      let enterprise = keys.required("enterprise", .identifier)
      let holding = keys.optional("holding", .identifier)
      let sector = keys.required("sector", .one(of: Sector.allCases, what: "sector"))
      let waiver = keys.optional("waiver", .waiver)
      let workplaces = keys.required("workplaces", .list(of: .workplace, atLeast: 1))
      guard let enterprise, let sector, let workplaces else { return nil }
      return FramePlan.NamedEmployer(
        enterprise: enterprise, holding: holding, sector: sector, waiver: waiver, workplaces: workplaces)
    }
  }
}

extension YAMLType where Value == FramePlan.AnsweringOffice {
  fileprivate static var office: YAMLType {
    .mapping("the office that answers for others") { keys in
      let enterprise = keys.required("enterprise", .identifier)
      let sector = keys.required("sector", .one(of: Sector.allCases, what: "sector"))
      let workplace = keys.required("workplace", .workplace)
      let covers = keys.required("covers", .integer(in: 0...1000))
      guard let enterprise, let sector, let workplace, let covers else { return nil }
      return FramePlan.AnsweringOffice(enterprise: enterprise, sector: sector, workplace: workplace, covers: covers)
    }
  }
}
