/// The words around a number, each as the row of words it is written in.
enum QuantityWords {
  /// Which side of a number the answer leaves open.
  enum Bound: Hashable {
    case atLeast, moreThan, atMost, lessThan
  }

  /// Before or after a number; it stays the number. `drygt` and `knappt` are nearer to it than to any other.
  static let about: [[String]] = phrases([
    "ca", "cirka", "circa", "c:a", "omkring", "runt", "kring", "ungefär", "uppskattningsvis", "typ", "kanske", "nog",
    "drygt", "knappt", "nästan", "närmare", "bortåt", "uppemot", "about", "around", "approx", "approximately",
    "roughly", "maybe", "perhaps", "nearly", "almost", "some", "eller så", "or so",
  ])

  /// Before a number, and of no weight.
  static let openings: [[String]] = phrases([
    "vi är", "vi har", "we are", "we have", "totalt", "sammanlagt", "total", "in total", "there are", "det är",
  ])

  static let boundsBefore: [([String], Bound)] = meanings([
    (
      .atLeast,
      [
        "minst", "allra minst", "som minst", "åtminstone", "lägst", "från", "min", "minimum", "inte färre än",
        "ej färre än", "inte mindre än", "inte under", "ej under", "at least", "no fewer than", "not fewer than",
        "no less than", "not less than", "from",
      ]
    ),
    (
      .moreThan,
      ["fler än", "flera än", "mer än", "mera än", "över", "more than", "over", "above"]
    ),
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

  static let boundsAfter: [([String], Bound)] = meanings([
    (
      .atLeast,
      [
        "eller fler", "eller flera", "eller mer", "eller mera", "och uppåt", "och mer", "och fler", "uppåt", "or more",
        "and more", "and up", "and above", "or above",
      ]
    ),
    (.atMost, ["eller färre", "eller mindre", "or less", "or fewer", "or below"]),
  ])

  static let boundSigns: [String: Bound] = [
    ">": .moreThan, "<": .lessThan, ">=": .atLeast, "=>": .atLeast, "≥": .atLeast, "<=": .atMost, "≤": .atMost,
  ]

  /// Before and between the two ends of a range.
  static let between = [("mellan", "och"), ("between", "and"), ("från", "till"), ("from", "to")]

  /// Between the two ends of a range when nothing stands before it.
  static let separators: [[String]] = phrases(["till", "to", "eller", "or", "à", "a", "á"])

  /// Between a lower and an upper bound.
  static let joints: [[String]] = phrases(["och", "men", "and", "but"])

  static let articles: [[String]] = phrases(["en", "ett", "a", "one"])
  static let halves: [[String]] = phrases(["half a", "ett halvt"])

  /// None at all.
  static let none: Set<String> = ["ingen", "inga", "inget", "ingenting", "none", "nobody", "nothing", "no"]

  /// What is counted: persons, posts, workplaces. A word for another unit (full-time equivalents, per cent, hours) makes
  /// the answer unreadable, because nothing says how it is to be converted.
  static let units: [[String]] = phrases([
    "st", "styck", "stycken", "person", "personer", "pers", "anställd", "anställda", "medarbetare", "man", "tjänst",
    "tjänster", "jobb", "plats", "platser", "ledig", "lediga", "vakanser", "vakans", "arbetsställe", "arbetsställen",
    "alls", "people", "persons", "employees", "employee", "staff", "workers", "posts", "post", "positions", "jobs",
    "job", "vacancies", "vacancy", "one", "at all", "kvinnor", "män", "women", "men", "idag", "i dag", "nu", "just nu",
    "now", "today", "totalt", "sammanlagt", "total", "in total", "pieces",
  ])

  /// From such a word on the answer speaks of a part of the number.
  static let remarks: [[String]] = phrases([
    "varav", "därav", "inkl", "inklusive", "of which", "of whom", "incl", "including",
  ])

  /// The longest phrases first, so that `inte mer än` is not read as `mer än`.
  private static func phrases(_ texts: [String]) -> [[String]] {
    texts.map { $0.split(separator: " ").map(String.init) }.sorted { $0.count > $1.count }
  }

  private static func meanings(_ bounds: [(Bound, [String])]) -> [([String], Bound)] {
    bounds.flatMap { bound, texts in phrases(texts).map { ($0, bound) } }.sorted { $0.0.count > $1.0.count }
  }
}
