/// The words around a number, whatever is counted.
enum QuantityWords {
  /// Which side of a number the answer leaves open.
  enum Bound: Hashable {
    case atLeast, moreThan, atMost, lessThan
  }

  /// What stands between the two ends after `mellan` and after `från`.
  enum Joint: Hashable {
    case and, to
  }

  /// Before or after a number; it stays the number. `drygt` and `knappt` are nearer to it than to any other.
  static let about = PhraseTable([
    "ca", "cirka", "circa", "c:a", "omkring", "runt", "kring", "ungefär", "uppskattningsvis", "typ", "kanske", "nog",
    "drygt", "knappt", "nästan", "närmare", "bortåt", "uppemot", "cirkus", "sisådär", "i runda tal", "snitt", "i snitt",
    "about", "around", "approx", "approximately", "roughly", "maybe", "perhaps", "nearly", "almost", "some", "circa",
    "eller så", "or so", "~", "≈",
  ])

  /// Before a number, and of no weight.
  static let openings = [
    "vi är", "vi har", "vi blir", "we are", "we have", "totalt", "sammanlagt", "total", "in total", "there are",
    "det är", "det blir", "bara", "endast", "only", "just",
  ]

  static let boundSigns = PhraseTable<Bound>([
    (.moreThan, [">"]), (.lessThan, ["<"]), (.atLeast, [">=", "=>", "≥"]), (.atMost, ["<=", "=<", "≤"]),
  ])

  static let boundsBefore = PhraseTable<Bound>([
    (
      .atLeast,
      [
        "minst", "allra minst", "som minst", "åtminstone", "lägst", "från", "min", "minimum", "inte färre än",
        "ej färre än", "inte mindre än", "inte under", "ej under", "at least", "no fewer than", "not fewer than",
        "no less than", "not less than", "from",
      ]
    ),
    (.moreThan, ["fler än", "flera än", "mer än", "mera än", "över", "more than", "over", "above"]),
    (
      .atMost,
      [
        "högst", "allra högst", "som högst", "som mest", "max", "maximalt", "maximum", "upp till", "inte fler än",
        "inte mer än", "inte över", "ej fler än", "ej mer än", "ej över", "at most", "up to", "no more than",
        "not more than",
      ]
    ),
    (.lessThan, ["färre än", "mindre än", "under", "less than", "fewer than", "below"]),
  ])

  static let boundsAfter = PhraseTable<Bound>([
    (
      .atLeast,
      [
        "eller fler", "eller flera", "eller mer", "eller mera", "och uppåt", "och mer", "och fler", "uppåt", "or more",
        "and more", "and up", "and above", "or above",
      ]
    ),
    (.atMost, ["eller färre", "eller mindre", "or less", "or fewer", "or below"]),
  ])

  /// Before the two ends of a range.
  static let between = PhraseTable<Joint>([(.and, ["mellan", "between"]), (.to, ["från", "from"])])
  static let and = PhraseTable(["och", "and"])
  static let to = PhraseTable(["till", "to"])

  /// Between the two ends of a range when nothing stands before it.
  static let separators = PhraseTable(["till", "to", "eller", "or", "à", "a", "á"])

  /// Between a lower and an upper bound.
  static let joints = PhraseTable(["och", "men", "and", "but"])

  static let articles = PhraseTable(["en", "ett", "a", "one"])
  static let half = PhraseTable(["en halv", "ett halvt", "halv", "half a", "half", "one half"])
  static let andAHalf = PhraseTable(["och en halv", "och ett halvt", "och ½", "and a half"])
  static let powers = PhraseTable<Double>([(100, ["hundra", "hundred"]), (1_000, ["tusen", "thousand"])])

  /// Between a part and what it is a part of: `3 av 10`.
  static let outOf = PhraseTable(["av", "på", "of", "in", "out of"])

  /// None at all.
  static let none: Set<String> = ["ingen", "inga", "inget", "ingenting", "none", "nobody", "nothing", "no"]

  /// From such a word on the answer speaks of a part of the number.
  static let remarks = PhraseTable([
    "varav", "därav", "inkl", "inklusive", "of which", "of whom", "incl", "including",
  ])
}
