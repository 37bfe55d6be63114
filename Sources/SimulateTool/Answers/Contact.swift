/// The made-up person who filled in the form: what ingest must drop.
struct Contact {
  let plan: SimulationPlan

  func add(to scope: inout FormScope, for unit: String) {
    var stream = RandomStream(seed: plan.seed, unit, "contact")
    let first = stream.pick(plan.texts.names) ?? ""
    let family = stream.pick(plan.texts.familyNames) ?? ""
    scope["contactName"] = .written("\(first) \(family)")
    scope["contactMail"] = .written("\(Self.plain(first)).\(Self.plain(family))@\(plan.texts.mailDomain)")
    if stream.chance(0.85), let series = stream.pick(plan.texts.telephones) {
      scope["contactTelephone"] = .written(series.starts + FrameBuilder.digits(stream.whole(series.numbers), 2))
    }
    scope["token"] = .written(FrameBuilder.digits(stream.whole(0...999_999_999), 9))
  }

  private static func plain(_ name: String) -> String {
    String(name.lowercased().map { ["å": "a", "ä": "a", "ö": "o"][$0] ?? $0 })
  }
}
