#!/usr/bin/env python3
"""Plans models and lets HiGHS solve the same sizing programs.

    python3 Benchmarks/plans.py [--python PYTHON] [--hours N] [--limit SECONDS] [--runs N] [MODEL ...]

Prints for each model the median seconds, memory, cost, bound and gap of `gridflex plan`, and what HiGHS needs for the
exported program (reading it not counted), stopped at the limit. PYTHON has `highspy`; without it HiGHS is left out.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

COMMAND = os.path.join(os.path.dirname(__file__), "..", ".build", "release", "gridflex")
MODELS = ["GridModels/jilin-2030", "GridModels/songyuan-2025"]
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


def plan(model, hours, folder):
    """Seconds of the whole process, and what it wrote."""
    output = os.path.join(folder, "plan")
    words = [COMMAND, "plan", model, "--alone", "--quiet", "--output", output, *hours]
    start = time.monotonic()
    code = subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
    seconds = time.monotonic() - start
    if code not in (0, 1, 3):
        return seconds, None, None
    with open(os.path.join(output, "summary.json"), encoding="utf-8") as file:
        summary = json.load(file)
    with open(os.path.join(output, "timing.json"), encoding="utf-8") as file:
        return seconds, summary["plan"], json.load(file)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--python")
    parser.add_argument("--hours")
    parser.add_argument("--limit", type=float, default=1200)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("models", nargs="*")
    asked = parser.parse_args()
    hours = ["--hours", asked.hours] if asked.hours else []
    print("| model | options | plan s | MB | cost | gap % | HiGHS s | HiGHS ended | ratio |")
    print("|---|---|---|---|---|---|---|---|---|")
    for model in asked.models or MODELS:
        with tempfile.TemporaryDirectory() as folder:
            runs = [plan(model, hours, folder) for _ in range(asked.runs)]
            seconds = statistics.median(run[0] for run in runs)
            answer, timing = runs[-1][1:]
            if answer is None:
                print(f"| {model} | | {seconds:.1f} | | no plan | | | | |", flush=True)
                continue
            row = [
                os.path.basename(model), str(len(answer["options"])), f"{seconds:.1f}",
                f"{timing['peakMemoryMB']:.0f}", f"{answer['cost']:.6g}", f"{100 * answer['gap']:.4f}",
            ]
            if asked.python:
                program = os.path.join(folder, "plan.mps")
                words = [COMMAND, "export", model, "--plan", "--format", "mps", "--output", program, *hours]
                subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                words = [asked.python, "-c", SOLVE, program, str(asked.limit)]
                ended = subprocess.run(words, check=True, capture_output=True, text=True).stdout.split()
                needed = float(ended[0])
                row += [f"{needed:.1f}", ended[1], f"{seconds / needed:.3f}"]
            print("| " + " | ".join(row) + " |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
