#!/usr/bin/env python3
"""Plans models and lets HiGHS solve the same sizing programs.

    python3 Benchmarks/plans.py [--python PYTHON] [--hours N] [--limit SECONDS] [--runs N] [ROW ...]

Prints for each row the median seconds, processor seconds, memory, cost and certified gap of `gridflex plan`, and what
HiGHS needs for the exported program (reading it not counted), stopped at the limit. PYTHON has `highspy`; without it
HiGHS is left out. A ROW is one of those below or the folder of a model. `genx` imports the case of three zones with
retrofit from GRIDFLEX_DATA/genx-retrofit.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

COMMAND = os.path.join(os.path.dirname(__file__), "..", ".build", "release", "gridflex")
MODELS = "GridModels/"
SOLVE = """
import highspy, sys, time
solver = highspy.Highs()
solver.setOptionValue("output_flag", False)
solver.setOptionValue("time_limit", float(sys.argv[2]))
solver.readModel(sys.argv[1])
start = time.monotonic()
solver.run()
print(time.monotonic() - start, solver.modelStatusToString(solver.getModelStatus()).replace(" ", "-"),
      repr(solver.getInfo().objective_function_value))
"""

# The kinds of options that the model had first: a battery, pumped hydro, a line, three retrofits, two kinds of demand response.
EIGHT = ("batteries-generation,pumped-hydro,corridor,retrofit-350-chp,retrofit-300-chp,retrofit-200-chp,"
         "interruptible-load,shiftable-load").split(",")
# All but retrofits for saving energy and PV on roofs.
TWENTY_FOUR = EIGHT + (
    "retire-660,retire-350-chp,retire-300-chp,retire-200-chp,retrofit-unlisted,retire-unlisted,wind,solar-central,"
    "batteries-grid-power,batteries-grid-energy,batteries-user,pumped-hydro-given-up,jiaohe,dagouhe,jingyu,wangqing"
).split(",")
THIRTY = (
    [f"liaoning-{name}" for name in (
        "retire-1000-usc,retire-600-sc,retrofit-350-chp,retrofit-300-chp,wind-onshore,wind-offshore,solar-central,"
        "batteries-generation,pumped-hydro").split(",")]
    + [f"jilin-{name}" for name in
       "retire-660,retrofit-350-chp,retire-200-chp,wind,solar-central,batteries-generation".split(",")]
    + [f"heilongjiang-{name}" for name in
       "retire-600,retrofit-300-chp,wind,solar-central,pumped-hydro".split(",")]
    + [f"east-{name}" for name in "retire-600,retrofit-350-chp,wind,solar-central".split(",")]
    + [f"corridor-{name}" for name in
       "heilongjiang-jilin,jilin-liaoning,east-liaoning,east-jilin,balin-naiman-fuxin".split(",")]
    + ["second-line-shandong"]
)
NONE = ["--set", "commitment=none"]
# What a row plans: the model, the options that may be taken (all where there are none), and what is set.
ROWS = {
    "jilin-8": ("jilin-2030", EIGHT, []),
    "jilin-8-none": ("jilin-2030", EIGHT, NONE),
    "jilin-24-none": ("jilin-2030", TWENTY_FOUR, NONE),
    "jilin-none": ("jilin-2030", [], NONE),
    "songyuan": ("songyuan-2025", [], []),
    "northeast-30-none": ("northeast-2030", THIRTY, NONE),
}


def words_of(row, folder):
    """What `plan` and `export --plan` are told of a row."""
    if row == "genx":
        data = os.path.join(os.environ["GRIDFLEX_DATA"], "genx-retrofit")
        subprocess.run([COMMAND, "import", "genx", data, folder + "/genx"], check=True, capture_output=True)
        return [folder + "/genx"]
    name, options, changes = ROWS.get(row, (None, [], []))
    model = MODELS + name if name else row
    return [model, *(["--options", ",".join(options)] if options else []), *changes]


def processor_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def plan(words, folder):
    """Seconds and processor seconds of the whole process, and what it wrote."""
    output = os.path.join(folder, "plan")
    start, before = time.monotonic(), processor_seconds()
    code = subprocess.run(
        [COMMAND, "plan", *words, "--alone", "--quiet", "--output", output],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ).returncode
    times = (time.monotonic() - start, processor_seconds() - before)
    if code not in (0, 1, 3):
        return *times, None, None
    with open(os.path.join(output, "summary.json"), encoding="utf-8") as file:
        summary = json.load(file)
    with open(os.path.join(output, "timing.json"), encoding="utf-8") as file:
        return *times, summary["plan"], json.load(file)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--python")
    parser.add_argument("--hours")
    parser.add_argument("--limit", type=float, default=1200)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("rows", nargs="*")
    asked = parser.parse_args()
    hours = ["--hours", asked.hours] if asked.hours else []
    print("| row | options | plan s | processor s | MB | cost | gap % | HiGHS s | HiGHS ended | ratio |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for row in asked.rows or [*ROWS, *(["genx"] if "GRIDFLEX_DATA" in os.environ else [])]:
        with tempfile.TemporaryDirectory() as folder:
            words = words_of(row, folder) + hours
            runs = [plan(words, folder) for _ in range(asked.runs)]
            seconds = statistics.median(run[0] for run in runs)
            answer, timing = runs[-1][2:]
            if answer is None:
                print(f"| {row} | | {seconds:.1f} | | | no plan | | | | |", flush=True)
                continue
            told = [
                os.path.basename(row), str(len(answer["options"])), f"{seconds:.1f}",
                f"{statistics.median(run[1] for run in runs):.0f}", f"{timing['peakMemoryMB']:.0f}",
                f"{answer['cost']:.6g}", f"{100 * answer['gap']:.4f}",
            ]
            if asked.python:
                program = os.path.join(folder, "plan.mps")
                export = [COMMAND, "export", *words, "--plan", "--format", "mps", "--output", program]
                subprocess.run(export, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                solve = [asked.python, "-c", SOLVE, program, str(asked.limit)]
                ended = subprocess.run(solve, check=True, capture_output=True, text=True).stdout.split()
                needed = float(ended[0])
                told += [f"{needed:.1f}", ended[1], f"{seconds / needed:.3f}"]
            print("| " + " | ".join(told) + " |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
