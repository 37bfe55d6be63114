import SurveyStatistics

extension EmployerStudy {
  /// Counts of the frame, the sample and the answers, from the tables.
  func nonresponse() throws -> [JSON] {
    let statuses = try sample.texts("status")
    let responded = statuses.map { $0 == "responded" }
    let base = try zip(sample.numbers("N_h"), sample.numbers("n_h")).map { $0 / $1 }
    let answered = responded.count { $0 }
    let strata = try strata()
    return [
      .object([
        "frame": JSON(frame.count), "sample": JSON(statuses.count), "responded": JSON(answered),
        "response_rate_unweighted": JSON(Double(answered) / Double(statuses.count)),
        "response_rate_weighted": JSON(
          zip(base, responded).filter(\.1).map(\.0).compensatedSum() / base.compensatedSum()),
        "strata": JSON(strata.count), "strata_without_answer": JSON(strata.count { $0.counts.answers == 0 }),
        "strata_with_one_answer": JSON(strata.count { $0.counts.answers == 1 }),
        "groups": JSON(design.groups.count),
      ])
    ]
  }

  /// The strata of the frame, with the answers that came from each.
  func strata() throws -> [FrameStratum] {
    let units = Dictionary(grouping: try frame.texts("stratum")) { $0 }.mapValues(\.count)
    let answers = Dictionary(grouping: try weights.texts("stratum")) { $0 }.mapValues(\.count)
    return units.keys.sorted().map { label in
      let parts = label.split(separator: "-").map(String.init)
      return FrameStratum(
        municipality: parts[0], sector: parts[1], sizeClass: Int(parts[2]) ?? 0,
        counts: ResponseGroup(frameUnits: units[label] ?? 0, answers: answers[label] ?? 0))
    }
  }
}
