/// How respondents write a number, and how they write that they have none.
package enum NumberWriting {
  /// - Parameter spread: a draw from 0 to 1 that decides how wide a range is.
  package static func text(_ number: Int, _ style: NumberStyle?, spread: Double, dash: String) -> String {
    switch style {
    case nil: grouped(number)
    case .about: "\(["ca", "Ca", "cirka", "ungefär", "ca."][Int(spread * 5)]) \(grouped(near(number)))"
    case .range: range(number, spread: spread, dash: dash)
    case .atLeast: "\(spread < 0.7 ? "minst" : "Minst") \(grouped(max(0, number - Int(spread * 3))))"
    case .atMost: "högst \(grouped(number + Int(spread * 3)))"
    case .inWords: words(number) ?? grouped(number)
    case .withUnit: "\(grouped(number)) \(["st", "personer", "st."][Int(spread * 3)])"
    case .doNotKnow: spread < 0.8 ? "vet ej" : "Vet ej"
    case .blank: ""
    case .refused: "vill ej svara"
    case .notApplicable: "ej aktuellt"
    case .unreadable: ["se bilaga", "?", "samma som förra året"][Int(spread * 3)]
    }
  }

  /// Thousands kept apart by a no-break space, as spreadsheets do: `1 200`.
  package static func grouped(_ number: Int) -> String {
    guard number >= 1000 else { return String(number) }
    return "\(grouped(number / 1000))\u{A0}\(FrameBuilder.digits(number % 1000, 3))"
  }

  private static func near(_ number: Int) -> Int {
    let step = number < 20 ? 1 : number < 100 ? 5 : number < 1000 ? 10 : 50
    return (number + step / 2) / step * step
  }

  private static func range(_ number: Int, spread: Double, dash: String) -> String {
    let half = max(1, number / 10)
    let low = max(0, number - Int(Double(half) * (0.5 + spread)))
    return "\(grouped(low))\(dash)\(grouped(max(low + 1, number + half)))"
  }

  /// In letters up to 99, nil above.
  package static func words(_ number: Int) -> String? {
    let small = [
      "noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton",
      "fjorton", "femton", "sexton", "sjutton", "arton", "nitton",
    ]
    let tens = ["tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio"]
    guard number < 100 else { return nil }
    if number < 20 { return small[number] }
    return tens[number / 10 - 2] + (number % 10 == 0 ? "" : number % 10 == 1 ? "ett" : small[number % 10])
  }
}
