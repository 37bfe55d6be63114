extension Wording {
  /// `a`, `a och b`, `a, b och c`; in English `a, b and c`. Nothing gives the empty text.
  package func list(_ items: some Sequence<String>) -> String {
    let items = Array(items)
    guard let last = items.last else { return "" }
    if items.count == 1 { return last }
    return items.dropLast().joined(separator: ", ") + (self == .swedish ? " och " : " and ") + last
  }

  /// A number and its noun: `1 arbetsställe`, `1 200 arbetsställen`, `0 arbetsställen`. The space between
  /// them does not break.
  package func count(_ number: Int, one: String, many: String) -> String {
    "\(self.number(number))\u{A0}\(number == 1 ? one : many)"
  }

  /// The form that goes with a number that stands elsewhere in the sentence.
  package func plural(_ number: Int, one: String, many: String) -> String {
    number == 1 ? one : many
  }
}
