import Foundation
import TestSupport
import Testing

@testable import Tables

struct TextFileTests {
  @Test func `a text appears whole, and nothing is left beside it`() throws {
    let temporary = try TemporaryFolder()
    var file = try TextFile(temporary.path + "/out.lp")
    file.write("new")
    #expect(temporary.text(of: "out.lp") == nil)
    #expect(try file.finish())
    #expect(temporary.text(of: "out.lp") == "new")
    #expect(try temporary.names() == ["out.lp"])
  }

  @Test func `a text that is to stop leaves the old one and nothing beside it`() throws {
    let temporary = try TemporaryFolder()
    try temporary.write("old", to: "out.lp")
    do {
      var file = try TextFile(temporary.path + "/out.lp") { true }
      file.write("new")
      #expect(try !file.finish())
    }
    #expect(temporary.text(of: "out.lp") == "old")
    #expect(try temporary.names() == ["out.lp"])
  }

  @Test func `a link is written through and stays a link`() throws {
    let temporary = try TemporaryFolder()
    try temporary.write("old", to: "real.lp")
    try FileManager.default.createSymbolicLink(
      atPath: temporary.path + "/link.lp",
      withDestinationPath: "real.lp"
    )
    var file = try TextFile(temporary.path + "/link.lp")
    file.write("new")
    _ = try file.finish()
    #expect(temporary.text(of: "real.lp") == "new")
    let attributes = try FileManager.default.attributesOfItem(atPath: temporary.path + "/link.lp")
    #expect(attributes[.type] as? FileAttributeType == .typeSymbolicLink)
  }

  @Test func `what a killed run left beside it goes`() throws {
    let temporary = try TemporaryFolder()
    let dead = HiddenPlace.path(beside: temporary.path + "/out.lp", .partial)
    try temporary.write("half", to: FileSource.name(of: dead))
    var file = try TextFile(temporary.path + "/out.lp")
    file.write("new")
    _ = try file.finish()
    #expect(try temporary.names() == ["out.lp"])
  }
}
