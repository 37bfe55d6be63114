import SurveyModel

/// What `simulation.yaml` says: how a study's sample data are made.
package struct SimulationPlan: Sendable {
  package var seed: UInt64
  package var municipality: String
  package var dates: Dates
  package var frame: FramePlan
  package var staffing: [String: [OccupationWeight]]
  package var occupations: [String: OccupationPlan]
  package var change: ChangePlan
  package var fieldwork: FieldworkPlan
  package var writing: WritingPlan
  package var oddities: [Oddity: Int]
  package var decisions: DecisionPlan
  package var texts: TextPlan
  package var supply: SupplyPlan
  package var context: ContextPlan
  /// What large data for measuring speed is spread over.
  package var benchMunicipalities: [String]

  package struct Dates: Sendable {
    package var base: CalendarDay
    package var firstDay: CalendarDay
    package var lastDay: CalendarDay
    package var asOf: CalendarDay
    /// Vintage of the register, such as `2025-11`.
    package var frame: String
  }

  package struct OccupationWeight: Sendable {
    package var code: String
    package var weight: Double
  }

  package struct DecisionPlan: Sendable {
    /// Misspelt titles that someone has looked at.
    package var codedTitles: Int
    /// Titles that no list of synonyms has, and the code someone has put on them; in the order of the file.
    package var alsoCoded: [(title: String, code: String)]
    package var corrections: Int
    package var withdrawn: Int
  }
}

/// The register that the sample is drawn from.
package struct FramePlan: Sendable {
  /// Workplaces per sector, then per size class in the order of `sizes`.
  package var counts: [Sector: [Int]]
  package var sizes: [SizePlan]
  package var industries: [IndustryPlan]
  package var named: [NamedEmployer]
  package var office: AnsweringOffice
  package var chainShare: Double
  package var chainLength: Int
  package var holdingShare: Double

  /// A size class and the staff at equal steps of its distribution.
  package struct SizePlan: Sendable {
    package var sizeClass: SizeClass
    package var steps: [Int]
  }

  package struct IndustryPlan: Sendable {
    package var sector: Sector
    package var sni: String
    package var staffing: String
    /// Weight among workplaces of 1–9, 10–49 and 50 or more staff.
    package var weights: [Double]
  }

  package struct NamedEmployer: Sendable {
    package struct Workplace: Sendable {
      package var sni: String
      package var staffing: String
      package var staff: Int
    }
    package struct Waiver: Sendable {
      package var scope: String
      package var expires: CalendarDay
    }
    package var enterprise: String
    package var holding: String?
    package var sector: Sector
    package var waiver: Waiver?
    package var workplaces: [Workplace]
  }

  /// The office that answers for other workplaces of its enterprise too.
  package struct AnsweringOffice: Sendable {
    package var enterprise: String
    package var sector: Sector
    package var workplace: NamedEmployer.Workplace
    package var covers: Int
  }

  package func sizeClass(of staff: Int) -> String {
    sizes.first { $0.sizeClass.contains(staff) }?.sizeClass.code ?? sizes[0].sizeClass.code
  }
}

/// An occupation: what employers call it, who works in it and what becomes of it.
package struct OccupationPlan: Sendable {
  package var code: String
  package var titles: [String]
  /// Shares from 0 to 1.
  package var women: Double
  /// Shares of the five age bands; they sum to 1.
  package var ages: [Double]
  /// Over ten years, as a share of staff now.
  package var growth: Double
  /// 1 very easy to 5 very hard.
  package var difficulty: Double
  /// How much more (above 1) or less staff change employers than others do.
  package var mobility: Double
  package var lacks: [String]
}

/// What becomes of staff: retirement, other leaving, growth, vacancies.
package struct ChangePlan: Sendable {
  /// Share that retires, per horizon and age band.
  package var retiring: [[Double]]
  /// Share of the rest that leaves in a year, per destination of `Destination` after retirement.
  package var leaving: [Double]
  package var growthAfter: [Double]
  package var employerSpread: Double
  package var rowSpread: Double
  package var sectorGrowth: [Sector: Double]
  package var vacancies: PerDifficulty
  package var notProficient: PerDifficulty
  /// Share of employers, by size class.
  package var triedToRecruit: [String: Double]

  /// A share of staff that rises with how hard it is to recruit.
  package struct PerDifficulty: Sendable {
    package var base: Double
    package var step: Double
    package func share(_ difficulty: Double) -> Double { base + step * (difficulty - 1) }
  }
}
