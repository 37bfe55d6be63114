/// What is assumed and by whom (DOC-10): shared by estimates, forecast and report.
package struct Assumptions: Hashable, Sendable {
  /// Stated limits of an answer per employee, for don't-knows and open-ended answers (F21).
  package struct RatioLimit: Hashable, Sendable {
    package var concept: ConceptReference
    /// Size class code, or nil for all.
    package var sizeClass: String?
    /// Of staff (employer concepts) or headcount (occupation concepts); lower <= upper.
    package var lower: Double
    package var upper: Double

    package init(concept: ConceptReference, sizeClass: String?, lower: Double, upper: Double) {
      self.concept = concept
      self.sizeClass = sizeClass
      self.lower = lower
      self.upper = upper
    }
  }

  /// How a value is spread between the low and the high that a respondent states, with the best as its mode (F20).
  package enum Spread: String, CaseIterable, Hashable, Sendable { case triangular, pert }

  /// An assumption as the report prints it.
  package struct Entry: Hashable, Sendable {
    package var id: String
    package var text: LocalizedText
    package var owner: String
    package var source: String
    package var date: String

    package init(id: String, text: LocalizedText, owner: String, source: String, date: String) {
      self.id = id
      self.text = text
      self.owner = owner
      self.source = source
      self.date = date
    }
  }

  package var entries: [Entry]
  package var ratioLimits: [RatioLimit]
  /// ρ of F20: how far optimism is shared between employers, 0 to 1.
  package var sharedOptimism: Double
  /// How low, best and high answers are read (F20).
  package var spread: Spread
  /// Persons behind one full-time equivalent, at least 1; nil when none is stated: then nothing is converted (EDT-13).
  package var personsPerFullTimeEquivalent: Double?
  /// When people retire (F14); nil when the study assumes nothing of it.
  package var exitAges: ExitAges?
  /// Those who did not answer lie within this factor of those of their group who did, at least 1; nil when none is
  /// stated: then there is no plausible band (WGT-08).
  package var nonresponseFactor: Double?
  /// The assumption that a component of supply is; its values stand in supply.csv.
  package var supply: [SupplyComponent: String] = [:]
  package var factors: [ExternalFactor] = []
  /// The concepts whose limits an assumption states.
  package var limited: [String: Set<Concept>] = [:]
  /// As the study states them; see `scenarioSet`.
  package var scenarios: [Scenario] = []

  package init(
    entries: [Entry] = [], ratioLimits: [RatioLimit] = [], sharedOptimism: Double = 0.5,
    spread: Spread = .triangular, personsPerFullTimeEquivalent: Double? = nil
  ) {
    self.entries = entries
    self.ratioLimits = ratioLimits
    self.sharedOptimism = sharedOptimism
    self.spread = spread
    self.personsPerFullTimeEquivalent = personsPerFullTimeEquivalent
  }

  /// The limits for a concept in a size class: the class's own, else those for all classes, else nil.
  package func limit(for concept: ConceptReference, sizeClass: String) -> RatioLimit? {
    ratioLimits.first { $0.concept == concept && $0.sizeClass == sizeClass }
      ?? ratioLimits.first { $0.concept == concept && $0.sizeClass == nil }
  }
}
