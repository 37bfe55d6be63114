import ReleasedRecords

/// Which class of the five-grade index an occupation is in (F11, EST-05): said only where the whole interval is.
struct ShortageIndexSection {
  let report: Report
  private var words: Words { report.words }

  var markdown: String {
    guard report.asks(.shortageIndex) else { return "" }
    let codes = report.occupations(of: .shortageIndex, digits: 1)
    let cells = codes.map { report.released.cell(.shortageIndex, Domain(occupation: $0)) }
    var lines: [String] = []
    for grade in ShortageClass.allCases.reversed() {
      let own = zip(codes, cells).filter { Self.surely($0.1) == grade }.map { words.inSentence(words.occupation($0.0)) }
      if !own.isEmpty { lines.append("- **\(name(of: grade))**: \(words.wording.list(own)).") }
    }
    let open = cells.count { $0?.isSpeakable == true && Self.surely($0) == nil }
    if open > 0 {
      lines.append(
        words.pick(
          "- **Mellan två klasser**: \(open) av \(codes.count) yrkesområden, för intervallet når in i en annan.",
          "- **Between two classes**: \(open) of \(codes.count) major groups, as the interval reaches into another."))
    }
    return lines.joined(separator: "\n")
  }

  /// The class of both ends of the interval; nil where they differ or nothing may be said.
  static func surely(_ cell: ReleasedCell?) -> ShortageClass? {
    guard let cell, cell.isSpeakable, let low = cell.low, let high = cell.high else { return nil }
    let grade = ShortageClass(index: low)
    return grade == ShortageClass(index: high) ? grade : nil
  }

  private func name(of grade: ShortageClass) -> String {
    switch grade {
    case .veryLittleCompetition: words.pick("Mycket liten konkurrens om jobben", "Very little competition for jobs")
    case .littleCompetition: words.pick("Liten konkurrens om jobben", "Little competition for jobs")
    case .balance: words.pick("Balans", "Balance")
    case .greatCompetition: words.pick("Stor konkurrens om jobben", "Great competition for jobs")
    case .veryGreatCompetition: words.pick("Mycket stor konkurrens om jobben", "Very great competition for jobs")
    }
  }
}
