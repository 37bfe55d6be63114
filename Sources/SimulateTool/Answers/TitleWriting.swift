/// How employers write an occupation: inflected, capitalised, misspelt.
package enum TitleWriting {
  static func text(_ occupation: OccupationPlan, _ chances: WritingPlan.Titles, _ stream: inout RandomStream) -> String
  {
    var title = occupation.titles[0]
    if occupation.titles.count > 1, stream.chance(0.4) { title = stream.pick(Array(occupation.titles[1...])) ?? title }
    let inflection = stream.unit()
    if inflection < chances.plural {
      title = inflected(title, definite: false)
    } else if inflection < chances.plural + chances.definite {
      title = inflected(title, definite: true)
    }
    if stream.chance(chances.typo) { title = misspelt(title, &stream) }
    if stream.chance(chances.capital) { title = title.prefix(1).uppercased() + title.dropFirst() }
    if stream.chance(chances.inCapitals) { title = title.uppercased() }
    return title
  }

  /// Plural or definite form of the first word, where it is the noun: `undersköterskor hemtjänst`.
  package static func inflected(_ title: String, definite: Bool) -> String {
    var words = title.split(separator: " ").map(String.init)
    guard let noun = words.first, !["sk", "ig", ".", "-"].contains(where: noun.hasSuffix) else { return title }
    words[0] = definite ? definiteForm(noun) : plural(noun)
    return words.joined(separator: " ")
  }

  private static func plural(_ noun: String) -> String {
    if noun.hasSuffix("man") { return noun.dropLast(2) + "än" }
    if noun.hasSuffix("biträde") { return noun + "n" }
    if noun.hasSuffix("a") { return noun.dropLast() + "or" }
    if noun.hasSuffix("are") || noun.hasSuffix("iker") || noun.hasSuffix("s") { return noun }
    return noun + (noun.hasSuffix("kock") || noun.hasSuffix("bas") ? "ar" : noun.hasSuffix("e") ? "r" : "er")
  }

  private static func definiteForm(_ noun: String) -> String {
    if noun.hasSuffix("biträde") { return noun + "t" }
    if noun.hasSuffix("man") { return noun + "nen" }
    return noun + (["a", "e", "or", "er"].contains(where: noun.hasSuffix) ? "n" : "en")
  }

  /// Two letters changed about, one lost or one doubled; never the first.
  private static func misspelt(_ title: String, _ stream: inout RandomStream) -> String {
    var letters = Array(title)
    guard letters.count > 4 else { return title }
    let place = stream.whole(1...(letters.count - 3))
    switch stream.whole(0...2) {
    case 0: letters.swapAt(place, place + 1)
    case 1: letters.remove(at: place)
    default: letters.insert(letters[place], at: place)
    }
    return String(letters)
  }
}
