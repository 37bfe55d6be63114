import Diagnostics
import Testing

@Suite("Text shape")
struct TextShapeTests {
  @Test(
    "says the kind and length of a text, never the text",
    arguments: [
      ("", "an empty text"), ("   ", "white space of 3 characters"),
      ("vet inte!", "a text of 9 characters without a number"),
      ("x", "a text of 1 character without a number"), ("ca 20", "a text of 5 characters with a number in it"),
      ("40", "a whole number of 2 characters"), ("-1 200", "a whole number of 6 characters"),
      ("2,5", "a number with decimals, of 3 characters"), ("1.200.000", "a text of 9 characters with a number in it"),
      ("10-15", "a text of 5 characters with a number in it"),
      ("e\u{301}\u{1F469}\u{200D}\u{1F467}", "a text of 2 characters without a number"),
    ])
  func shapes(text: String, description: String) {
    #expect(TextShape(text).description == description)
  }
}
