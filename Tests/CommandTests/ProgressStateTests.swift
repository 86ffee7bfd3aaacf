import LinearProgramming
import Testing

@testable import gridflex

struct ProgressStateTests {
  @Test func `a dispatch is told part by part, and its bar never goes back`() {
    var work = ProgressState(solvesOnce: true)
    var shares: [Double] = []
    func take(_ step: ProgressState.Step, _ fraction: Double = 0) {
      work.take(step, fraction: fraction)
      shares.append(work.share)
    }
    take(.reading)
    take(.building)
    #expect(work.text(seconds: 1) == "building 3 %, 1 s")
    take(.guiding, 0.5)
    take(.schedule, 0.4)
    take(.bound, 0.2)
    #expect(work.text(seconds: 10) == "schedule and bound 38 %, 10 s, about 16 s left")
    take(.schedule, 1)
    take(.bound, 0.9)
    take(.refining, 0.1)
    take(.checking)
    take(.writing)
    #expect(work.text(seconds: 200) == "writing 98 %, 3 min")
    #expect(shares == shares.sorted() && work.solves == 1)
  }

  @Test func `where it solves again the solves are counted, without a bar that would go back`() {
    var work = ProgressState(solvesOnce: true)
    for fraction in [0.2, 0.7, 1] { work.take(.solving, fraction: fraction, gap: 0.0004) }
    #expect(
      work.line(seconds: 5, width: 200).hasPrefix(
        String(repeating: "█", count: 19) + "·  solving 95 %"
      )
    )
    work.take(.solving, fraction: 0.05)
    #expect(work.line(seconds: 70, width: 200) == "solve 2: solving, gap 0.040 %, 70 s")
    work.take(.schedule, fraction: 0.9)
    work.take(.schedule, fraction: 0.1)
    #expect(work.text(seconds: 7300) == "solve 3: schedule, gap 0.040 %, 2 h 1 min")
  }

  @Test func `a command that solves many times counts them from the beginning`() {
    var work = ProgressState(solvesOnce: false)
    work.take(.reading)
    #expect(work.line(seconds: 0, width: 80) == "reading, 0 s")
    for _ in 0..<3 { work.take(.solving) }
    #expect(work.text(seconds: 14) == "solve 3: solving, 14 s")
    work.take(.checking)
    #expect(work.text(seconds: 15) == "checking, 15 s")
  }

  @Test func `the line is cut to the width of the terminal`() {
    var work = ProgressState(solvesOnce: true)
    work.take(.solving, fraction: 0.5, gap: 0.01)
    for width in [1, 20, 40] { #expect(work.line(seconds: 9, width: width).count == width) }
  }

  @Test func `a solve that is one of several is told as what it is for`() {
    var work = ProgressState(solvesOnce: false)
    work.take(.solving, fraction: 0.5, task: "sizes")
    #expect(work.text(seconds: 61) == "sizes: solving, 61 s")
    work.take(.solving, fraction: 0, gap: 0.0036, task: "sizes in branch 3")
    #expect(work.text(seconds: 150) == "sizes in branch 3: solving, gap 0.360 %, 2 min")
    work.take(.writing)
    #expect(!work.text(seconds: 151).contains("branch"))
  }
}
