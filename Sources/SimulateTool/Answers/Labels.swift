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
