/// Learns from a list of titles which group their parts speak for: a linear classifier, one weight for each part and
/// group that occur together in the list.
///
/// Trained with the passive–aggressive rule: the titles are gone through in a fixed order, and where the right group
/// does not lead the best wrong one by 1, weights move just so far that it does. The weights are the mean of all they
/// have been. Nothing is drawn by chance: the same list gives the same weights.
///
/// - Source: Crammer et al. (2006), *Online passive-aggressive algorithms*, JMLR 7, PA-I for several classes; averaging
///   as in Freund & Schapire (1999). Parts are weighted by their rarity (idf) and the title's length is made 1.
struct TitleClassifier: Sendable {
  /// The groups, sorted.
  let groups: [String]
  /// Of the titles it has learned from, in their order.
  private(set) var vectors: [Vector] = []
  private var parts: [UInt64: Int32] = [:]
  private var rarity: [Float] = []
  /// Where the weights of a part begin; one more than there are parts.
  private var starts: [Int32] = [0]
  private var classes: [Int32] = []
  /// The part occurs in a title of the group.
  private var occurs: [Bool] = []
  private var weights: [Float] = []

  /// A part of so many groups has a place for every one: then scores can be added up several at a time.
  private static let common = 24

  private static let rounds = 4
  /// The furthest that weights move for one title.
  private static let aggressiveness: Float = 1

  /// - Parameter titles: the parts of each, and its group.
  init(_ titles: [(parts: [UInt64], group: String)]) {
    groups = Set(titles.map(\.group)).sorted()
    let places = Dictionary(groups.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { a, _ in a })
    let labels = titles.map { places[$0.group] ?? 0 }
    var counts: [Int] = []
    let known = titles.map { title in
      title.parts.map { part -> Int32 in
        let place = parts[part, default: Int32(counts.count)]
        if Int(place) == counts.count {
          parts[part] = place
          counts.append(0)
        }
        counts[Int(place)] += 1
        return place
      }
    }
    rarity = counts.map { 1 + Self.logarithm(Float(titles.count) / Float($0)) }
    findClasses(known, labels)
    weights = [Float](repeating: 0, count: classes.count)
    vectors = known.map(weighted)
    train(labels)
  }

  /// Of every part the groups that it occurs in, sorted; of a common one, all groups.
  private mutating func findClasses(_ titles: [[Int32]], _ labels: [Int32]) {
    var all = [Bool](repeating: false, count: rarity.count * groups.count)
    for (title, label) in zip(titles, labels) {
      for part in title { all[Int(part) * groups.count + Int(label)] = true }
    }
    for part in rarity.indices {
      let own = all[(part * groups.count)..<((part + 1) * groups.count)]
      let isCommon = own.count { $0 } >= Self.common
      for (group, isOwn) in own.enumerated() where isOwn || isCommon {
        classes.append(Int32(group))
        occurs.append(isOwn)
      }
      starts.append(Int32(classes.count))
    }
  }

  /// What the parts say for each group; the greater, the likelier.
  func scores(_ parts: [UInt64]) -> [Float] {
    var scores = [Float](repeating: 0, count: groups.count)
    add(vector(parts), to: &scores)
    return scores
  }

  /// A title whose likeness to others is asked for many times.
  func pattern(_ title: [UInt64]) -> Pattern {
    var values = [Float](repeating: 0, count: rarity.count)
    for (part, value) in vector(title) { values[Int(part)] = value }
    return Pattern(values: values)
  }

  struct Pattern {
    /// By part; 0 for one that the title lacks.
    fileprivate let values: [Float]

    /// The cosine of two titles: 1 for the same parts, 0 for none in common.
    func likeness(to vector: Vector) -> Float {
      // As in `add`: every place comes from `init`.
      values.withUnsafeBufferPointer { values in vector.reduce(0) { $0 + $1.value * values[Int($1.part)] } }
    }
  }

  // MARK: Vectors

  typealias Vector = [(part: Int32, value: Float)]

  /// The known parts, weighted; of length 1 unless none is known. What is not known is left out.
  func vector(_ title: [UInt64]) -> Vector { weighted(title.compactMap { parts[$0] }) }

