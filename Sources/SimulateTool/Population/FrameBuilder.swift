import SurveyModel

/// Makes the register: every workplace with its sector, industry, size and owner.
struct FrameBuilder {
  let plan: SimulationPlan

  /// The workplaces in the order of their keys, and the key of the one that answers for others.
  func frame() -> (workplaces: [Workplace], office: String) {
    var drafts = namedWorkplaces()
    let office = drafts.count
    drafts.append(officeWorkplace())
    drafts += ordinaryWorkplaces()
    assignOwners(&drafts)
    // Keys say nothing about sector or size: workplaces are numbered in an order of their own.
    var order: [(draw: UInt64, draft: Int)] = []
    for draft in drafts.indices {
      var stream = RandomStream(seed: plan.seed, drafts[draft].id, "key")
      order.append((stream.next(), draft))
    }
    order.sort { ($0.draw, $0.draft) < ($1.draw, $1.draft) }
    var officeKey = ""
    let workplaces = order.enumerated().map { place, entry in
      var workplace = drafts[entry.draft]
      workplace.id = "\(plan.municipality)-\(Self.digits(place + 1, 4))"
      if entry.draft == office { officeKey = workplace.id }
      return workplace
    }
    return (workplaces, officeKey)
  }

  /// A number with at least so many digits.
  static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.count)) + text
  }

  private func namedWorkplaces() -> [Workplace] {
    plan.frame.named.flatMap { employer in
      employer.workplaces.map { workplace in
        Workplace(
          id: "named-\(employer.enterprise)-\(workplace.sni)", municipality: plan.municipality,
          enterprise: employer.enterprise,
          holding: employer.holding, sector: employer.sector, sni: workplace.sni, staffing: workplace.staffing,
          staff: workplace.staff, sizeClass: plan.frame.sizeClass(of: workplace.staff), isNamed: true)
      }
    }
  }

  private func officeWorkplace() -> Workplace {
    let office = plan.frame.office
    return Workplace(
      id: "office", municipality: plan.municipality, enterprise: office.enterprise, holding: nil, sector: office.sector,
      sni: office.workplace.sni,
      staffing: office.workplace.staffing, staff: office.workplace.staff,
      sizeClass: plan.frame.sizeClass(of: office.workplace.staff), isNamed: true)
  }

  private func ordinaryWorkplaces() -> [Workplace] {
    var workplaces: [Workplace] = []
    for sector in Sector.allCases {
      let industries = plan.frame.industries.filter { $0.sector == sector }
      for (count, size) in zip(plan.frame.counts[sector] ?? [], plan.frame.sizes) {
        let band = size.sizeClass.smallest < 10 ? 0 : size.sizeClass.smallest < 50 ? 1 : 2
        for number in 0..<count {
          let draft = "\(sector.rawValue)-\(size.sizeClass.code)-\(number)"
          var stream = RandomStream(seed: plan.seed, draft, "frame")
          let industry = industries[stream.place(inWeights: industries.map { $0.weights[band] })]
          let step = stream.whole(0...(size.steps.count - 2))
          workplaces.append(
            Workplace(
              id: draft, municipality: plan.municipality, enterprise: "", holding: nil, sector: sector,
              sni: industry.sni, staffing: industry.staffing,
              staff: stream.whole(size.steps[step]...size.steps[step + 1]), sizeClass: size.sizeClass.code,
              isNamed: false))
        }
      }
    }
    return workplaces
  }

  /// Public workplaces belong to their authority; of the others some to an enterprise with several workplaces here.
  private func assignOwners(_ drafts: inout [Workplace]) {
    var enterprises = 10
    var holdings = 10
    func newEnterprise() -> String {
      enterprises += 1
      return "E\(Self.digits(enterprises, 5))"
    }
    var authorities: [String: String] = [:]
    for named in plan.frame.named { authorities[named.sector.rawValue] = named.enterprise }
    authorities[plan.frame.office.sector.rawValue] = plan.frame.office.enterprise
    // What is left to fill of the chain of an industry: the owner, and for how many workplaces more.
    var chains: [String: (owner: Workplace, left: Int)] = [:]
    for place in drafts.indices where drafts[place].enterprise.isEmpty {
      let draft = drafts[place]
      switch draft.sector {
      case .municipal, .regional, .state:
        let authority = draft.sector == .state ? draft.staffing : draft.sector.rawValue
        let enterprise = authorities[authority] ?? newEnterprise()
        authorities[authority] = enterprise
        drafts[place].enterprise = enterprise
      case .private, .thirdSector:
        var stream = RandomStream(seed: plan.seed, draft.id, "owner")
        if let chain = chains[draft.staffing], chain.left > 0, stream.chance(plan.frame.chainShare * 4) {
          drafts[place].enterprise = chain.owner.enterprise
          drafts[place].holding = chain.owner.holding
          chains[draft.staffing] = (chain.owner, chain.left - 1)
          continue
        }
        drafts[place].enterprise = newEnterprise()
        guard draft.sector == .private, stream.chance(plan.frame.chainShare) else { continue }
        if stream.chance(plan.frame.holdingShare) {
          holdings += 1
          drafts[place].holding = "H\(Self.digits(holdings, 4))"
        }
        chains[draft.staffing] = (drafts[place], stream.whole(1...(plan.frame.chainLength - 1)))
      }
    }
  }
}
