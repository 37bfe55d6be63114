/// The encodings that pages and exports of Swedish surveys come in.
package enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case windows1252 = "windows-1252"
  case latin9 = "iso-8859-15"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"

  /// The encoding that a declaration means, after the Encoding Standard (WHATWG): ISO-8859-1 and ASCII are read as
  /// windows-1252, which is what those who write them use. UTF-16 in a declaration that could be read as ASCII
  /// means UTF-8. `nil` for an encoding that is not read here.
  package init?(label: String) {
    switch label.lowercased() {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "utf-16", "utf-16le", "utf-16be": self = .utf8
    case "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "iso88591", "iso_8859-1", "latin1",
      "latin-1", "l1", "ascii", "us-ascii", "ansi_x3.4-1968", "cp819", "ibm819":
      self = .windows1252
    case "iso-8859-15", "iso8859-15", "iso885915", "iso_8859-15", "latin-9", "latin9", "l9": self = .latin9
    default: return nil
    }
  }

  /// The encoding that a study's setting names: as a declaration, but UTF-16 means itself.
  package init?(setting: String) {
    switch setting.lowercased() {
    case "utf-16le", "utf-16": self = .utf16LittleEndian
    case "utf-16be": self = .utf16BigEndian
    default: self.init(label: setting)
    }
  }
}
