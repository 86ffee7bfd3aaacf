import Foundation
import TestSupport
import Testing

@testable import Tables

struct HiddenPlaceTests {
  private func folder(beside target: String) throws -> HiddenPlace {
    try HiddenPlace.folder(beside: target).get()
  }

  @Test func `no two hidden places of one result have the same name`() throws {
    let temporary = try TemporaryFolder()
    let target = temporary.path + "/out"
    let places = try (0..<20).map { _ in try folder(beside: target) }
    #expect(Set(places.map(\.path)).count == 20)
    #expect(try temporary.names().allSatisfy { $0.hasPrefix(".out.partial-") })
  }

  @Test func `what a dead run left goes, what a live one writes stays`() throws {
    let temporary = try TemporaryFolder()
    let target = temporary.path + "/out"
    let dead = HiddenPlace.path(beside: target, .partial)
    try FileManager.default.createDirectory(
      atPath: dead + "/series",
      withIntermediateDirectories: true
    )
    let live = try folder(beside: target)
    let file = try HiddenPlace.file(beside: target).get()
    HiddenPlace.clear(beside: target)
    #expect(
      try temporary.names()
        == [live.path, file.path].map { FileSource.name(of: $0) }.sorted()
    )
  }

  @Test func `what is hidden beside another result is not touched`() throws {
    let temporary = try TemporaryFolder()
    let other = HiddenPlace.path(beside: temporary.path + "/out.partial-2", .partial)
    try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: false)
    try temporary.write("mine", to: ".out.partial-notes")
    HiddenPlace.clear(beside: temporary.path + "/out")
    #expect(try temporary.names().count == 2)
  }

  @Test func `a result that a killed run had put aside comes back`() throws {
    let temporary = try TemporaryFolder()
    let target = temporary.path + "/out"
    let aside = HiddenPlace.path(beside: target, .replaced)
    try temporary.write("old", to: FileSource.name(of: aside) + "/summary.json")
    AtomicFolder.recover(target)
    #expect(temporary.text(of: "out/summary.json") == "old")
    #expect(try temporary.names() == ["out"])
  }

  @Test func `beside a result that stands there what was put aside goes`() throws {
    let temporary = try TemporaryFolder()
    let aside = HiddenPlace.path(beside: temporary.path + "/out", .replaced)
    try temporary.write("old", to: FileSource.name(of: aside) + "/summary.json")
    try temporary.write("new", to: "out/summary.json")
    HiddenPlace.clear(beside: temporary.path + "/out")
    #expect(temporary.text(of: "out/summary.json") == "new")
    #expect(try temporary.names() == ["out"])
  }

  @Test func `a name as long as names may be has hidden ones too`() throws {
    let temporary = try TemporaryFolder()
    let target = temporary.path + "/" + String(repeating: "长", count: 80)
    let place = try folder(beside: target)
    #expect(FileSource.isFolder(place.path))
    HiddenPlace.clear(beside: target)
    #expect(FileSource.isFolder(place.path))
  }
}
