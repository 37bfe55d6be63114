import ConfidentialRecords

/// What the cleaning stage has counted of the answers: how many are missing and why, and how many broke a rule (F43).
struct AnswerQuality {
  struct Item {
    var subject: String
    var answered = 0
    var missing: [MissingReason: Int] = [:]

    /// Those that were to be answered: asked, reached and applicable.
    var asked: Int { answered + Self.reasons.reduce(0) { $0 + (missing[$1] ?? 0) } }
    var missingShare: Double { asked > 0 ? Double(asked - answered) / Double(asked) : 0 }

    /// Reasons for which an answer that was asked for is not there.
    static let reasons: [MissingReason] = [.doNotKnow, .blank, .refused, .unreadable, .implausible]
  }

  /// By subject: a concept with its horizon, or a question's id.
  private(set) var items: [Item] = []
  /// Checks of a rule against the answers that it applies to, those that failed, and those that fail for a part of a
  /// range that was given.
  private(set) var checks = 0
  private(set) var failed = 0
  private(set) var mayFail = 0
  private(set) var employersToAskAgain = 0
  private(set) var responses = 0

  init(_ process: [ProcessRecord]) {
    var items: [String: Item] = [:]
    for record in process where record.stage == "clean" {
      switch (record.what, record.key) {
      case ("answered", let key?): items[key, default: Item(subject: key)].answered += record.count
      case ("rule holds", _): checks += record.count
      case ("rule breaks", _):
        checks += record.count
        failed += record.count
      case ("rule may break", _):
        checks += record.count
        mayFail += record.count
      case ("employers to ask again", _): employersToAskAgain += record.count
      case ("responses cleaned", _): responses += record.count
      case (let what, let key?) where what.hasPrefix("missing "):
        guard let reason = MissingReason(rawValue: String(what.dropFirst("missing ".count))) else { continue }
        items[key, default: Item(subject: key)].missing[reason, default: 0] += record.count
      default: continue
      }
    }
    self.items = items.values.filter { $0.asked > 0 }.sorted {
      ($1.missingShare, $0.subject) < ($0.missingShare, $1.subject)
    }
  }
}
