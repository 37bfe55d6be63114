import Diagnostics
import Foundation
import Glibc
import TestSupport
import Testing

@testable import IngestStage

@Suite("The data folder")
struct DataFolderTests {
  private func folder(_ files: [String] = []) throws -> (TemporaryFolder, DataFolder) {
    let folder = try TemporaryFolder()
    for name in ["e", "other"] {
      try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: true)
    }
    for file in files { try folder.write(file, to: file) }
    return (folder, try DataFolder(path: folder.path))
  }

  @Test("files that fit come in the order of their bytes, the others are strangers")
  func listing() throws {
    let names = [
      "e/b.html", "e/a.html", "e/Ö.html", "e/å.html", "e/Z.html", "e/note.txt", "e/c.HTML", "e/.hidden.html",
      "e/a:1.html",
    ]
    let (kept, data) = try folder(names)
    defer { withExtendedLifetime(kept) {} }
    let (files, strangers) = try data.files("e/*.html")
    #expect(files.map(\.name) == ["Z.html", "a.html", "a:1.html", "b.html", "c.HTML", "Ö.html", "å.html"])
    #expect(strangers.map(\.path) == ["e/note.txt"])
  }

  @Test("a star in a folder's name goes into every folder that fits, and into no link")
  func folders() throws {
    let (kept, data) = try folder()
    let manager = FileManager.default
    for place in ["s/b", "s/a-1", "s/a/x", "s/.c"] {
      try manager.createDirectory(atPath: kept.path(place), withIntermediateDirectories: true)
    }
    for file in ["s/a/1.xml", "s/a/1.jpg", "s/a/x/2.xml", "s/a-1/1.xml", "s/b/1.xml", "s/.c/1.xml", "s/top.xml"] {
      try kept.write("x", to: file)
    }
    try manager.createSymbolicLink(atPath: kept.path("s/link"), withDestinationPath: "b")
    try manager.createSymbolicLink(atPath: kept.path("s/out"), withDestinationPath: "/etc")
    defer { withExtendedLifetime(kept) {} }
    let (files, strangers) = try data.files("s/*/*.xml")
    #expect(files.map(\.path) == ["s/a-1/1.xml", "s/a/1.xml", "s/b/1.xml", "s/link", "s/out"])
    #expect(strangers.map(\.path) == ["s/a/1.jpg", "s/a/x", "s/top.xml"])
    #expect(try data.files("*/a/*.xml").files.map(\.path) == ["s/a/1.xml"])
    for link in files.suffix(2) { #expect(throws: IngestProblem.self) { try data.read(link, limit: 100) } }
  }

  @Test("names that are no text, or hold a line break, are read and told apart")
  func oddNames() throws {
    let (kept, data) = try folder(["e/a\nb.html"])
    defer { withExtendedLifetime(kept) {} }
    for byte: UInt8 in [0xE4, 0xE5] {
      let path = Array(kept.path("e/").utf8) + [byte] + Array(".html".utf8)
      let file = open(path.map { CChar(bitPattern: $0) } + [0], O_CREAT | O_WRONLY, 0o600)
      #expect(write(file, [byte], 1) == 1)
      close(file)
    }
    let files = try data.files("e/*.html").files
    #expect(files.map(\.path) == ["e/a\nb.html", "e/\\xE4.html", "e/\\xE5.html"])
    #expect(try files.map { try data.read($0, limit: 100).last } == [UInt8(ascii: "l"), 0xE4, 0xE5])
  }

  @Test("what is no readable file of the folder is a problem and no crash")
  func unreadable() throws {
    let outside = try TemporaryFolder()
    defer { withExtendedLifetime(outside) {} }
    try outside.write("secret", to: "x")
    let (kept, data) = try folder(["other/inside", "e/large.html", "e/empty.html"])
    defer { withExtendedLifetime(kept) {} }
    let manager = FileManager.default
    try manager.createDirectory(atPath: kept.path("e/folder.html"), withIntermediateDirectories: false)
    try manager.createSymbolicLink(atPath: kept.path("e/dangling.html"), withDestinationPath: "nowhere")
    try manager.createSymbolicLink(atPath: kept.path("e/leaving.html"), withDestinationPath: outside.path("x"))
    try manager.createSymbolicLink(atPath: kept.path("e/inside.html"), withDestinationPath: "../other/inside")
    try manager.createSymbolicLink(atPath: kept.path("e/loop.html"), withDestinationPath: "loop.html")
    #expect(mkfifo(kept.path("e/pipe.html"), 0o600) == 0)

    var got: [String: String] = [:]
    for file in try data.files("e/*.html").files {
      do throws(IngestProblem) {
        got[file.stem] = String(decoding: try data.read(file, limit: 12), as: UTF8.self)
      } catch {
        got[file.stem] = "\(error.reason.map(\.rawValue) ?? "")"
      }
    }
    #expect(
      got
        == [
          "folder": "unreadableFile", "dangling": "unreadableFile", "leaving": "unreadableFile",
          "loop": "unreadableFile",
          "pipe": "unreadableFile", "inside": "other/inside", "large": "e/large.html", "empty": "e/empty.html",
        ])
    #expect(throws: IngestProblem.self) { try data.read(DataFile("e/large.html"), limit: 11) }
  }

  @Test(
    "a path that leaves the folder is a fault of the study",
    arguments: ["../x/*.html", "/etc/*.html", "*/../../x", "e/*a*.html", "*a*/x.html"])
  func leaving(path: String) throws {
    let (kept, data) = try folder()
    defer { withExtendedLifetime(kept) {} }
    let failure = #expect(throws: StageFailure.self) { try data.files(path) }
    #expect(failure?.exit == .wrongStudyFile)
  }

  @Test("no file is no input", arguments: ["e/*.html", "e/x.html", "nowhere/*.html", "x.csv"])
  func nothing(path: String) throws {
    let (kept, data) = try folder()
    defer { withExtendedLifetime(kept) {} }
    let failure = #expect(throws: StageFailure.self) { try data.files(path) }
    #expect(failure?.exit == .noInput)
  }

  @Test("a folder that is missing or empty is no input")
  func noFolder() throws {
    let empty = try TemporaryFolder()
    defer { withExtendedLifetime(empty) {} }
    for path in [empty.path, empty.path("nowhere")] {
      let failure = #expect(throws: StageFailure.self) { try DataFolder(path: path) }
      #expect(failure?.exit == .noInput)
    }
  }
}
