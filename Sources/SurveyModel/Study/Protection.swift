/// The public part of the disclosure rules (F25); p and the pseudonym key stand in the key file.
package struct ProtectionSettings: Hashable, Sendable {
  /// Sectors that the enterprise rules do not protect; the person rule still holds for them.
  package var exemptSectors: [Sector]
  package var minimumContributors: Int
  package var personThreshold: Int
  package var rounding: Int

  package init(
    exemptSectors: [Sector] = [.municipal, .regional, .state], minimumContributors: Int = 3, personThreshold: Int = 5,
    rounding: Int = 5
  ) {
    self.exemptSectors = exemptSectors
    self.minimumContributors = minimumContributors
    self.personThreshold = personThreshold
    self.rounding = rounding
  }
}

/// What must not be public, from the key file: p of the p% rule, and the key of pseudonyms.
package struct ProtectionKeys: Hashable, Sendable {
  /// Per cent.
  package var p: Double
  package var pseudonymKey: String

  package init(p: Double, pseudonymKey: String) {
    self.p = p
    self.pseudonymKey = pseudonymKey
  }
}

/// An employer so large that it stands for itself alone (F1), named by its keyed enterprise.
package struct DominantEmployer: Hashable, Sendable {
  package var enterprise: String
  /// How the report names it when totals are printed without it.
  package var label: LocalizedText

  package init(enterprise: String, label: LocalizedText) {
    self.enterprise = enterprise
    self.label = label
  }
}
