/// What it would take to employ someone from the target groups, and how pages and interviewers write it.
package enum SupportCode: String, CaseIterable, Sendable {
  case interpreter, premises, mentor, subsidy, language, validation, none

  package var label: String {
    switch self {
    case .interpreter: "Tolk"
    case .premises: "Anpassade lokaler"
    case .mentor: "Mentor eller handledare"
    case .subsidy: "Lönestöd"
    case .language: "Språkstöd på arbetsplatsen"
    case .validation: "Validering av kompetens"
    case .none: "Inget behövs"
    }
  }

  /// Share of employers that say so. Nothing is never said together with something.
  var share: Double {
    switch self {
    case .interpreter: 0.16
    case .premises: 0.07
    case .mentor: 0.44
    case .subsidy: 0.38
    case .language: 0.41
    case .validation: 0.27
    case .none: 0
    }
  }
}

/// What makes it hard to recruit, on the applicants' side and on the employer's own, and how pages and interviewers
/// write it.
package enum ObstacleCode: String, CaseIterable, Sendable {
  case competence, experience, language, fewApplicants
  case pay, hours, place, conditions, none

  package var label: String {
    switch self {
    case .competence: "De sökande saknar kompetens eller behörighet"
    case .experience: "De sökande saknar yrkeserfarenhet"
    case .language: "De sökande kan för lite svenska"
    case .fewApplicants: "För få sökande"
    case .pay: "Vår lön"
    case .hours: "Arbetstiderna"
    case .place: "Arbetsplatsens läge eller resvägen"
    case .conditions: "Arbetsmiljön eller anställningsformen"
    case .none: "Det är inte svårt"
    }
  }

  /// Share of employers that say so, by how hard it is to recruit. Nothing is never said together with something.
  var share: ChangePlan.PerDifficulty {
    switch self {
    case .competence: .init(base: 0.15, step: 0.12)
    case .experience: .init(base: 0.12, step: 0.07)
    case .language: .init(base: 0.14, step: 0.02)
    case .fewApplicants: .init(base: 0.1, step: 0.11)
    case .pay: .init(base: 0.1, step: 0.05)
    case .hours: .init(base: 0.12, step: 0.03)
    case .place: .init(base: 0.13, step: 0.02)
    case .conditions: .init(base: 0.07, step: 0.03)
    case .none: .init(base: 0, step: 0)
    }
  }
}

/// Competences that can be lacking or needed, and how pages and interviewers write them.
package enum CompetenceCode: String, CaseIterable, Sendable {
  case swedish, occupational, certificate, digital, leadership, technical
  case care, service, languages, driving, maths, experience

  package var label: String {
    switch self {
    case .swedish: "Svenska i tal och skrift"
    case .occupational: "Yrkeskunskaper"
    case .certificate: "Formell behörighet eller certifikat"
    case .digital: "Digital kompetens"
    case .leadership: "Arbetsledning"
    case .technical: "Teknisk kompetens"
    case .care: "Vård och bemötande"
    case .service: "Service och försäljning"
    case .languages: "Andra språk än svenska"
    case .driving: "Körkort eller truckkort"
    case .maths: "Räkning och administration"
    case .experience: "Yrkeserfarenhet"
    }
  }
}
