import SurveyModel

/// Employers without end, of the plan's kinds, for measuring speed: each is made from its number alone.
struct BenchPopulation: Sendable {
  let plan: SimulationPlan
  private let cells: [Cell]
  private let weights: [Double]

  private struct Cell: Sendable {
    var sector: Sector
    var size: FramePlan.SizePlan
    var industries: [FramePlan.IndustryPlan]
    var industryWeights: [Double]
    var frameUnits: Int
    var approached: Int
  }

  /// - Parameter asApproached: true: as many of each size as are approached; false: as many as the register has.
  init(plan: SimulationPlan, asApproached: Bool) {
    self.plan = plan
    var cells: [Cell] = []
    for sector in Sector.allCases {
      let industries = plan.frame.industries.filter { $0.sector == sector }
      for (units, size) in zip(plan.frame.counts[sector] ?? [], plan.frame.sizes) where units > 0 {
        let band = size.sizeClass.smallest < 10 ? 0 : size.sizeClass.smallest < 50 ? 1 : 2
        let isTakeAll = size.sizeClass.smallest >= plan.fieldwork.takeAllFrom
        let approached = isTakeAll ? units : plan.fieldwork.sample[sector]?[size.sizeClass.code] ?? 0
        guard approached > 0 else { continue }
        cells.append(
          Cell(
            sector: sector, size: size, industries: industries, industryWeights: industries.map { $0.weights[band] },
            frameUnits: units, approached: approached))
      }
    }
    self.cells = cells
    weights = cells.map { Double(asApproached ? $0.approached : $0.frameUnits) }
  }

  /// The workplace with that number. Keys rise with the number: enterprise and establishment sort alike.
  func workplace(_ number: Int) -> Workplace {
    var stream = RandomStream(seed: plan.seed, String(number), "bench")
    let cell = cells[stream.place(inWeights: weights)]
    let municipality = stream.pick(plan.benchMunicipalities) ?? plan.municipality
    let industry = cell.industries[stream.place(inWeights: cell.industryWeights)]
    let step = stream.whole(0...(cell.size.steps.count - 2))
    let staff = stream.whole(cell.size.steps[step]...cell.size.steps[step + 1])
    // Now and then the workplace belongs to the enterprise of the one before.
    let owner = number % 10 == 7 ? number - 1 : number
    return Workplace(
      id: "W\(FrameBuilder.digits(number, 8))", municipality: municipality,
      enterprise: "E\(FrameBuilder.digits(owner, 8))",
      holding: nil, sector: cell.sector, sni: industry.sni, staffing: industry.staffing, staff: staff,
      sizeClass: cell.size.sizeClass.code, isNamed: false)
  }

  /// How many workplaces of the register stand behind one that is approached.
  func frameUnits(perApproached workplace: Workplace) -> Double {
    let cell = cells.first { $0.sector == workplace.sector && $0.size.sizeClass.code == workplace.sizeClass }
    return cell.map { Double($0.frameUnits) / Double($0.approached) } ?? 1
  }
}
