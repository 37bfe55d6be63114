import SurveyModel

extension YAMLType where Value == ProtectionSettings {
  static var protection: YAMLType {
    .mapping("the protection: exempt-sectors, minimum-contributors, person-threshold, rounding") { keys in
      let sectors = YAMLType<[Sector]>.list(of: .one(of: Sector.allCases, what: "sector"), unique: "sector") {
        $0.rawValue
      }
      let exemptSectors = keys.required("exempt-sectors", sectors)
      let minimumContributors = keys.required("minimum-contributors", .integer(in: 3...20))
      let personThreshold = keys.required("person-threshold", .integer(in: 5...100))
      let rounding = keys.required("rounding", .integer(in: 1...100))
      guard let exemptSectors, let minimumContributors, let personThreshold, let rounding else { return nil }
      return ProtectionSettings(
        exemptSectors: exemptSectors, minimumContributors: minimumContributors, personThreshold: personThreshold,
        rounding: rounding)
    }
  }
}

extension YAMLType where Value == ProtectionKeys {
  /// The key file: what must not be public.
  static var keys: YAMLType {
    .mapping("the keys: p, pseudonym-key") { keys in
      let p = keys.required("p", .number(in: 1...100))
      let pseudonymKey = keys.required(
        "pseudonym-key", YAMLType<String>.text.that("a text of 16 characters or more") { $0.count >= 16 })
      guard let p, let pseudonymKey else { return nil }
      return ProtectionKeys(p: p, pseudonymKey: pseudonymKey)
    }
  }
}

extension YAMLType where Value == DominantEmployer {
  static var dominantEmployer: YAMLType {
    .mapping("a dominant employer: enterprise, label") { keys in
      let enterprise = keys.required("enterprise", .identifier)
      let label = keys.required("label", .localized)
      guard let enterprise, let label else { return nil }
      return DominantEmployer(enterprise: enterprise, label: label)
    }
  }
}

extension YAMLType where Value == GradeLimits {
  /// The cut-offs of F4; those that are left out are the usual ones.
  static var grades: YAMLType {
    .mapping("the cut-offs of the grades: share, total, signed, imputed-share") { keys in
      var limits = GradeLimits()
      limits.share = keys.optional("share", .shareLimits, default: limits.share)
      limits.total = keys.optional("total", .totalLimits, default: limits.total)
      limits.signed = keys.optional("signed", .signedLimits, default: limits.signed)
      limits.imputedShare = keys.optional("imputed-share", .number(in: 0...1), default: limits.imputedShare)
      return limits
    }
  }
}

extension YAMLType where Value == GradeLimits.Share {
  fileprivate static var shareLimits: YAMLType {
    .mapping("the cut-offs of shares") { keys in
      var share = GradeLimits.Share()
      share.effectiveA = keys.optional("effective-a", .number(in: 1...1000), default: share.effectiveA)
      share.degreesA = keys.optional("degrees-a", .number(in: 1...1000), default: share.degreesA)
      share.narrowWidthA = keys.optional("narrow-width-a", .number(in: 0...1), default: share.narrowWidthA)
      share.widthA = keys.optional("width-a", .number(in: 0...1), default: share.widthA)
      share.relativeWidthA = keys.optional("relative-width-a", .number(in: 0...10), default: share.relativeWidthA)
      share.effectiveB = keys.optional("effective-b", .number(in: 1...1000), default: share.effectiveB)
      share.widthB = keys.optional("width-b", .number(in: 0...1), default: share.widthB)
      return share
    }
  }
}

extension YAMLType where Value == GradeLimits.Total {
  fileprivate static var totalLimits: YAMLType {
    .mapping("the cut-offs of totals") { keys in
      var total = GradeLimits.Total()
      total.contributors = keys.optional("contributors", .integer(in: 1...1000), default: total.contributors)
      total.relativeWidthA = keys.optional("relative-width-a", .number(in: 0...10), default: total.relativeWidthA)
      total.relativeWidthB = keys.optional("relative-width-b", .number(in: 0...10), default: total.relativeWidthB)
      return total
    }
  }
}

extension YAMLType where Value == GradeLimits.Signed {
  fileprivate static var signedLimits: YAMLType {
    .mapping("the cut-offs of signed measures") { keys in
      var signed = GradeLimits.Signed()
      signed.widthA = keys.optional("width-a", .number(in: 0...10), default: signed.widthA)
      signed.widthB = keys.optional("width-b", .number(in: 0...10), default: signed.widthB)
      return signed
    }
  }
}
