import StudyFiles
import SurveyModel

extension FieldworkPlan {
  init?(_ keys: YAMLKeys) {
    let sample = keys.required("sample", .bySector(.named(YAMLType<Int>.integer(in: 0...1_000_000))))
    let closedDown = keys.required("closed-down", .share)
    let answering = keys.required("answering", .answering)
    let collections = keys.optional("collected-by-others", .list(of: .collection)) ?? []
    guard let sample, let closedDown, var plan = answering else { return nil }
    plan.collections = collections
    plan.sample = sample
    plan.closedDown = closedDown
    self = plan
  }
}

extension YAMLType where Value == FieldworkPlan {
  fileprivate static var answering: YAMLType {
    .mapping("who answers") { keys in
      let size = keys.required("size", .named(.share))
      let sector = keys.required("sector", .bySector(.number(in: -1...1)))
      let byTelephone = keys.required("by-telephone", .named(.share))
      let partial = keys.required("partial", .share)
      let refused = keys.required("refused", .share)
      let unknown = keys.required("unknown", .share)
      guard let size, let sector, let byTelephone, let partial, let refused, let unknown else { return nil }
      return FieldworkPlan(
        sample: [:], closedDown: 0, answeringBySize: size, answeringBySector: sector, byTelephone: byTelephone,
        partial: partial, refused: refused, unknown: unknown, collections: [])
    }
  }
}

extension YAMLType where Value == FieldworkPlan.Collection {
  fileprivate static var collection: YAMLType {
    .mapping("answers that others took in: by, sector, share") { keys in
      let collector = keys.required("by", .one(of: [Collector.limeSurvey, .interviewFirm], what: "collector"))
      let sector = keys.required("sector", .one(of: Sector.allCases, what: "sector"))
      let sizes = keys.optional("sizes", .list(of: .text)) ?? []
      let share = keys.required("share", .share)
      guard let collector, let sector, let share else { return nil }
      return FieldworkPlan.Collection(collector: collector, sector: sector, sizes: sizes, share: share)
    }
  }
}

extension WritingPlan {
  init?(_ keys: YAMLKeys) {
    let respondents = keys.required("respondents", .respondents)
    let numbers = keys.required(
      "written", YAMLType<[NumberStyle: [Double]]>.keyed(by: "way to write a number", .list(of: .share, count: 3)))
    let titles = keys.required("titles", .titleChances)
    let decimalComma = keys.required("decimal-comma", .share)
    let commentShare = keys.required("comment-share", .share)
    let quoteShare = keys.required("quote-share", .share)
    guard let respondents, let numbers, let titles, let decimalComma, let commentShare, let quoteShare
    else { return nil }
    self.init(
      respondents: respondents, numbers: numbers, titles: titles, decimalComma: decimalComma,
      commentShare: commentShare, quoteShare: quoteShare)
  }
}

extension YAMLType where Value == [Double] {
  fileprivate static var respondents: YAMLType {
    .mapping("shares of careful, ordinary and careless respondents") { keys in
      let shares = ["careful", "ordinary", "careless"].map { keys.required($0, .share) }
      let known = shares.compactMap(\.self)
      return known.count == 3 ? known : nil
    }
  }
}

extension YAMLType where Value == WritingPlan.Titles {
  fileprivate static var titleChances: YAMLType {
    .mapping("how occupations are written") { keys in
      let plural = keys.required("plural", .share)
      let definite = keys.required("definite", .share)
      let capital = keys.required("capital", .share)
      let typo = keys.required("typo", .share)
      let inCapitals = keys.required("in-capitals", .share)
      guard let plural, let definite, let capital, let typo, let inCapitals else { return nil }
      return WritingPlan.Titles(
        plural: plural, definite: definite, capital: capital, typo: typo, inCapitals: inCapitals)
    }
  }
}
