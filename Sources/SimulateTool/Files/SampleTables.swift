/// What stands in the tables of the sample, for its `datapackage.json`.
enum SampleTables {
  typealias Field = DataPackage.Field
  typealias Table = DataPackage.Table

  /// - Parameter telephoneHeading: the heading row of `telephone.csv`, as it stands in the file.
  static func all(telephoneHeading: String) -> [Table] {
    let columns = telephoneHeading.split(whereSeparator: { $0 == ";" || $0.isNewline || $0 == "\u{FEFF}" })
    return [
      frame, sample, supply, county, employment, separations, outlook, corrections, coding, withdrawn, waivers,
      Table(
        path: "telephone.csv", title: "Telephone interviews as they were keyed in", separator: ";",
        fields: columns.map { Field(String($0), "As keyed in; see the questionnaire") }),
    ]
  }

  private static let establishment = Field("establishment", required: true, "Key of the workplace")

  private static let frame = Table(
    path: "frame.csv", title: "Sampling frame: every workplace of the register",
    fields: [
      establishment,
      Field("enterprise", required: true, "Key of the enterprise, which may have several workplaces"),
      Field("holding", "Key of the group of enterprises, where there is one"),
      Field("municipality", required: true, "Municipality code, four digits"),
      Field("sector", required: true, "private, municipal, regional, state or thirdSector"),
      Field("sni", required: true, "SNI 2007 division, two digits"),
      Field("employees", type: "integer", required: true, "Staff by the register, persons"),
    ], primaryKey: ["establishment"])

  private static let sample = Table(
    path: "sample.csv", title: "Every workplace that was approached, and how it ended",
    fields: [
      establishment,
      Field("disposition", required: true, "completed, partial, refused, noContact, ineligible or unknown"),
      Field("joined_to", "The workplace whose answer also covers this one"),
      Field("mode", "web or telephone, of those that answered"),
      Field("sent", type: "date", required: true, "Day of the first letter"),
      Field("closed", type: "date", required: true, "Day of the answer, or of the last attempt"),
    ], primaryKey: ["establishment"])

  private static let supply = Table(
    path: "supply.csv", title: "Supply of labour by occupation and component",
    fields: [
      Field("municipality", required: true, "Municipality code, four digits"),
      Field("occupation", required: true, "SSYK 2012 major group"),
      Field("horizon", type: "integer", required: true, "Years from the base date"),
      Field("component", required: true, "seekersReady, graduates, completions, netInMoves or commutingChange"),
      Field("low", type: "integer", required: true, "Persons"),
      Field("base", type: "integer", required: true, "Persons"),
      Field("high", type: "integer", required: true, "Persons"),
      Field("source", required: true, "Where the figure is from"),
      Field("date", type: "date", required: true, "Day the figure is of"),
    ])

  private static let county = Table(
    path: CountyFile.path, title: "The county around the municipality: made-up figures, no county's own",
    fields: [
      Field("area", required: true, "County, two digits, or municipality, four digits"),
      Field("occupation", required: true, "SSYK 2012 major group, or all"),
      Field("horizon", type: "integer", required: true, "Years from the base date"),
      Field("employed", type: "integer", "Employed at the base date, persons"),
      Field("need", type: "integer", "What the county says it will need by then, persons; empty: not stated"),
    ], primaryKey: ["area", "occupation", "horizon"])

  private static let employment = Table(
    path: "context/employment.csv", title: "Employed persons by sector of the workplace; made up",
    fields: [
      Field("municipality", required: true, "Municipality code, four digits"),
      Field("sector", required: true, "Sector of the workplace, or all"),
      Field("employed", type: "integer", required: true, "Persons"),
    ], primaryKey: ["municipality", "sector"])

  private static let separations = Table(
    path: "context/separations.csv", title: "Yearly rates of leaving an occupation; made up",
    fields: [
      Field("occupation", required: true, "SSYK 2012 major group, or all"),
      Field("exits", type: "number", required: true, "Share of those employed that leaves work in a year"),
      Field("transfers", type: "number", required: true, "Share that changes occupation in a year"),
      Field("origin", required: true, "own, or borrowed from a larger area"),
    ], primaryKey: ["occupation"])

  private static let outlook = Table(
    path: "context/outlook.csv", title: "Occupations expected to lose or gain jobs; made up",
    fields: [
      Field("occupation", required: true, "SSYK 2012, one to four digits"),
      Field("change", required: true, "vanish or appear"),
      Field("source", required: true, "Who expects it"),
    ], primaryKey: ["occupation", "change"])

  private static let corrections = Table(
    path: "decisions/corrections.csv", title: "Answers corrected by a person",
    fields: [
      Field("response", required: true, "Key of the response"), Field("question", required: true, "Question"),
      Field("row", type: "integer", "Row of a repeating question, from 1"),
      Field("value", required: true, "What the answer is to be"), Field("role", required: true, "Who decided"),
      Field("reason", required: true, "Why"), Field("date", type: "date", required: true, "When"),
    ])

  private static let coding = Table(
    path: "decisions/coding.csv", title: "Occupation titles coded by a person",
    fields: [
      Field("title", required: true, "Title as employers wrote it, in lower case"),
      Field("ssyk", required: true, "SSYK 2012, four digits"), Field("role", required: true, "Who decided"),
      Field("date", type: "date", required: true, "When"),
    ], primaryKey: ["title"])

  private static let withdrawn = Table(
    path: "decisions/withdrawn.csv", title: "Responses that were taken back",
    fields: [
      Field("response", required: true, "Key of the response"), Field("date", type: "date", required: true, "When"),
    ], primaryKey: ["response"])

  private static let waivers = Table(
    path: "decisions/waivers.csv", title: "Enterprises that let their totals be shown",
    fields: [
      Field("enterprise", required: true, "Key of the enterprise"),
      Field("scope", required: true, "What may be shown"), Field("expires", type: "date", required: true, "Last day"),
    ], primaryKey: ["enterprise"])
}
