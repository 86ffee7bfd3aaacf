import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Tables

struct FolderSwapTests {
  private func place(_ text: String, beside target: String) throws -> HiddenPlace {
    let place = try HiddenPlace.folder(beside: target).get()
    try AtomicFolder.writeFile(Array(text.utf8), at: place.path + "/text", shown: "text")
    return place
  }

  /// With and without a file system that exchanges in one step.
  @Test(arguments: [true, false])
  func `the new folder stands there and nothing is left beside it`(exchanges: Bool) throws {
    let temporary = try TemporaryFolder()
    let target = temporary.path + "/out"
    for text in ["first", "second", "third"] {
      let new = try place(text, beside: target)
      try FolderSwap.put(new, at: target, exchanges: exchanges) { _ in true }
    }
    #expect(temporary.text(of: "out/text") == "third")
    #expect(try temporary.names() == ["out"])
  }

  @Test func `what came there meanwhile and is not ours is put back`() throws {
    let temporary = try TemporaryFolder()
    try temporary.write("dear diary", to: "out/diary")
    let target = temporary.path + "/out"
    do {
      let new = try place("new", beside: target)
      #expect(throws: FolderSwap.Failure.self) {
        try FolderSwap.put(new, at: target) { _ in false }
      }
    }
    #expect(temporary.text(of: "out/diary") == "dear diary")
    #expect(try temporary.names() == ["out"])
  }

  @Test func `asking whether a folder can be moved does not move it`() throws {
    let temporary = try TemporaryFolder()
    try temporary.write("old", to: "out/text")
    let full = try place("full", beside: temporary.path + "/out")
    #expect(FolderSwap.probe(temporary.path + "/out", onto: full.path) == 0)
    #expect(temporary.text(of: "out/text") == "old")
    #expect(FolderSwap.probe("/proc", onto: full.path) != 0)
  }

  @Test func `a reader finds the old or the new one at every moment`() throws {
    let temporary = try TemporaryFolder()
    let target = temporary.path + "/out"
    try FolderSwap.put(place("0", beside: target), at: target) { _ in true }
    let isOver = Atomic<Bool>(false)
    let missing = Atomic<Int>(0)
    let reader = Thread {
      while !isOver.load(ordering: .relaxed) {
        if !FileSource.isFolder(target) { missing.add(1, ordering: .relaxed) }
      }
      isOver.store(false, ordering: .relaxed)
    }
    reader.start()
    for text in 1...200 {
      try FolderSwap.put(place("\(text)", beside: target), at: target) { _ in true }
    }
    isOver.store(true, ordering: .relaxed)
    while isOver.load(ordering: .relaxed) { usleep(1000) }
    let times = missing.load(ordering: .relaxed)
    #expect(times == 0)
    #expect(temporary.text(of: "out/text") == "200")
  }
}
