import TestSupport
import Testing

@testable import RenderStage

@Suite("Readability index")
struct ReadabilityIndexTests {
  /// By hand. "Det är kallt. Arbetsgivarna väntar på sommaren!": 7 words, 2 sentences, 2 long (arbetsgivarna,
  /// sommaren): 3.5 + 200/7.
  @Test("agrees with texts counted by hand")
  func byHand() {
    #expect(isClose(ReadabilityIndex("Det är kallt. Arbetsgivarna väntar på sommaren!").value ?? 0, 3.5 + 200.0 / 7))
    #expect(ReadabilityIndex("En katt").value == 2)
    // Numbers are no words, emphasis is no letter, a list is no sentence of its own.
    #expect(isClose(ReadabilityIndex("1. **Ring 200 personer.** (40\u{A0}%)").value ?? 0, 2 + 50))
    #expect(ReadabilityIndex("40 \u{2212} 50.").value == nil)
  }
}
