import SurveyModel
import Testing

@Suite("Concepts")
struct ConceptReferenceTests {
  @Test("a concept is named with a horizon exactly where it has horizons")
  func names() {
    #expect(ConceptReference("staff") == ConceptReference(.staff))
    #expect(ConceptReference("retirements(10)") == ConceptReference(.retirements, .tenYears))
    for wrong in ["retirements", "staff(2)", "retirements(3)", "retirements(10", "retirements()", "Staff", "", "()"] {
      #expect(ConceptReference(wrong) == nil, "\(wrong)")
    }
  }

  @Test("every concept reads back from its own name", arguments: Concept.allCases) func roundTrip(concept: Concept) {
    let references =
      concept.hasHorizon ? Horizon.allCases.map { ConceptReference(concept, $0) } : [ConceptReference(concept)]
    for reference in references { #expect(ConceptReference(reference.description) == reference) }
  }

  @Test("counts have a unit, choices and texts have none", arguments: Concept.allCases) func units(concept: Concept) {
    #expect((concept.unit != nil) == (concept.kind == .count || concept.kind == .scale))
  }
}
