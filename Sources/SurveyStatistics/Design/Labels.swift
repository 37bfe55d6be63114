/// Labels turned into numbers from 0, in the order in which they are first met.
package struct Labels: Sendable {
  package let codes: [Int]
  package let count: Int

  package init<Label: Hashable>(_ labels: some Collection<Label>) {
    var numbers: [Label: Int] = [:]
    var codes: [Int] = []
    codes.reserveCapacity(labels.count)
    for label in labels {
      let next = numbers.count
      let code = numbers[label] ?? next
      if code == next { numbers[label] = next }
      codes.append(code)
    }
    self.codes = codes
    count = numbers.count
  }

  /// All units alike.
  package init(one units: Int) {
    codes = Array(repeating: 0, count: units)
    count = units > 0 ? 1 : 0
  }

  /// Every unit by itself.
  package init(each units: Int) {
    codes = Array(0..<units)
    count = units
  }
}
