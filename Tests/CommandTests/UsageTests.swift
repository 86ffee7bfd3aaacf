import Testing

struct UsageTests {
  @Test func `the help page names the commands and nothing that is not there yet`() throws {
    let run = try CommandRun("--help")
    let page = """
      Schedules the hourly dispatch of a power grid and judges policy goals on it.

      usage: gridflex COMMAND [ARGUMENT]... [OPTION]...

      commands:
        check MODEL                Read a model, list every issue and show what was read; solve nothing.
        dispatch MODEL             Schedule a model hour by hour and judge its goals.
        plan MODEL                 Size a model's options at least cost so that its goals hold.
        explain RESULT [GOAL]      Tell why a goal fails and what fixes it cheapest.
        report RESULT...           Write tables and pictures of results as a page or a workbook.
        compare BASE OTHER...      Tell what differs between results: in their models, costs, goals and energies.
        baseline RESULT FILE       Store what is to stay the same of a result, for 'gridflex compare'.
        export MODEL               Write a model for another solver: its linear program, or a PyPSA network.
        import FORMAT NETWORK OUT  Write a model from the network of another program.
        convert MODEL OUT          Write a model folder as an Excel workbook, or a workbook as a folder.
        describe [TYPE]            Tell what an asset table, a section of model.yaml, a metric or a result holds.
        new DIR                    Write a small commented model to start from.
        completion SHELL           Print the script with which bash or zsh completes command lines.

      options:
        --help     Print this page, or the one of the command before it.
        --version  Print the version.

      """
    #expect(run.output == page)
    #expect(run.messages.isEmpty)
    #expect(run.code == 0)
  }

  @Test func `the help page of dispatch tells every option with its default`() throws {
    let run = try CommandRun("dispatch", "--help")
    let page = """
      Schedule a model hour by hour and judge its goals.

      usage: gridflex dispatch MODEL [OPTION]...

      arguments:
        MODEL  The model folder, which holds model.yaml, or its workbook (.xlsx).

      options:
        --output DIR                 Result folder; an older result is replaced. \
      Default: results/<model name>, and what --set changes: results/<model name>+<name.column=value>.
        --from TIME                  First hour, as 2030-01-31 or 2030-01-31T08:00.
        --hours N                    Number of hours; all that follow without it.
        --method auto|exact|rolling  How to solve. Default: auto.
        --gap SHARE                  Certified gap that is good enough. Default: 0.001.
        --enforce-goals              Make the goals that dispatch can serve rules of it.
        --accommodation              Find the most wind and PV that the grid uses to 95 and to 90 %; \
      takes minutes of a year.
        --goal ID                    Let this goal decide the exit code; all do without it. \
      May be repeated.
        --take NAME=SIZE             Take so much of an option, in MW, MWh or units as it counts. \
      May be repeated.
        --set PATH=VALUE             Change a value, as assets/coal/NAME/column=value. \
      May be repeated.
        --data DIR                   The folder that ${data} stands for.
        --format text|json           What to print: a summary, or summary.json. Default: text.
        --netcdf                     Write series.nc too, all series in one netCDF file.
        --csv plain|excel            excel: write excel/ too, the series as Excel opens them. Default: plain.
        --language zh|en             Language of the headings in excel/. Default: en.
        --threads N                  Threads that may work at once; all cores without it.
        --time-limit SECONDS         Stop then with the best result so far.
        --quiet                      No progress; issues are still told.
        --help                       Print this page.

      """
    #expect(run.output == page)
    #expect(run.code == 0)
  }

  @Test(
    arguments: [
      ([], "no command is given", ""),
      (["dispach"], "unknown command 'dispach'; did you mean 'dispatch'?", ""),
      (["dispatch"], "MODEL is missing", "dispatch "),
      (
        ["dispatch", "x", "--hors=4"], "unknown option '--hors'; did you mean '--hours'?",
        "dispatch "
      ),
      (
        ["dispatch", "x", "--hours=0"], "--hours '0' must be a whole number from 1 to 87840",
        "dispatch "
      ),
      (
        ["check", "x", "--from", "May"],
        "--from 'May' must be a time such as 2030-01-31 or 2030-01-31T08:00", "check "
      ),
      (
        ["check", "x", "--set", "=1"],
        "--set '=1' must be PATH=VALUE, such as reserve/up-share-of-load=0.05", "check "
      ),
    ]
  )
  func `wrong usage is told on stderr and ends with 64`(
    words: [String],
    message: String,
    page: String
  ) throws {
    let run = try CommandRun(words)
    #expect(run.messages == "gridflex: \(message)\ntry 'gridflex \(page)--help'\n")
    #expect(run.output.isEmpty)
    #expect(run.code == 64)
  }

  @Test(arguments: ["dispatch", "plan"])
  func `a language that no file is written in is refused`(command: String) throws {
    let run = try CommandRun([command, "x", "--language", "zh"])
    #expect(run.messages.contains("add --csv excel or leave it out"))
    #expect(run.code == 64 && run.output.isEmpty)
  }

  @Test func `the version is one line`() throws {
    let run = try CommandRun("--version")
    #expect(run.output == "gridflex 0.1.0\n")
    #expect(run.code == 0)
  }
}