  private func weighted(_ known: [Int32]) -> Vector {
    let length = known.reduce(Float(0)) { $0 + rarity[Int($1)] * rarity[Int($1)] }.squareRoot()
    return known.map { ($0, rarity[Int($0)] / length) }
  }

  private func add(_ vector: Vector, to scores: inout [Float]) {
    // Every place comes from `init`; the checks of the arrays would be most of the work.
    scores.withUnsafeMutableBufferPointer { scores in
      weights.withUnsafeBufferPointer { weights in
        classes.withUnsafeBufferPointer { classes in
          for (part, value) in vector {
            let (start, end) = (Int(starts[Int(part)]), Int(starts[Int(part) + 1]))
            if end - start == scores.count {
              for group in 0..<scores.count { scores[group] += value * weights[start &+ group] }
            } else {
              for place in start..<end { scores[Int(classes[place])] += value * weights[place] }
            }
          }
        }
      }
    }
  }

  // MARK: Training

  private mutating func train(_ labels: [Int32]) {
    guard groups.count > 1 else { return }
    var late = weights  // each change times the step it came at
    var scores = [Float](repeating: 0, count: groups.count)
    var step: Float = 1
    for round in 0..<Self.rounds {
      for place in Self.order(vectors.count, round: round) {
        for index in scores.indices { scores[index] = 0 }
        let (vector, label) = (vectors[place], labels[place])
        add(vector, to: &scores)
        let rival = Self.best(scores, but: label)
        let loss = 1 - scores[Int(label)] + scores[Int(rival)]
        if loss > 0 { move(vector, for: label, against: rival, loss: loss, step: step, &late) }
        step += 1
      }
    }
    for place in weights.indices { weights[place] -= late[place] / step }
  }

  /// The first of the groups with the highest score.
  private static func best(_ scores: [Float], but label: Int32) -> Int32 {
    scores.withUnsafeBufferPointer { scores in
      var best = label == 0 ? 1 : 0
      for other in scores.indices where other != Int(label) && scores[other] > scores[best] { best = other }
      return Int32(best)
    }
  }

  private mutating func move(
    _ vector: Vector, for label: Int32, against rival: Int32, loss: Float, step: Float, _ late: inout [Float]
  ) {
    var changes: [(place: Int, value: Float)] = []
    var square: Float = 0
    for (part, value) in vector {
      for (group, change) in [(label, value), (rival, -value)] {
        guard let place = place(of: group, part) else { continue }
        changes.append((place, change))
        square += value * value
      }
    }
    guard square > 0 else { return }
    let length = min(Self.aggressiveness, loss / square)
    for (place, value) in changes {
      weights[place] += length * value
      late[place] += step * length * value
    }
  }

  /// Of the weight of a part for a group; nil where they do not occur together.
  private func place(of group: Int32, _ part: Int32) -> Int? {
    var (low, high) = (Int(starts[Int(part)]), Int(starts[Int(part) + 1]))
    let end = high
    if end - low == groups.count { return occurs[low + Int(group)] ? low + Int(group) : nil }
    while low < high {
      let middle = (low + high) / 2
      if classes[middle] < group { low = middle + 1 } else { high = middle }
    }
    return low < end && classes[low] == group ? low : nil
  }

  /// Every place once, neighbours of the sorted list far apart.
  private static func order(_ count: Int, round: Int) -> [Int] {
    func divisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : divisor(b, a % b) }
    var stride = [7919, 6007, 5003, 4001][round % 4]
    while count > 0, divisor(stride, count) != 1 { stride += 1 }
    return (0..<count).map { $0 * stride % count }
  }

  /// The natural logarithm of a number from 1, the same on every machine: halvings, then a series.
  private static func logarithm(_ number: Float) -> Float {
    var (rest, halvings) = (number, Float(0))
    while rest > 1.5 { (rest, halvings) = (rest / 2, halvings + 1) }
    let t = (rest - 1) / (rest + 1)
    let square = t * t
    let series = 2 * t * (1 + square / 3 + square * square / 5 + square * square * square / 7)
    return halvings * 0.693_147_2 + series
  }
}
