import ReleasedRecords

/// `datapackage.json`: what stands in the tables, for machines (Frictionless Tabular Data Package). One line per file.
struct DataPackage {
  let study: Study
  let tables: [TableFile]

  var file: RenderedFile {
    let resources = tables.flatMap { table in
      [resource(table, variant: .comma), resource(table, variant: .semicolon)]
    }
    let lines =
      ["{", "\"profile\":\"tabular-data-package\","]
      + [
        "\"name\":\(json(study.id)),", "\"title\":\(json(study.title.en)),",
        "\"description\":\(json(description)),", "\"resources\":[",
      ]
      + resources.enumerated().map { $0 == resources.count - 1 ? $1 : $1 + "," } + ["]", "}", ""]
    return RenderedFile(path: "datapackage.json", text: lines.joined(separator: "\n"))
  }

  private var description: String {
    (study.isSynthetic ? "Made-up data, to show the system. " : "")
      + "Tables of the report \(study.title.en), as of \(study.asOf). Each table is there twice: with comma and decimal point, and with semicolon and decimal comma."
  }

  private func json(_ text: String) -> String {
    var writer = JSONWriter()
    writer.write(text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func resource(_ table: TableFile, variant: CSVWriter.Variant) -> String {
    let isComma = variant == .comma
    var writer = JSONWriter()
    func member(_ key: String, _ value: String) {
      writer.key(key)
      writer.write(value)
    }
    writer.beginObject()
    member("name", isComma ? table.name : table.name + "-semicolon")
    member("title", table.title.en)
    member("profile", "tabular-data-resource")
    member("path", "tables/\(table.name)\(isComma ? "" : ".semicolon").csv")
    member("format", "csv")
    member("mediatype", "text/csv")
    member("encoding", "utf-8")
    writer.key("dialect")
    writer.beginObject()
    member("delimiter", isComma ? "," : ";")
    member("lineTerminator", "\r\n")
    writer.key("doubleQuote")
    writer.write(true)
    writer.key("header")
    writer.write(true)
    writer.endObject()
    writer.key("schema")
    writer.beginObject()
    writer.key("fields")
    writer.beginArray()
    for field in table.fields {
      writer.beginObject()
      member("name", field.name)
      member("type", field.kind)
      member("description", field.description)
      if field.kind == "number", !isComma { member("decimalChar", ",") }
      writer.endObject()
    }
    writer.endArray()
    writer.key("missingValues")
    writer.beginArray()
    writer.write("")
    writer.endArray()
    writer.endObject()
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
