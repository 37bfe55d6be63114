import RecordStreams

/// `datapackage.json`: describes the sample for those who open it without the pipeline (Frictionless Data Package 1).
struct DataPackage {
  struct Field {
    var name: String
    var type: String
    var description: String
    var isRequired: Bool

    init(_ name: String, type: String = "string", required: Bool = false, _ description: String) {
      self.name = name
      self.type = type
      self.description = description
      self.isRequired = required
    }
  }

  struct Table {
    var path: String
    var title: String
    var separator = ","
    var fields: [Field]
    var primaryKey: [String] = []
  }

  /// A file that is no table of its own.
  struct Document {
    var path: String
    var title: String
    var format = "html"
    var mediaType = "text/html"
  }

  let plan: SimulationPlan
  let study: String

  func text(tables: [Table], documents: [Document]) -> String {
    var json = JSONWriter()
    json.beginObject()
    write("name", "\(study)-sample", to: &json)
    write("title", "Sample data of the study \(study): made up, about nobody", to: &json)
    write(
      "description",
      "Every employer, person, address and number is made up by survey-simulate from a seed. The register is of "
        + "\(plan.dates.frame), the base date is \(plan.dates.base). The known truth lies beside this folder.",
      to: &json)
    write("created", "\(plan.dates.asOf)T00:00:00Z", to: &json)
    json.key("licenses")
    json.beginArray()
    json.beginObject()
    write("name", "MIT", to: &json)
    write("path", "https://opensource.org/licenses/MIT", to: &json)
    json.endObject()
    json.endArray()
    json.key("resources")
    json.beginArray()
    for table in tables { write(table, to: &json) }
    for document in documents { write(document, to: &json) }
    json.endArray()
    json.endObject()
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func write(_ key: String, _ value: String, to json: inout JSONWriter) {
    json.key(key)
    json.write(value)
  }

  private func write(_ table: Table, to json: inout JSONWriter) {
    json.beginObject()
    let name = table.path.split(separator: "/").last.map { $0.dropLast(4) } ?? ""
    write("name", String(name), to: &json)
    write("type", "table", to: &json)
    write("path", table.path, to: &json)
    write("title", table.title, to: &json)
    write("format", "csv", to: &json)
    write("mediatype", "text/csv", to: &json)
    write("encoding", "utf-8", to: &json)
    if table.separator != "," {
      json.key("dialect")
      json.beginObject()
      json.key("csv")
      json.beginObject()
      write("delimiter", table.separator, to: &json)
      json.endObject()
      json.endObject()
    }
    json.key("schema")
    json.beginObject()
    json.key("fields")
    json.beginArray()
    for field in table.fields {
      json.beginObject()
      write("name", field.name, to: &json)
      write("type", field.type, to: &json)
      write("description", field.description, to: &json)
      if field.isRequired {
        json.key("constraints")
        json.beginObject()
        json.key("required")
        json.write(true)
        json.endObject()
      }
      json.endObject()
    }
    json.endArray()
    if !table.primaryKey.isEmpty {
      json.key("primaryKey")
      json.beginArray()
      for key in table.primaryKey { json.write(key) }
      json.endArray()
    }
    json.endObject()
    json.endObject()
  }

  private func write(_ document: Document, to json: inout JSONWriter) {
    json.beginObject()
    let name = document.path.prefix { $0 != "." }.map { $0 == "/" ? "-" : $0 }
    write("name", String(name).lowercased(), to: &json)
    write("path", document.path, to: &json)
    write("title", document.title, to: &json)
    write("format", document.format, to: &json)
    write("mediatype", document.mediaType, to: &json)
    json.endObject()
  }
}
