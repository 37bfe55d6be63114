import ReleasedRecords
import SwedishText

/// Posts to fill by cause: the study's premise, that retirement is the main driver, put to the test (EST-06).
struct NeedSection {
  let report: Report

  private var words: Words { report.words }

  var values: [String: String] {
    let cells = report.study.horizons.flatMap { horizon in
      [Indicator.postsToFill, .retirements, .otherLeavers, .occupationGrowth].map { cell($0, horizon.years) }
    }
    return [
      "sentences": ([lines { sentence($0) }] + report.without(cells)).joined(separator: "\n\n"),
      "premise": lines { premise($0) },
    ]
  }

  private func lines(_ line: (Int) -> String) -> String {
    report.study.horizons.map { "- " + line($0.years) }.joined(separator: "\n")
  }

  func cell(_ indicator: Indicator, _ horizon: Int) -> ReleasedCell? {
    report.released.cell(indicator, Domain(horizon: horizon))
  }

  /// One horizon, worded by grade: the whole where it may be said, and the causes that may.
  private func sentence(_ horizon: Int) -> String {
    let when = "**\(words.within(horizon).uppercasedFirst)**"
    return when + ": " + whole(horizon) + " " + parts(horizon)
  }

  private func whole(_ horizon: Int) -> String {
    let posts = cell(.postsToFill, horizon)
    if let spoken = self.posts(horizon) {
      let perYear = words.spokenPerYear(posts).map { words.pick(", \($0) om året", ", \($0) a year") } ?? ""
      return words.pick("\(spoken) platser att fylla\(perYear).", "\(spoken) posts to fill\(perYear).")
    }
    if posts?.status == .confidential {
      return words.pick(
        "hur många platser som ska fyllas visas inte, av sekretess.",
        "how many posts there are to fill is not shown, for confidentiality.")
    }
    switch posts?.change {
    case .positive:
      return words.pick(
        "det finns platser att fylla, men hur många i allt går inte att säga.",
        "there are posts to fill, but how many in all cannot be said.")
    case .negative:
      return words.pick(
        "platser försvinner i allt: fler än vad som blir ledigt när folk slutar.",
        "posts go away in all: more than become free when people leave.")
    case nil:
      let range = posts.flatMap { $0.isSpeakable ? words.interval($0) : nil }.map { " (\($0))" } ?? ""
      return words.pick(
        "svaren är för osäkra för att säga hur många platser som ska fyllas\(range).",
        "the answers are too uncertain to say how many posts there are to fill\(range).")
    }
  }

  /// How many posts there are to fill, in words; nil where not even that there are any may be said.
  func posts(_ horizon: Int) -> String? {
    let posts = cell(.postsToFill, horizon)
    return posts?.change == .positive ? words.spoken(posts) : nil
  }

  private func parts(_ horizon: Int) -> String {
    var said: [String] = []
    if let spoken = words.spoken(cell(.retirements, horizon)) {
      said.append(words.pick("\(spoken) går i pension", "\(spoken) retire"))
    }
    if let spoken = words.spoken(cell(.otherLeavers, horizon)) {
      said.append(words.pick("\(spoken) slutar av andra skäl", "\(spoken) leave for other reasons"))
    }
    let causes =
      said.isEmpty
      ? "" : words.pick("Arbetsgivarna räknar med att ", "Employers expect that ") + words.wording.list(said) + ". "
    return causes + growth(cell(.occupationGrowth, horizon))
  }

  /// The growth that is part of the posts to fill: occupation by occupation, at employers with the long form.
  private func growth(_ cell: ReleasedCell?) -> String {
    let range = cell.flatMap { $0.isSpeakable ? words.interval($0) : nil }.map { " (\($0))" } ?? ""
    switch cell?.change {
    case .positive:
      return words.pick("Yrkena tillsammans växer\(range).", "The occupations together grow\(range).")
    case .negative:
      return words.pick("Yrkena tillsammans krymper\(range).", "The occupations together shrink\(range).")
    case nil:
      if cell?.status == .confidential { return "" }
      return words.pick(
        "Om yrkena tillsammans växer eller krymper går inte att säga\(range).",
        "Whether the occupations together grow or shrink cannot be said\(range).")
    }
  }

  /// Supported when retirement is surely more than half of all who leave, contradicted when surely less.
  private func premise(_ horizon: Int) -> String {
    let when = "**\(words.within(horizon).uppercasedFirst)**: "
    let share = cell(.retirementShareOfLeavers, horizon)
    guard let share, share.status == .shown, share.grade != .D else {
      return when + words.pick("avgörs inte", "not decided") + " (\(words.reason(share)))."
    }
    let range =
      words.interval(share).map {
        words.pick(" Pensionernas del av avgångarna är \($0).", " Retirement's share of the leavers is \($0).")
      } ?? ""
    if share.low.map({ $0 > 0.5 }) == true || share.low == nil && share.direction == .positive {
      return when + words.pick("**stöds**.", "**supported**.") + range
    }
    if share.high.map({ $0 < 0.5 }) == true || share.high == nil && share.direction == .negative {
      return when + words.pick("**motsägs**.", "**contradicted**.") + range
    }
    return when + words.pick("svaren avgör inte.", "the answers do not decide.") + range
  }
}
