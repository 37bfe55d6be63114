import ConfidentialRecords

/// How large an answer is per person employed, by concept and size class: what a missing answer is reckoned from.
///
///     r_c = Σ w·y / Σ w·base      base: staff for the employer's counts, headcount for an occupation's
///
/// First pass over the employers; parts are merged in the order of the input. Dominant employers give no ratio and
/// are never given one (EDT-09). A class without answers takes the ratio of all classes; without any, 0.
/// Source: ratio imputation, Särndal, Swensson & Wretman (1992), ch. 15.7.
package struct ItemRatios: Sendable {
  private var sums: [Double]
  private var bases: [Double]
  private let classes: Int

  package init(sizeClasses: Int) {
    classes = sizeClasses
    sums = Array(repeating: 0, count: CountConcepts.all.count * (sizeClasses + 1))
    bases = sums
  }

  package mutating func add(_ employer: EmployerRecord, weight: Double, sizeClass: Int) {
    guard employer.dominant != true else { return }
    let employees = Double(employer.employees)
    let values = CountConcepts.values(of: employer)
    // Staff itself is reckoned from the frame's number of employees; all else from staff.
    add(values[0], base: employees, concept: 0, weight: weight, sizeClass: sizeClass)
    let staff = values[0].best ?? employees
    for index in 1..<values.count {
      add(values[index], base: staff, concept: index, weight: weight, sizeClass: sizeClass)
    }
    let offset = CountConcepts.ofEmployer.count
    for row in employer.occupations {
      let counts = CountConcepts.values(of: row)
      add(counts[0], base: staff, concept: offset, weight: weight, sizeClass: sizeClass)
      guard let headcount = counts[0].best else { continue }
      for index in 1..<counts.count {
        add(counts[index], base: headcount, concept: offset + index, weight: weight, sizeClass: sizeClass)
      }
    }
  }

  package mutating func merge(_ later: ItemRatios) {
    for index in sums.indices {
      sums[index] += later.sums[index]
      bases[index] += later.bases[index]
    }
  }

  func ratio(concept: Int, sizeClass: Int) -> Double {
    for column in [sizeClass, classes] {
      let index = concept * (classes + 1) + column
      if bases[index] > 0 { return sums[index] / bases[index] }
    }
    return 0
  }

  private mutating func add(_ quantity: Quantity, base: Double, concept: Int, weight: Double, sizeClass: Int) {
    guard let value = quantity.best, base > 0 else { return }
    for column in [sizeClass, classes] {
      let index = concept * (classes + 1) + column
      sums[index] += weight * value
      bases[index] += weight * base
    }
  }
}
